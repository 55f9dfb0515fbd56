// Deployments: a design in an environment, and what it exposes.
#include "dual.hpp"

#include <initializer_list>
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto account = "111122223333"_account;
constexpr Service ec2("ec2.amazonaws.com");
constexpr OsUser root("root", Privilege::superuser);
constexpr Software kubelet("kubelet", root);
#define TRUST(SERVICE)                                                                                             \
  R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],)" \
  R"("Principal": {"Service": ")" SERVICE R"("}}]})"
constexpr auto ec2_trust = TRUST("ec2.amazonaws.com") ""_trust_policy;
constexpr auto pods_trust = TRUST("pods.eks.amazonaws.com") ""_trust_policy;
constexpr Role node_role(account, "node", ec2_trust), pod_role(account, "shop", pods_trust);

constexpr Flow of_the_node = assumes(ec2, node_role) | rests_in(catalog::ec2_service) |
                             rests_in(catalog::profile_path) | read_by(kubelet) | calls("ec2:DescribeInstances");
// The step before is not right: an ordinary user reads the agent's file.
constexpr Flow wrong = assumes(ec2, pod_role) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                       read_by(kubelet) | calls("s3:GetObject");

constexpr Environment node(std::uint8_t hop_limit, MetadataService metadata = MetadataService::version_2_only) {
  return {.platform = Platform::eks_node,
          .node = {.metadata = metadata, .profile = InstanceProfile::permits_agent},
          .hop_limit = hop_limit};
}

template <class Rule, class Checked>
constexpr Judged<Checked> exposes(const Checked& verdict, Text who) {
  return {verdict.template refused_by<Rule>() && verdict.who == who && verdict.flow == 0 && verdict.step == 0, verdict};
}

}  // namespace

DUAL_TEST_CASE("a cluster whose pods cannot reach the node's role is sound") {
  EXPECT(check(deployed(node(1), of_the_node)));
  EXPECT(check(deployed(node(1))));  // also with no flow at all
}

DUAL_TEST_CASE("a hop limit of two lets any pod read the node's role, also where no flow uses it") {
  EXPECT(exposes<no_workload_reads_its_machines_role>(check(deployed(node(2), of_the_node)), vantages::pod.name));
  const DeploymentVerdict without = check(deployed(node(2)));
  EXPECT(exposes<no_workload_reads_its_machines_role>(without, vantages::pod.name));
  EXPECT(!without.what.empty());
}

DUAL_TEST_CASE("so does version 1, whatever the hop limit; a forged GET is told when the pods are waived") {
  const auto version_1 = deployed(node(1, MetadataService::both_versions), of_the_node);
  EXPECT(exposes<no_workload_reads_its_machines_role>(check(version_1), vantages::pod.name));
  const auto waived = version_1 | waive<no_workload_reads_its_machines_role>;
  EXPECT(exposes<no_forged_get_reads_a_credential>(check(waived), vantages::remote_caller.name));
  // Whether a pod with the node's role gets, as the node, what is another pod's, is open.
  const auto open = waived | waive<no_forged_get_reads_a_credential>;
  EXPECT(left_open_by<no_workload_reads_anothers_credential>(check(open).verdict));
  EXPECT(check(open).verdict.open == &open_questions::u117);
  EXPECT(check(open | waive<no_workload_reads_anothers_credential>));
}

DUAL_TEST_CASE("a waived rule can be required again, and the rules that are off can be required") {
  const auto waived =
      deployed(node(2)) | waive<no_workload_reads_its_machines_role> | waive<no_workload_reads_anothers_credential>;
  EXPECT(check(waived));
  EXPECT(!check(waived | require<no_workload_reads_its_machines_role>));
  const auto strict = deployed(node(1)) | require<no_host_network_workload_reads_its_machines_role>;
  EXPECT(exposes<no_host_network_workload_reads_its_machines_role>(check(strict), vantages::host_network_pod.name));
  const auto users = deployed(node(1)) | require<no_ordinary_user_reads_a_credential>;
  EXPECT(exposes<no_ordinary_user_reads_a_credential>(check(users), vantages::os_user.name));
}

DUAL_TEST_CASE("tasks on one instance are not kept apart for certain: not decided, until it is waived") {
  const Environment instance{.platform = Platform::ecs_on_ec2, .node = {.profile = InstanceProfile::permits_agent}};
  const DeploymentVerdict verdict = check(deployed(instance));
  EXPECT(left_open_by<no_workload_reads_anothers_credential>(verdict.verdict));
  EXPECT(verdict.verdict.open == &open_questions::u113);
  EXPECT(check(deployed(instance) | waive<no_workload_reads_anothers_credential>));
  EXPECT(check(deployed(Environment{.platform = Platform::fargate})));
}

