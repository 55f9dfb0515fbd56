// A flow that software begins is one error, also where the flow is part of a deployment that is proved sound.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system
// REFUSED: broken_by<whence::Software>
// ERRORS: 1
// NAMES: Software
// MEND: as w101_only_a_principal_calls_sts
#include "cluster.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Flow node_flow = assumes(ec2, node_role) | rests_along(catalog::eks_node) | read_by(kubelet) |
                                  calls("ec2:DescribeInstances");
#else
inline constexpr Flow node_flow = assumes(kubelet, node_role) | rests_along(catalog::eks_node) | read_by(kubelet) |
                                  calls("ec2:DescribeInstances");
#endif
inline constexpr auto cluster = deployed(node, node_flow);
static_assert(sound<node_flow>);
static_assert(sound<cluster>);
