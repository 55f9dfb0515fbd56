// ECS does not guarantee that tasks on one instance are kept apart: not decided, so not sound unless waived.
// REFUSED: \[W803\] not decided: a task, pod or job must not be able to read the credential
// REFUSED: (broken_by|undecided_for)<whence::object<exposed>, whence::who<
// REFUSED: or_waive<whence::rules::no_workload_reads_anothers_credential>
// ERRORS: 1
// NAMES: exposed
// MEND: Run the tasks on machines of their own, such as those of Platform::fargate; or, if the team accepts it,
//   waive<...> the rule in the design.
#include <whence/catalog.hpp>

#include "world.hpp"

inline constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]})"_trust_policy;
inline constexpr Role node_role(account, "node", trust);
inline constexpr Flow of_the_node = assumes(ec2, node_role) | rests_in(catalog::ec2_service) |
                                    rests_in(catalog::profile_path) | read_by(root) | calls("ec2:DescribeInstances");

#ifdef WHENCE_CONTROL
inline constexpr Environment machine{.platform = Platform::ecs_on_ec2,
                                     .node = {.profile = InstanceProfile::permits_agent}};
inline constexpr auto exposed = deployed(machine, of_the_node) | waive<rules::no_workload_reads_anothers_credential>;
#else
inline constexpr Environment machine{.platform = Platform::ecs_on_ec2,
                                     .node = {.profile = InstanceProfile::permits_agent}};
inline constexpr auto exposed = deployed(machine, of_the_node);
#endif
static_assert(sound<exposed>);
