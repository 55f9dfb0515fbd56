// A session views the session that begins it, which must outlive it.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const (whence::)?Session&&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: the new session views the session that begins it: give that session a name first
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: the new session views the session that begins it: give that session a name first
// ERRORS: 1
// NAMES: alice
// MEND: Give the first session a name, and begin the second with it.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice), other(account, "other", trusts_alice);
inline constexpr Begun token = get_session_token(alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(*token, app, {.session_name = "s1"});
#else
Begun begun = assume_role(*get_session_token(alice), app, {.session_name = "s1"});
#endif
