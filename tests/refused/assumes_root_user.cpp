// A flow does not begin with the root user.
// REFUSED: error: static.assert.*\[W104\] the root user cannot assume a role
// REFUSED: broken_by<whence::RootUser>
// ERRORS: 1
// NAMES: RootUser
// MEND: as w104_the_root_user_assumes_no_role
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(root_user, app);
#endif
