// A flow does not begin with a user of an operating system.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system
// REFUSED: broken_by<whence::OsUser>
// ERRORS: 1
// NAMES: OsUser
// MEND: as w101_nor_does_an_operating_system_user
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(root, app);
#endif
