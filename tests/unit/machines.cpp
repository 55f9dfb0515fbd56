// Machines as they are: several platforms at once, containers on every machine, how the hop limit came to be, what an answer
// assumes, and pairs of a source and an environment that the catalogue does not model.
#include "dual.hpp"

#include <string>
#include <whence/catalog.hpp>
#include <whence/explain.hpp>

using namespace whence;
using namespace whence::catalog;

namespace {

constexpr Environment machine(Platforms platforms, HopLimit limit = 1) {
  return {.platform = platforms, .node = {.profile = InstanceProfile::permits_agent}, .hop_limit = limit};
}
constexpr bool reads(const Vantage& from, const CredentialSource& entry, const Environment& environment) {
  return static_cast<bool>(can_read(from, entry, environment));
}
template <class Rule>
constexpr bool stopped_by(const Vantage& from, const CredentialSource& entry, const Environment& environment) {
  return can_read(from, entry, environment).template refused_by<Rule>();
}
constexpr bool not_modelled(const Vantage& from, const CredentialSource& entry, const Environment& environment) {
  const Verdict verdict = can_read(from, entry, environment);
  return verdict.is_unknown() && verdict.open == &open_questions::b2;
}

using hop_limit = rules::the_hop_limit_lets_the_token_through;
using blocked = rules::containers_can_reach_imds;

}  // namespace

DUAL_TEST_CASE("a set of platforms has what it was made of") {
  const Platforms set{Platform::ec2, Platform::docker};
  EXPECT((set.has(Platform::ec2) && set.has(Platform::docker) && !set.has(Platform::eks_node)));
  EXPECT(set.meets({Platform::lambda, Platform::docker}));
  EXPECT(!set.meets({Platform::lambda, Platform::ci_runner}));
  EXPECT(!Platforms().meets(set));
  EXPECT(set.in(Platform::docker) == Platform::docker);
  EXPECT(set != Platform::ec2);
  Platforms more = Platform::aws_service;
  more.add(set);
  EXPECT((more.has(Platform::aws_service) && more.has(Platform::ec2)));
  EXPECT(Platforms().empty());
}

DUAL_TEST_CASE("what a set of platforms is: an instance, a machine, shared, and on which plane") {
  EXPECT(is_instance({Platform::ci_runner, Platform::ec2}));
  EXPECT(!is_instance({Platform::ci_runner, Platform::docker}));
  EXPECT(has_a_machine({Platform::lambda, Platform::device}));
  EXPECT(!has_a_machine(Platform::fargate));
  EXPECT(shares_a_machine({Platform::workstation, Platform::docker}));
  EXPECT(!shares_a_machine({Platform::workstation, Platform::ec2}));
  EXPECT(runs_only_containers({Platform::ecs_on_ec2, Platform::docker}));
  EXPECT(!runs_only_containers({Platform::ec2, Platform::docker}));
  EXPECT(plane_of({Platform::workstation, Platform::docker}).is_on(Plane::client));
  EXPECT(plane_of({Platform::workstation, Platform::ec2}).is_on(Plane::data));
  EXPECT(plane_of(Platform::aws_service).is_on(Plane::control));
  EXPECT(name_of(Platform::docker) == "Docker");
  EXPECT(name_of(Platform::aws_service) == "AWS service");
}

// Configure instance metadata options, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html.
// Containers on plain EC2: https://github.com/awslabs/aws-sdk-rust/issues/540.
DUAL_TEST_CASE("a container or pod on plain EC2 needs a hop limit of 2, as on ECS and EKS") {
  const Environment one = machine(Platform::ec2), two = machine(Platform::ec2, 2);
  for (const Vantage& from : {vantages::container, vantages::pod, vantages::another_container, vantages::another_pod}) {
    EXPECT(stopped_by<hop_limit>(from, instance_profile, one));
    EXPECT(reads(from, instance_profile, two));
    Environment walled = one;
    walled.metadata_blocked_for_containers = true;
    EXPECT(!reads(from, instance_profile, walled));
    walled = two;
    walled.metadata_blocked_for_containers = true;
    EXPECT(stopped_by<blocked>(from, instance_profile, walled));
  }
  EXPECT(reads(vantages::host_network_container, instance_profile, one));
  EXPECT(reads(vantages::host_network_pod, instance_profile, one));
  // A program of the machine, and a server that is one.
  EXPECT(reads(vantages::os_user, instance_profile, one));
  EXPECT(reads(vantages::remote_caller_with_headers, instance_profile, one));
}

