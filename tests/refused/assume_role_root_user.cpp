// The root user assumes no role.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const (whence::)?RootUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W104\] the root user cannot assume a role
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W104\] the root user cannot assume a role
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(root_user, app, {.session_name = "s1"});
#endif
