// A pod with a network of its own is one hop further away than the token travels.
// REFUSED: \[W308\] the reply with the token of version 2 does not reach a container with a network of its own
// REFUSED: broken_by<whence::object<(whence::)?vantages::pod>, whence::object<(whence::)?catalog::eks_node>, whence::object<walled> ?>
// ERRORS: 1
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