DUAL_TEST_CASE("containers are vantages of every machine, and of no platform without one") {
  const auto has = [](const Environment& environment, const Vantage& vantage) {
    for (const Vantage& each : Vantages(environment)) {
      if (each.name == vantage.name) return true;
    }
    return false;
  };
  for (const Platform platform : {Platform::ec2, Platform::workstation, Platform::hybrid_machine, Platform::ci_runner,
                                  Platform::emr_cluster, Platform::device, Platform::docker}) {
    EXPECT(has({.platform = platform}, vantages::container));
    EXPECT(has({.platform = platform}, vantages::host_network_container));
  }
  for (const Platform platform : {Platform::lambda, Platform::codebuild, Platform::mobile_app, Platform::aws_service}) {
    EXPECT(!has({.platform = platform}, vantages::container));
  }
  const Environment several{
      .platform = {Platform::ec2, Platform::docker, Platform::kubernetes, Platform::ci_runner, Platform::workstation}};
  for (const Vantage& each : {vantages::os_user, vantages::the_user, vantages::another_user, vantages::superuser,
                              vantages::agent_script, vantages::container, vantages::another_container, vantages::pod,
                              vantages::another_pod, vantages::job_step, vantages::remote_caller}) {
    EXPECT(has(several, each));
  }
}

DUAL_TEST_CASE("no machine has more vantages than the list takes") {
  Platforms everything;
  for (unsigned i = 0; i <= static_cast<unsigned>(Platform::aws_service); ++i) everything.add(static_cast<Platform>(i));
  EXPECT(!Vantages({.platform = everything}).overflows());
}

DUAL_TEST_CASE("a machine holds the credentials of everything that it is") {
  const Environment build{.platform = {Platform::ec2, Platform::docker, Platform::ci_runner, Platform::workstation},
                          .node = {.profile = InstanceProfile::permits_agent},
                          .hop_limit = 1};
  EXPECT(reads(vantages::os_user, instance_profile, build));
  EXPECT(reads(vantages::job_step, instance_profile, build));  // a runner with the profile of its instance
  EXPECT(reads(vantages::job_step, github_actions, build));
  EXPECT(reads(vantages::the_user, cli_profile, build));
  EXPECT(reads(vantages::superuser, cli_profile, build));
  EXPECT(reads(vantages::superuser, agent_with_the_profile, build));
  EXPECT(
      stopped_by<rules::only_the_owner_and_superuser_read_a_private_place>(vantages::another_user, cli_profile, build));
  EXPECT(stopped_by<hop_limit>(vantages::container, instance_profile, build));
  // Whether the container is that of the job, and whether the job runs as the user with the files, was not said.
  EXPECT(not_modelled(vantages::container, github_actions, build));
  EXPECT(!reads(vantages::job_step, cli_profile, build));
  EXPECT(can_read(vantages::job_step, cli_profile, build).is_unknown());

  const Environment hybrid{.platform = {Platform::hybrid_machine, Platform::workstation},
                           .node = {.hybrid_activation = true}};
  EXPECT(reads(vantages::superuser, hybrid_activation, hybrid));
  EXPECT(reads(vantages::the_user, roles_anywhere, hybrid));
  // The helper serves on the loopback address of the machine.
  EXPECT(not_modelled(vantages::container, roles_anywhere, hybrid));
  EXPECT(reads(vantages::host_network_container, roles_anywhere, hybrid));
}

