// A federated user assumes no role.
// REFUSED: error: static.assert.*\[W105\] a federated user session can call no signed STS operation except GetCallerIdentity, 
// REFUSED: broken_by<whence::FederatedUser>
// ERRORS: 1
// NAMES: FederatedUser
// MEND: as w105_a_federated_user_assumes_no_role
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(carol, app, {.session_name = "s1"});
#endif