DUAL_TEST_CASE("a flow along places that are not there is not sound: another platform, or no profile") {
  const Environment no_profile{.platform = Platform::eks_node}, lambda{.platform = Platform::lambda};
  for (const Environment& environment : {no_profile, lambda}) {
    const DeploymentVerdict verdict = check(deployed(environment, of_the_node));
    EXPECT(refused_by<there_is_a_credential_to_read>(verdict));
    EXPECT(verdict.flow == 1);
    // The instance identity rests with EC2 in any case, but it is not the credential of a role.
    EXPECT(verdict.step == 2);
  }
}

DUAL_TEST_CASE("scripts that act as the agent are told where a team requires it") {
  const auto with = [](const Node& state) {
    return check(deployed(Environment{.node = state}) | require<no_script_gets_the_agents_credential>);
  };
  EXPECT(exposes<no_script_gets_the_agents_credential>(with({.host_management = true}), vantages::agent_script.name));
  EXPECT(with({.profile = InstanceProfile::permits_agent, .host_management = true}));
  EXPECT(with({.metadata = MetadataService::version_1_only, .host_management = true, .agent = {3, 2, 500, 0}})
             .verdict.left_open_by<no_script_gets_the_agents_credential>());
  // This rule alone: it does not depend on the rule about the machine's role, which is on unless it is waived.
  const Environment environment{.node = {.host_management = true}};
  EXPECT(check(deployed(environment)));
  EXPECT(exposes<no_script_gets_the_agents_credential>(
      check(deployed(environment) | waive<no_workload_reads_its_machines_role> |
            require<no_script_gets_the_agents_credential>),
      vantages::agent_script.name));
}

DUAL_TEST_CASE("a step that is not right is told before any exposure") {
  const DeploymentVerdict verdict = check(deployed(node(2), of_the_node, wrong));
  EXPECT(refused_by<the_trust_policy_names_the_caller>(verdict));
  EXPECT(verdict.flow == 2);
  EXPECT(verdict.step == 1);
}

DUAL_TEST_CASE("every platform without a machine exposes nothing of its own") {
  for (const Platform platform :
       {Platform::fargate, Platform::lambda, Platform::codebuild, Platform::eks_fargate, Platform::cloudshell,
        Platform::sagemaker_job, Platform::aws_service, Platform::mobile_app}) {
    EXPECT(check(deployed(Environment{.platform = platform})));
  }
  // Of which delivery no source tells, nothing is told here either.
  EXPECT(check(deployed(Environment{.platform = Platform::app_runner})).verdict.open == &open_questions::u114);
}

constexpr auto sound_one = deployed(node(1), of_the_node);
static_assert(sound<sound_one>);

// A place of the catalogue has its name, its address and its medium. Of another place the catalogue says nothing.
DUAL_TEST_CASE("only a place of the catalogue is known not to be there") {
  constexpr Environment lambda{.platform = Platform::lambda};
  const Place theirs = catalog::profile_path;
  Place renamed = theirs, moved = theirs, other_medium = theirs;
  renamed.name = "a path of ours";
  moved.address = "http://127.0.0.1/";
  other_medium.medium = Medium::file;
  EXPECT(refused_by<there_is_a_credential_to_read>(detail::can_be_there(of_the_node, theirs, lambda)));
  for (const Place* const ours : {&renamed, &moved, &other_medium})
    EXPECT(detail::can_be_there(of_the_node, *ours, lambda));
}

// A credential of one of the machine's platforms that nobody stated is not counted as exposed to another one (B-2).
DUAL_TEST_CASE("a machine of several platforms is judged by the credentials that it is said to have") {
  const Environment box{.platform = {Platform::ec2, Platform::docker, Platform::workstation},
                        .node = {.profile = InstanceProfile::permits_agent},
                        .hop_limit = 1};
  EXPECT(check(deployed(box)));
  Environment two_hops = box;
  two_hops.hop_limit = 2;
  EXPECT(check(deployed(two_hops)).refused_by<rules::no_workload_reads_its_machines_role>());
  Environment one_hop_said = box;
  one_hop_said.container_hops = 1;  // a container with a network of its own needs two
  EXPECT(check(deployed(one_hop_said)));
}