DUAL_TEST_CASE("a machine that is not said to have a source gives no definite no") {
  EXPECT(not_modelled(vantages::superuser, cli_profile, machine(Platform::ec2)));
  EXPECT(not_modelled(vantages::superuser, roles_anywhere, {.platform = Platform::hybrid_machine}));
  EXPECT(not_modelled(vantages::superuser, instance_profile, {.platform = Platform::ci_runner}));
  EXPECT(not_modelled(vantages::os_user, step_functions, machine(Platform::ec2)));
}

// What the node of an environment lacks, in our own words.
namespace {
bool lacks(const CredentialSource& entry, const Environment& environment) {
  const Node& node = environment.node;
  const bool metadata = node.metadata != MetadataService::off;
  switch (entry.needs) {
    case Needs::metadata_service: return !metadata;
    case Needs::instance_profile:
      return !metadata || node.profile == InstanceProfile::none || node.profile == InstanceProfile::untrusted ||
             node.hybrid_activation || node.profile != InstanceProfile::permits_agent;
    case Needs::host_management:
      return !node.host_management || !metadata || node.profile == InstanceProfile::permits_agent ||
             node.hybrid_activation;
    case Needs::hybrid_activation: return !node.hybrid_activation || !node.shares_credentials;
    case Needs::service_account_role: return !environment.service_account_role;
    case Needs::pod_identity: return !environment.pod_identity;
    default: return false;
  }
}
}  // namespace

TEST_CASE("every no of every source on every platform is that of a rule, and none of a pair that is not modelled") {
  std::size_t pairs = 0, nos = 0;
  for (const CredentialSource* const entry : all) {
    for (unsigned one = 0; one <= static_cast<unsigned>(Platform::aws_service); ++one) {
      for (unsigned state = 0; state < 12; ++state) {
        Environment environment{.platform = static_cast<Platform>(one)};
        if (state >= 6) environment.platform.add({Platform::ec2, Platform::docker});
        Node& node = environment.node;
        if (state % 6 == 1) node.profile = InstanceProfile::permits_agent;
        if (state % 6 == 2) node.host_management = true;
        if (state % 6 == 3) node.hybrid_activation = true;
        if (state % 6 == 4) node.metadata = MetadataService::off;
        if (state % 6 == 5) environment.service_account_role = environment.pod_identity = false;
        const bool modelled = entry->runs_on(environment.platform);
        CAPTURE(static_cast<int>(entry->id));
        CAPTURE(one);
        CAPTURE(state);
        ++pairs;
        for (const VantageReading& reader : readings_of(*entry, environment)) {
          CAPTURE(std::string(reader.from.name.data(), reader.from.name.size()));
          const Verdict& verdict = reader.reading.verdict;
          CHECK(reader.reading.place != nullptr);
          if (!modelled) {
            CHECK(verdict.is_unknown());
            CHECK(verdict.open == &open_questions::b2);
          }
          if (verdict || verdict.is_unknown()) continue;
          ++nos;
          REQUIRE(verdict.rule != nullptr);
          CHECK((verdict.rule->id.starts_with("W30") || verdict.rule->id.starts_with("W31")));
          if (verdict.rule == &rules::there_is_a_credential_to_read::info) CHECK(lacks(*entry, environment));
        }
      }
    }
  }
  CHECK(pairs == std::size_t{73} * 30 * 12);
  CHECK(nos > 1000);
}

