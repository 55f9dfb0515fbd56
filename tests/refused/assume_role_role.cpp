// A role assumes no role.
// REFUSED: error: static.assert.*\[W102\] a role never acts: it is assumed,
// REFUSED: broken_by<whence::Role>
// ERRORS: 1
// NAMES: Role
// MEND: as w102_a_role_never_acts
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice), other(account, "other", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(RoleSession(account, "app", "s1"), other, {.session_name = "s1"});
#else
Begun begun = assume_role(app, other, {.session_name = "s1"});
#endif
