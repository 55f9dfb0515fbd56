// IMDSv1 answers a forged GET.
// REFUSED: \[W804\] a forged GET \(server-side request forgery\) must not be able to
// REFUSED: (broken_by|undecided_for)<whence::object<exposed>, whence::who<
// REFUSED: or_waive<whence::rules::no_forged_get_reads_a_credential>
// ERRORS: 1
// NAMES: exposed
// MEND: Allow only IMDSv2 on the node, .metadata = MetadataService::version_2_only, which it has by default; or
//   waive<...> the rule in the design.
#include <whence/catalog.hpp>

#include "world.hpp"

inline constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]})"_trust_policy;
inline constexpr Role node_role(account, "node", trust);
inline constexpr Flow of_the_node = assumes(ec2, node_role) | rests_in(catalog::ec2_service) |
                                    rests_in(catalog::profile_path) | read_by(root) | calls("ec2:DescribeInstances");

#ifdef WHENCE_CONTROL
inline constexpr Environment machine{
    .node = {.metadata = MetadataService::version_2_only, .profile = InstanceProfile::permits_agent}};
inline constexpr auto exposed = deployed(machine, of_the_node);
#else
inline constexpr Environment machine{
    .node = {.metadata = MetadataService::both_versions, .profile = InstanceProfile::permits_agent}};
inline constexpr auto exposed = deployed(machine, of_the_node);
#endif
static_assert(sound<exposed>);
// A team that accepts it waives the rule.
inline constexpr auto accepted = exposed | waive<rules::no_forged_get_reads_a_credential>;
static_assert(sound<accepted>);