// eksctl issue 7665 and aws-ebs-csi-driver issue 2966: a container in a container, and some overlay networks, take one
// hop more than a bridge.
DUAL_TEST_CASE("the hops between a vantage and IMDS are part of the environment, or of the vantage") {
  Environment far = machine(Platform::eks_node, 2);
  EXPECT(reads(vantages::pod, eks_node, far));
  far.container_hops = 3;
  EXPECT(stopped_by<hop_limit>(vantages::pod, eks_node, far));
  EXPECT(reads(vantages::host_network_pod, eks_node, far));
  far.hop_limit = 3;
  EXPECT(reads(vantages::pod, eks_node, far));
  Vantage nested = vantages::container;
  nested.hops = 4;
  EXPECT(stopped_by<hop_limit>(nested, eks_node, far));
  far.hop_limit = 4;
  EXPECT(reads(nested, eks_node, far));
  far.node.metadata = MetadataService::both_versions;  // version 1 has no token
  far.hop_limit = 1;
  EXPECT(reads(nested, eks_node, far));
}

// "Order of precedence for instance metadata options", the page above, with its example 1.
DUAL_TEST_CASE("the hop limit is that of the launch, the account or the AMI, each option by itself") {
  const MetadataSteps nothing{}, by_ami{.ami = ami_for_version_2};
  EXPECT((nothing.hop_limit() == 1 && nothing.hop_limit().set_by == SetBy::ec2));
  EXPECT(nothing.metadata() == MetadataService::both_versions);
  EXPECT((by_ami.hop_limit() == 2 && by_ami.hop_limit().set_by == SetBy::ami));
  EXPECT(by_ami.metadata() == MetadataService::version_2_only);
  const MetadataSteps by_account{.account = {.hop_limit = 1}, .ami = ami_for_version_2};
  EXPECT((by_account.hop_limit() == 1 && by_account.hop_limit().set_by == SetBy::account));
  EXPECT(by_account.metadata() == MetadataService::version_2_only);
  const MetadataSteps by_launch{.instance = {Tokens::optional, 3}, .account = {Tokens::required, 1}};
  EXPECT((by_launch.hop_limit() == 3 && by_launch.hop_limit().set_by == SetBy::instance));
  EXPECT(by_launch.metadata() == MetadataService::both_versions);
  EXPECT(HopLimit(2).set_by == SetBy::instance);
  EXPECT(!HopLimit().is_given());
}

DUAL_TEST_CASE("an answer that rests on an assumption names it") {
  const auto assumed = [](const Vantage& from, const CredentialSource& entry, const Environment& environment) {
    return can_read(from, entry, environment).assumed;
  };
  Environment node{.platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}};
  EXPECT(stopped_by<hop_limit>(vantages::pod, eks_node, node));
  EXPECT(assumed(vantages::pod, eks_node, node) == &assumptions::hop_limit);
  node.hop_limit = 1;
  EXPECT(assumed(vantages::pod, eks_node, node) == &assumptions::metadata_versions);
  node.node.metadata = MetadataService::version_2_only;
  EXPECT(assumed(vantages::pod, eks_node, node) == nullptr);  // every container needs at least 2
  node.hop_limit = 2;
  EXPECT(reads(vantages::pod, eks_node, node));
  EXPECT(assumed(vantages::pod, eks_node, node) == &assumptions::container_hops);
  node.container_hops = 3;
  EXPECT(stopped_by<hop_limit>(vantages::pod, eks_node, node));
  EXPECT(assumed(vantages::pod, eks_node, node) == nullptr);
  EXPECT(assumed(vantages::host_network_pod, eks_node, node) == nullptr);
  EXPECT(assumed(vantages::pod, eks_service_account, node) == &assumptions::pod_role);
  node.service_account_role = true;
  EXPECT(assumed(vantages::pod, eks_service_account, node) == nullptr);
  EXPECT(assumed(vantages::remote_caller, instance_profile, {.node = node.node}) == nullptr);
  EXPECT(assumed(vantages::remote_caller, instance_profile, {.node = {.profile = InstanceProfile::permits_agent}}) ==
         &assumptions::metadata_versions);
  EXPECT(assumed(vantages::function_code, lambda_function, {.platform = Platform::lambda}) == &assumptions::in_use);
}

