// A firewall rule by user id blocks an ordinary user, but not root.
// REFUSED: \[W310\] if a firewall of the machine lets only the superuser reach IMDS, no other user can
// REFUSED: broken_by<whence::object<(whence::)?vantages::os_user>, whence::object<(whence::)?catalog::instance_profile>, whence::object<walled> ?>
// ERRORS: 1
// NAMES: walled
// MEND: Let the superuser read, or remove the firewall rule.
#include <whence/catalog.hpp>

using namespace whence;

inline constexpr Environment walled{.node = {.profile = InstanceProfile::permits_agent},
                                    .metadata_for_superuser_only = true};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, vantages::superuser, catalog::instance_profile, walled>);
#else
static_assert(holds<can_read, vantages::os_user, catalog::instance_profile, walled>);
#endif
