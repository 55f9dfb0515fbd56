// A flow does not begin with a federated user.
// REFUSED: error: static.assert.*\[W105\] a federated user session can call no signed STS operation except GetCallerIdentity, 
// REFUSED: broken_by<whence::FederatedUser>
// ERRORS: 1
// NAMES: FederatedUser
// MEND: as w105_a_federated_user_assumes_no_role
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(carol, app);
#endif
