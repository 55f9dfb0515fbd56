// The hop limit does not block a pod on the host network; a team can require that there be none.
// REFUSED: \[W802\] a container or pod on the host network must not be able to read the credential of its machine
// REFUSED: (broken_by|undecided_for)<whence::object<exposed>, whence::who<
// REFUSED: or_waive<whence::rules::no_host_network_workload_reads_its_machines_role>
// ERRORS: 1
// NAMES: exposed
// MEND: No option of IMDS keeps a pod on the host network from it. If no pod runs there, do not require the rule, or
//   waive<...> it.
#include <whence/catalog.hpp>

#include "world.hpp"

inline constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]})"_trust_policy;
inline constexpr Role node_role(account, "node", trust);
inline constexpr Flow of_the_node = assumes(ec2, node_role) | rests_in(catalog::ec2_service) |
                                    rests_in(catalog::profile_path) | read_by(root) | calls("ec2:DescribeInstances");

#ifdef WHENCE_CONTROL
inline constexpr Environment machine{.platform = Platform::eks_node,
                                     .node = {.profile = InstanceProfile::permits_agent}};
inline constexpr auto exposed = deployed(machine, of_the_node) |
                                require<rules::no_host_network_workload_reads_its_machines_role> |
                                waive<rules::no_host_network_workload_reads_its_machines_role>;
#else
inline constexpr Environment machine{.platform = Platform::eks_node,
                                     .node = {.profile = InstanceProfile::permits_agent}};
inline constexpr auto exposed =
    deployed(machine, of_the_node) | require<rules::no_host_network_workload_reads_its_machines_role>;
#endif
static_assert(sound<exposed>);
