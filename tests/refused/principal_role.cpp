// A role is not a principal.
// REFUSED[gcc]: use of deleted function '.*Principal\(const (whence::)?Role&
// REFUSED[clang c++<26]: call to deleted constructor
// REFUSED[clang c++<26]: a role never acts: it is assumed, and the principal is its session
// REFUSED[clang c++>=26]: error: .*call to deleted constructor.*: a role never acts: it is assumed, and the principal is its session
// ERRORS: 1
// NAMES: app
// MEND: as w102_a_role_never_acts
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Principal caller{RoleSession(account, "app", "s1")};
#else
Principal caller{app};
#endif
