// A user of an operating system assumes no role.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const (whence::)?OsUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W101\] a user of an operating system is no principal: it reads the credential of a session
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W101\] a user of an operating system is no principal: it reads the credential of a session
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(root, app, {.session_name = "s1"});
#endif
