// A deployment in which the credential does not exist: no instance profile is attached.
// REFUSED: \[W301\] there must be a credential at this place while the machine is in this state
// REFUSED: broken_by<whence::object<of_the_node>, whence::step_number<2>
// REFUSED[!clang<15]: because<.*"no instance profile is attached"
// ERRORS: 1
// NAMES: box, of_the_node
// MEND: Say in the environment what creates the credential: here that a profile is attached, and whether its role
//   permits the SSM agent.
#include <whence/catalog.hpp>

#include "world.hpp"

inline constexpr Role node_role(account, "node", trusts_ec2);
inline constexpr Flow of_the_node =
    assumes(ec2, node_role) | rests_along(catalog::instance_profile) | read_by(root) | calls("s3:GetObject");

#ifdef WHENCE_CONTROL
inline constexpr auto box = deployed(Environment{.node = {.profile = InstanceProfile::permits_agent}}, of_the_node);
#else
inline constexpr auto box = deployed(Environment{}, of_the_node);
#endif
static_assert(sound<box>);
