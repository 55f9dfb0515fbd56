// A self-managed registration without a role: Systems Manager would have no role to give to the instances.
// REFUSED: \[W604\] RegisterDefaultHostManagementConfiguration must have a RoleArn if its PermissionModel is
// REFUSED: broken_by<whence::object<alice>, whence::object<without_a_role>
// ERRORS: 1
// NAMES: alice, without_a_role
// MEND: Name the role, or let Systems Manager create it: PermissionModel SERVICE_MANAGED without a RoleArn.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr HostManagementRequest without_a_role{.region = "us-east-1"};
inline constexpr HostManagementRequest of_the_service{.permission_model = PermissionModel::service_managed};
#ifdef WHENCE_CONTROL
static_assert(holds<may_register_host_management, alice, of_the_service, own_policies_allow>);
#else
static_assert(holds<may_register_host_management, alice, without_a_role, own_policies_allow>);
#endif
