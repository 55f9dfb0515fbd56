// The narrower session views the session that it narrows, so that session must have a name.
// REFUSED[gcc]: use of deleted function '.*get_scoped_credentials\(const (whence::)?Session&&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: the narrower session views the session that it narrows: give that session a name first
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: the narrower session views the session that it narrows
// ERRORS: 1
// MEND: Give the session that is narrowed a name of its own.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(alice);
#ifdef WHENCE_CONTROL
Begun narrow = get_scoped_credentials(token, {.duration = minutes(1)}, own_policies_allow);
#else
Begun narrow = get_scoped_credentials(*get_session_token(alice), {.duration = minutes(1)}, own_policies_allow);
#endif
