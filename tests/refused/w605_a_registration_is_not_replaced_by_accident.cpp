// Whether a second registration fails without Overwrite is open (U-131).
// REFUSED: \[W605\] not decided: host management that is registered already should only be registered again
// REFUSED: undecided_for<whence::object<alice>, whence::object<again>
// ERRORS: 1
// NAMES: alice, again
// MEND: Set Overwrite, or deregister host management first.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role host(account, "host", trusts_ec2);
inline constexpr HostManagementRequest again{.role = &host, .is_registered = Truth::yes};
inline constexpr HostManagementRequest over_it{.role = &host, .overwrite = true, .is_registered = Truth::yes};
#ifdef WHENCE_CONTROL
static_assert(holds<may_register_host_management, alice, over_it, own_policies_allow>);
#else
static_assert(holds<may_register_host_management, alice, again, own_policies_allow>);
#endif
