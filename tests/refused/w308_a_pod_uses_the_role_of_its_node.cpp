// A deployment asks from where a flow's user reads: from the pod, the hop limit is in the way.
// REFUSED: \[W308\] the reply with an IMDSv2 token reaches a container with its own network only if the hop limit
// REFUSED: broken_by<whence::object<node_flow>, whence::step_number<4>
// REFUSED[!clang<15]: step_is<.*"read_by\(app.*at_place<.*"metadata path of the profile"
// REFUSED[clang<15]: at_place<'m', 'e', 't', 'a'
// ERRORS: 1
// NAMES: cluster
// MEND: Give the pod a credential of its own (IRSA or Pod Identity). If the pod must use the role of its node,
//   put it on the host network, as vantages::host_network_pod, or set the hop limit to 2 and accept W801.
#include "cluster.hpp"

inline constexpr Flow shop_flow = of_the_pod | read_by(app, vantages::pod) | calls("s3:GetObject");
#ifdef WHENCE_CONTROL
inline constexpr Flow node_flow = of_the_node | read_by(kubelet) | calls("ec2:DescribeInstances");
#else
inline constexpr Flow node_flow = of_the_node | read_by(app) | calls("ec2:DescribeInstances");
#endif
inline constexpr auto cluster = deployed(node, shop_flow, node_flow);
static_assert(sound<cluster>);
