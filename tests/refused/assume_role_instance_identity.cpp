// The instance identity assumes no role.
// REFUSED: error: static.assert.*\[W106\] the EC2 instance identity role can call no STS operation
// REFUSED: broken_by<whence::InstanceIdentity>
// ERRORS: 1
// NAMES: InstanceIdentity
// MEND: as w106_the_instance_identity_assumes_no_role
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr InstanceIdentity instance(account, "i-0123456789abcdef0");
inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(instance, app, {.session_name = "s1"});
#endif
