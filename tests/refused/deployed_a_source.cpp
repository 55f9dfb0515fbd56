// A source of the catalogue among the flows of a deployment.
// REFUSED: error: static.assert.*a deployment takes flows
// ERRORS: 1
// NAMES: are_flows, CredentialSource
// MEND: Remove the source. Its flow is assumes(caller, role) | rests_along(source) | read_by(user) | calls(action).
#include <whence/catalog.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_ec2);
inline constexpr Flow flow =
    assumes(ec2, app) | rests_along(catalog::instance_profile) | read_by(root) | calls("s3:GetObject");
inline constexpr Node node{.profile = InstanceProfile::permits_agent};
#ifdef WHENCE_CONTROL
inline constexpr auto box = deployed(Environment{.node = node}, flow);
#else
inline constexpr auto box = deployed(Environment{.node = node}, catalog::instance_profile, flow);
#endif
static_assert(sound<box>);