TEST_CASE("the words of a verdict name the assumption and what would change it") {
  const Environment node{.platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}};
  const std::string no = explain(can_read(vantages::pod, eks_node, node));
  CHECK(no.find("assumed: the hop limit was not given: 1 is assumed") != std::string::npos);
  CHECK(no.find("changed by: a hop limit in the launch") != std::string::npos);
  const std::string yes = explain(can_read(vantages::pod, eks_pod_identity, node));
  CHECK(yes.find("allowed\n  assumed: ") == 0);
}

namespace {
using namespace whence::literals;
constexpr auto for_ec2 = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]})"_trust_policy;
constexpr Role web("111122223333"_account, "web", for_ec2);
constexpr Service ec2("ec2.amazonaws.com");
constexpr OsUser app("app");
template <class... Position>
constexpr Flow web_read_by(const OsUser& who, const Position&... from) {
  return assumes(ec2, web) | rests_along(instance_profile) | read_by(who, from...) | calls("s3:GetObject");
}
}  // namespace

DUAL_TEST_CASE("a deployment counts the containers of a machine that is said to have them") {
  EXPECT(check(deployed(machine(Platform::ec2, 2))));
  const Environment two = machine({Platform::ec2, Platform::docker}, 2),
                    one = machine({Platform::ec2, Platform::docker});
  EXPECT(refused_by<rules::no_workload_reads_its_machines_role>(check(deployed(two))));
  EXPECT(check(deployed(one)));
  EXPECT(check(deployed(machine(Platform::ec2), web_read_by(app))));
  EXPECT(refused_by<rules::a_flow_says_from_where_its_reader_reads>(check(deployed(one, web_read_by(app)))));
  EXPECT(check(deployed(one, web_read_by(app, vantages::os_user))));
  EXPECT(refused_by<hop_limit>(check(deployed(one, web_read_by(app, vantages::container)))));
  EXPECT(refused_by<hop_limit>(check(deployed(machine(Platform::ec2), web_read_by(app, vantages::pod)))));
  EXPECT(refused_by<rules::a_reader_is_where_the_platform_has_a_vantage>(
      check(deployed(one, web_read_by(app, vantages::function_code)))));
}

// README of amazon-ecs-agent, ECS_AWSVPC_BLOCK_IMDS; eksctl, https://eksctl.io/usage/security/.
DUAL_TEST_CASE("a block of IMDS covers the network modes that it covers") {
  Environment ecs = machine(Platform::ecs_on_ec2, 2);
  ecs.metadata_blocked_for_containers = MetadataBlock::ecs_variable;
  EXPECT(reads(vantages::container, ecs_container_instance, ecs));
  ecs.network = ContainerNetwork::awsvpc;
  EXPECT(stopped_by<blocked>(vantages::container, ecs_container_instance, ecs));
  EXPECT(reads(vantages::host_network_container, ecs_container_instance, ecs));
  ecs.metadata_blocked_for_containers = MetadataBlock::docker_user_rule;
  EXPECT(can_read(vantages::container, ecs_container_instance, ecs).left_open_by<blocked>());
  EXPECT(can_read(vantages::container, ecs_container_instance, ecs).open == &open_questions::u116);
  ecs.network = ContainerNetwork::bridge;
  EXPECT(stopped_by<blocked>(vantages::container, ecs_container_instance, ecs));
  ecs.metadata_blocked_for_containers = true;
  EXPECT(stopped_by<blocked>(vantages::container, ecs_container_instance, ecs));

  Environment eks = machine(Platform::eks_node, 2);
  eks.metadata_blocked_for_containers = {MetadataBlock::ecs_variable, MetadataBlock::eksctl_pod_option};
  EXPECT(stopped_by<blocked>(vantages::pod, eks_node, eks));
  EXPECT(reads(vantages::host_network_pod, eks_node, eks));
  eks.metadata_blocked_for_containers = MetadataBlock::ecs_variable;
  EXPECT(reads(vantages::pod, eks_node, eks));
}
