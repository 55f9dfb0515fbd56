// A pod with its own network is one hop further away than the token can travel.
// REFUSED: \[W308\] the reply with an IMDSv2 token reaches a container with its own network only if the hop limit
// REFUSED: broken_by<whence::object<(whence::)?vantages::pod>, whence::object<(whence::)?catalog::eks_node>, whence::object<walled> ?>
// ERRORS: 1
// NAMES: walled
// MEND: Put the container on the host network, as vantages::host_network_container, or set the hop limit to 2 and accept
//   W801 in a deployment; better is a credential of its own.
#include <whence/catalog.hpp>

using namespace whence;

inline constexpr Environment open_to_it{
    .platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}, .hop_limit = 2};
inline constexpr Environment walled{.platform = Platform::eks_node,
                                    .node = {.profile = InstanceProfile::permits_agent}};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, vantages::pod, catalog::eks_node, open_to_it>);
#else
static_assert(holds<can_read, vantages::pod, catalog::eks_node, walled>);
#endif
