// A deployment that does not begin with its environment.
// REFUSED: error: static.assert.*a deployment begins with its environment: write deployed\(environment, flows\.\.\.\)
// ERRORS: 1
// NAMES: is_an_environment, CredentialSource
// MEND: Give the environment first: deployed(Environment{.node = node}, flow).
#include <whence/catalog.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_ec2);
inline constexpr Flow flow =
    assumes(ec2, app) | rests_along(catalog::instance_profile) | read_by(root) | calls("s3:GetObject");
inline constexpr Node node{.profile = InstanceProfile::permits_agent};
#ifdef WHENCE_CONTROL
inline constexpr auto box = deployed(Environment{.node = node}, flow);
#else
inline constexpr auto box = deployed(catalog::instance_profile, flow);
#endif
static_assert(sound<box>);
