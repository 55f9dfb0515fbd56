// A session views its role, which must outlive it.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const Caller&, const (whence::)?Role&&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: a session views its role: give the role a name first
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: a session views its role: give the role a name first
// ERRORS: 1
// NAMES: trusts_alice
// MEND: Give the role a name: a constant at namespace scope, and pass that.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice), other(account, "other", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(alice, Role(account, "app", trusts_alice), {.session_name = "s1"});
#endif
