// A user of an operating system assumes no role.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system
// REFUSED: broken_by<whence::OsUser>
// ERRORS: 1
// NAMES: OsUser
// MEND: as w101_nor_does_an_operating_system_user
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(root, app, {.session_name = "s1"});
#endif
