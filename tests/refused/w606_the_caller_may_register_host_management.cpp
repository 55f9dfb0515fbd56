// Nobody registers host management whose own policies are silent.
// REFUSED: \[W606\] registering host management needs ssm:GetServiceSetting and ssm:UpdateServiceSetting
// REFUSED: broken_by<whence::object<alice>, whence::object<registration>
// ERRORS: 1
// NAMES: alice, registration
// MEND: Allow these actions in the policies of the caller, or register as a caller that they are allowed for.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role host(account, "host", trusts_ec2);
inline constexpr HostManagementRequest registration{.role = &host};
#ifdef WHENCE_CONTROL
static_assert(holds<may_register_host_management, alice, registration, own_policies_allow>);
#else
static_assert(holds<may_register_host_management, alice, registration, own_policies_are_silent>);
#endif
