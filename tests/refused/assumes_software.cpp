// A flow does not begin with software.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system
// REFUSED: broken_by<whence::Software>
// ERRORS: 1
// NAMES: Software
// MEND: as w101_only_a_principal_calls_sts
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(agent, app);
#endif
