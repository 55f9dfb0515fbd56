// An ordinary user reads the role of the node: from the node it can, from a pod it cannot.
// REFUSED: \[W508\] on a machine that containers share, a flow must say from where its user reads
// REFUSED: broken_by<whence::object<node_flow>, whence::step_number<4>
// REFUSED[!clang<15]: step_is<.*"read_by\(app.*at_place<.*"metadata path of the profile"
// REFUSED[clang<15]: at_place<'m', 'e', 't', 'a'
// ERRORS: 1
// NAMES: cluster
// MEND: Add the vantage as the second argument: read_by(user, Vantage::...).
#include "cluster.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Flow node_flow = of_the_node | read_by(app, vantages::os_user) | calls("ec2:DescribeInstances");
#else
inline constexpr Flow node_flow = of_the_node | read_by(app) | calls("ec2:DescribeInstances");
#endif
inline constexpr auto cluster = deployed(node, node_flow);
static_assert(sound<cluster>);
