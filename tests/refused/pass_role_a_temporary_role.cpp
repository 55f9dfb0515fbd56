// A passed role views its role.
// REFUSED[gcc]: use of deleted function '.*operator\(\)\(const (whence::)?Caller&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: a passed role views its role: give the role a name first
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: a passed role views its role: give the role a name first
// ERRORS[gcc]: 1
// ERRORS[clang]: 2
// NAMES: alice
// MEND: Give the role a name: a constant at namespace scope.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
auto passed = pass_role(alice, app, ec2, CallerSide::allows);
#else
auto passed = pass_role(alice, Role(app), ec2, CallerSide::allows);
#endif
