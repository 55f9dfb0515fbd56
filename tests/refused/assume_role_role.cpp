// A role assumes no role.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const (whence::)?Role&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W102\] a role is assumed and never assumes: a session of it does
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W102\] a role is assumed and never assumes: a session of it does
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice), other(account, "other", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(RoleSession(account, "app", "s1"), other, {.session_name = "s1"});
#else
Begun begun = assume_role(app, other, {.session_name = "s1"});
#endif
