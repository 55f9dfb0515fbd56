// Software assumes no role.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system
// REFUSED: broken_by<whence::Software>
// ERRORS: 1
// NAMES: Software
// MEND: as w101_only_a_principal_calls_sts
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(agent, app, {.session_name = "s1"});
#endif
