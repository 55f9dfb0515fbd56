// With a hop limit of 2, any pod reads the role of its node: a team waives that explicitly, or fixes it.
// REFUSED: \[W801\] a container or pod with its own network must not be able to read the credential of its machine
// REFUSED: broken_by<whence::object<exposed>, whence::who<
// REFUSED[gcc]: "process in the pod".*"EKS node role"
// REFUSED: or_waive<whence::rules::no_workload_reads_its_machines_role>
// ERRORS: 1
// NAMES: exposed
// MEND: Set the hop limit to 1 and allow only IMDSv2, which Environment has by default; or block IMDS for containers:
//   .metadata_blocked_for_containers = true. If the team accepts it, waive<...> the rule in the design.
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]})"_trust_policy;
inline constexpr Role node_role(account, "node", trust);
inline constexpr Service ec2("ec2.amazonaws.com");
inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr Flow of_the_node = assumes(ec2, node_role) | rests_in(catalog::ec2_service) |
                                    rests_in(catalog::profile_path) | read_by(root) | calls("ec2:DescribeInstances");

#ifdef WHENCE_CONTROL
inline constexpr Environment machine{
    .platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}, .hop_limit = 1};
inline constexpr auto exposed = deployed(machine, of_the_node);
#else
inline constexpr Environment machine{
    .platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}, .hop_limit = 2};
inline constexpr auto exposed = deployed(machine, of_the_node);
#endif
static_assert(sound<exposed>);
// A team that accepts it waives the rule.
inline constexpr auto accepted =
    exposed | waive<rules::no_workload_reads_its_machines_role> | waive<rules::no_workload_reads_anothers_credential>;
static_assert(sound<accepted>);
