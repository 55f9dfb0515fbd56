// Who reads which credential in an environment. The expectations are those of the sources: the manual of EC2 on the metadata
// service, of ECS on task roles, of EKS on IRSA and Pod Identity, the source of the SSM agent.
#include "dual.hpp"

#include <initializer_list>
#include <string>
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::catalog;

namespace {

constexpr Environment machine(Platform platform, MetadataService metadata = MetadataService::version_2_only,
                              std::uint8_t hop_limit = 1) {
  return {.platform = platform,
          .node = {.metadata = metadata, .profile = InstanceProfile::permits_agent},
          .hop_limit = hop_limit};
}

constexpr bool reads(const Vantage& from, const CredentialSource& entry, const Environment& environment) {
  return static_cast<bool>(can_read(from, entry, environment));
}
template <class Rule>
constexpr bool stopped_by(const Vantage& from, const CredentialSource& entry, const Environment& environment) {
  return can_read(from, entry, environment).template refused_by<Rule>();
}
constexpr bool unknown(const Vantage& from, const CredentialSource& entry, const Environment& environment,
                       const OpenQuestion& open) {
  const Verdict verdict = can_read(from, entry, environment);
  return verdict.is_unknown() && verdict.open == &open;
}

// How a position is connected: a process of the machine, a container of ECS, of Docker, a pod, or a server in the
// workload of the platform.
enum class Kind : std::uint8_t { process, task, container, pod, server };
struct Position {
  Vantage from;
  Kind kind;
};
constexpr Position positions[] = {{vantages::os_user, Kind::process},
                                  {vantages::superuser, Kind::process},
                                  {vantages::agent_script, Kind::process},
                                  {vantages::container, Kind::task},
                                  {vantages::host_network_container, Kind::process},
                                  {vantages::another_task, Kind::task},
                                  {vantages::another_container, Kind::container},
                                  {vantages::pod, Kind::pod},
                                  {vantages::host_network_pod, Kind::process},
                                  {vantages::another_pod, Kind::pod},
                                  {vantages::job_step, Kind::server},
                                  {vantages::remote_caller, Kind::server},
                                  {vantages::remote_caller_with_headers, Kind::server}};

// The manual in our own words: who gets the profile's credential from the metadata service. Configure instance metadata
// options, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html: the reply
// with the token of version 2 may take as many hops as the limit says, and a container needs one more than its machine.
// Access instance metadata, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html: version
// 1 asks for no token. Limit access, .../instance-metadata-limiting-access.html: a rule of the firewall lets only some
// users of the machine reach it. README of amazon-ecs-agent: ECS_AWSVPC_BLOCK_IMDS is for tasks in network mode awsvpc.
// eksctl, https://eksctl.io/usage/security/: disablePodIMDS is for pods that are not on the host network.
enum class Expected : std::uint8_t { no, open, yes };
constexpr Expected least_of(Expected left, Expected right) { return left < right ? left : right; }

constexpr Expected let_through(MetadataBlock block, bool is_a_pod, bool has_an_interface) {
  if (block == MetadataBlock::every_container) return Expected::no;
  if (block == MetadataBlock::ecs_variable) return has_an_interface ? Expected::no : Expected::yes;
  if (block == MetadataBlock::eksctl_pod_option) return is_a_pod ? Expected::no : Expected::yes;
  return is_a_pod || has_an_interface ? Expected::open : Expected::no;  // iptables, chain DOCKER-USER
}

constexpr MetadataBlock walls[] = {MetadataBlock::every_container, MetadataBlock::ecs_variable,
                                   MetadataBlock::docker_user_rule, MetadataBlock::eksctl_pod_option};

constexpr Expected from_the_manual(const Position& position, const Environment& environment) {
  const MetadataService metadata = environment.node.metadata;
  if (metadata == MetadataService::off) return Expected::no;
  const bool ecs = environment.platform.has(Platform::ecs_on_ec2), eks = environment.platform.has(Platform::eks_node);
  // On EC2 a server is a program of the machine; ECS and EKS run containers alone.
  const bool programs = environment.platform.has(Platform::ec2) || environment.platform.has(Platform::ci_runner);
  const bool in_a_container =
      position.kind != Kind::process && (position.kind != Kind::server || ((ecs || eks) && !programs));
  const bool is_a_pod = in_a_container && (position.kind == Kind::pod || (position.kind == Kind::server && eks));
  const bool is_a_task = in_a_container && !is_a_pod && ecs && position.kind != Kind::container;
  const bool has_an_interface = is_a_task && environment.network == ContainerNetwork::awsvpc;

  Expected token = Expected::yes;
  if (metadata == MetadataService::version_1_only || position.from.means == Means::forged_get) {
    token = Expected::no;
  } else if (has_an_interface) {
    token = environment.hop_limit >= 2 ? Expected::yes : Expected::open;
  } else if (in_a_container && environment.hop_limit < environment.container_hops) {
    token = Expected::no;
  }
  const bool version_1 = metadata != MetadataService::version_2_only;
  Expected sum = version_1 ? Expected::yes : token;
  for (const MetadataBlock wall : walls) {
    const bool is_there = in_a_container && environment.metadata_blocked_for_containers.has(wall);
    if (is_there) sum = least_of(sum, let_through(wall, is_a_pod, has_an_interface));
  }
  if (environment.metadata_for_superuser_only && position.from.privilege == Privilege::ordinary) {
    // The rule tests the user id; whoever runs a container or a server may be user 0, or is not seen.
    sum = least_of(sum, position.from.inside == Inside::the_machine ? Expected::no : Expected::open);
  }
  return sum;
}

constexpr bool answers(const Verdict& verdict, Expected expected) {
  return (expected == Expected::yes) == static_cast<bool>(verdict) &&
         (expected == Expected::open) == verdict.is_unknown();
}

constexpr MetadataService all_states[] = {MetadataService::off, MetadataService::version_1_only,
                                          MetadataService::both_versions, MetadataService::version_2_only};

// One platform in one constant expression: Clang limits the steps of each.
constexpr void expect_as_the_manual(Platform platform, const CredentialSource& entry) {
  for (const MetadataService metadata : all_states) {
    for (const std::uint8_t limit : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{64}}) {
      for (const unsigned wall : {0U, 1U, 2U, 3U}) {
        Environment environment = machine(platform, metadata, limit);
        environment.metadata_blocked_for_containers = (wall & 1) != 0;
        environment.metadata_for_superuser_only = (wall & 2) != 0;
        for (const Position& position : positions) {
          EXPECT(answers(can_read(position.from, entry, environment), from_the_manual(position, environment)));
        }
      }
    }
  }
}
}  // namespace

// Walls, hops, networks and platforms together: more than Clang computes at compile time.
TEST_CASE("IMDS of a machine that is several things at once, in every state, behind every wall") {
  const Platforms machines[] = {Platform::ec2,
                                {Platform::ec2, Platform::docker},
                                {Platform::ec2, Platform::kubernetes, Platform::workstation},
                                {Platform::ec2, Platform::ci_runner, Platform::docker, Platform::device},
                                {Platform::ec2, Platform::ecs_on_ec2},
                                {Platform::ec2, Platform::eks_node, Platform::ci_runner},
                                {Platform::ecs_on_ec2, Platform::docker},
                                {Platform::eks_node, Platform::docker}};
  const CredentialSource* const profiles[] = {&instance_profile,       &instance_profile, &instance_profile,
                                              &instance_profile,       &instance_profile, &instance_profile,
                                              &ecs_container_instance, &eks_node};
  std::size_t asked = 0;
  for (std::size_t at = 0; at < 8; ++at) {
    for (const MetadataService metadata : all_states) {
      for (const std::uint8_t limit : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{3}, std::uint8_t{64}}) {
        for (const std::uint8_t hops : {std::uint8_t{2}, std::uint8_t{3}, std::uint8_t{4}}) {
          for (unsigned wall = 0; wall < 64; ++wall) {
            Environment environment = machine(Platform::ec2, metadata, limit);
            environment.platform = machines[at];
            environment.container_hops = hops;
            for (unsigned i = 0; i < 4; ++i) {
              if ((wall >> i & 1U) != 0) environment.metadata_blocked_for_containers.add(walls[i]);
            }
            environment.metadata_for_superuser_only = (wall & 16) != 0;
            if ((wall & 32) != 0) environment.network = ContainerNetwork::awsvpc;
            for (const Position& position : positions) {
              const Verdict verdict = can_read(position.from, *profiles[at], environment);
              ++asked;
              if (answers(verdict, from_the_manual(position, environment))) continue;
              CAPTURE(at);
              CAPTURE(static_cast<int>(metadata));
              CAPTURE(static_cast<int>(limit));
              CAPTURE(static_cast<int>(hops));
              CAPTURE(wall);
              CAPTURE(std::string(position.from.name.data(), position.from.name.size()));
              REQUIRE(false);
            }
          }
        }
      }
    }
  }
  CHECK(asked == std::size_t{8} * 4 * 4 * 3 * 64 * 13);
}

DUAL_TEST_CASE("IMDS of an instance, in every state, gives the profile to those whom the manual names") {
  expect_as_the_manual(Platform::ec2, instance_profile);
}
DUAL_TEST_CASE("IMDS of an ECS instance, in every state, gives the profile to those whom the manual names") {
  expect_as_the_manual(Platform::ecs_on_ec2, ecs_container_instance);
}
DUAL_TEST_CASE("IMDS of an EKS node, in every state, gives the profile to those whom the manual names") {
  expect_as_the_manual(Platform::eks_node, eks_node);
}

DUAL_TEST_CASE("the metadata service stops for the reason that is so") {
  using namespace rules;
  const Environment v2 = machine(Platform::eks_node);
  EXPECT(stopped_by<the_hop_limit_lets_the_token_through>(vantages::pod, eks_node, v2));
  EXPECT(stopped_by<the_hop_limit_lets_the_token_through>(vantages::another_pod, eks_node, v2));
  EXPECT(reads(vantages::host_network_pod, eks_node, v2));
  Environment blocked = machine(Platform::ecs_on_ec2, MetadataService::both_versions);
  blocked.metadata_blocked_for_containers = true;
  EXPECT(stopped_by<containers_can_reach_imds>(vantages::container, ecs_container_instance, blocked));
  EXPECT(reads(vantages::host_network_container, ecs_container_instance, blocked));
  Environment firewall = machine(Platform::ec2);
  firewall.metadata_for_superuser_only = true;
  EXPECT(stopped_by<ordinary_users_can_reach_imds>(vantages::os_user, instance_profile, firewall));
  EXPECT(reads(vantages::superuser, instance_profile, firewall));
  EXPECT(stopped_by<a_forged_get_can_read_imds>(vantages::remote_caller, instance_profile, machine(Platform::ec2)));
  EXPECT(stopped_by<there_is_a_credential_to_read>(vantages::os_user, instance_profile, {}));
  EXPECT(reads(vantages::os_user, instance_identity, {}));  // also where no profile is attached
}

DUAL_TEST_CASE("a reading names the place, and the answer of can_read is its verdict") {
  const Environment environment = machine(Platform::ec2);
  const Reading reading = can_read.reading(vantages::os_user, instance_profile, environment);
  EXPECT(reading.place->address == "http://169.254.169.254/latest/meta-data/iam/security-credentials/ROLE");
  const Reading wall = can_read.reading(vantages::os_user, host_management, environment);
  EXPECT(!wall);
  EXPECT(wall.verdict.rule != nullptr);
}

DUAL_TEST_CASE("a pod with a role of its own still reads the node's role where the token reaches it") {
  const Environment two_hops = machine(Platform::eks_node, MetadataService::version_2_only, 2);
  EXPECT(reads(vantages::pod, eks_service_account, two_hops));
  EXPECT(reads(vantages::pod, eks_pod_identity, two_hops));
  EXPECT(reads(vantages::pod, eks_node, two_hops));
  EXPECT(!reads(vantages::pod, eks_node, machine(Platform::eks_node)));
  EXPECT(reads(vantages::pod, eks_node, machine(Platform::eks_node, MetadataService::both_versions)));
  EXPECT(readings_from(vantages::pod, two_hops).reads(SourceId::eks_node));
  EXPECT(!readings_from(vantages::pod, machine(Platform::eks_node)).reads(SourceId::eks_node));
}

DUAL_TEST_CASE("what depends on the network of a task, and on the node's role, is open where the sources are silent") {
  Environment awsvpc = machine(Platform::ecs_on_ec2);
  awsvpc.network = ContainerNetwork::awsvpc;
  EXPECT(unknown(vantages::container, ecs_container_instance, awsvpc, open_questions::u116));
  awsvpc.metadata_blocked_for_containers = true;
  EXPECT(!reads(vantages::container, ecs_container_instance, awsvpc));
  EXPECT(!can_read(vantages::container, ecs_container_instance, awsvpc).is_unknown());
  awsvpc.metadata_blocked_for_containers = false;
  awsvpc.hop_limit = 2;
  EXPECT(reads(vantages::container, ecs_container_instance, awsvpc));
  const Environment two_hops = machine(Platform::eks_node, MetadataService::version_2_only, 2);
  EXPECT(unknown(vantages::another_pod, eks_service_account, two_hops, open_questions::u117));
  EXPECT(unknown(vantages::another_pod, eks_pod_identity, two_hops, open_questions::u117));
}

DUAL_TEST_CASE("the role of a pod is read in the pod, and by the superuser of the node") {
  using rules::only_the_workload_reads_its_own;
  const Environment node = machine(Platform::eks_node);
  for (const CredentialSource* const entry : {&eks_service_account, &eks_pod_identity}) {
    EXPECT(reads(vantages::pod, *entry, node));
    EXPECT(reads(vantages::host_network_pod, *entry, node));
    EXPECT(reads(vantages::superuser, *entry, node));
    EXPECT(stopped_by<only_the_workload_reads_its_own>(vantages::another_pod, *entry, node));
    EXPECT(unknown(vantages::os_user, *entry, node, open_questions::u117));  // for he reads the node's role
    EXPECT(!reads(vantages::remote_caller, *entry, node));
    EXPECT(!reads(vantages::remote_caller_with_headers, *entry, node));
  }
  Environment neither = node;
  neither.service_account_role = neither.pod_identity = false;
  EXPECT(stopped_by<rules::there_is_a_credential_to_read>(vantages::pod, eks_service_account, neither));
  EXPECT(stopped_by<rules::there_is_a_credential_to_read>(vantages::pod, eks_pod_identity, neither));
  const Environment fargate{.platform = Platform::eks_fargate};
  EXPECT(!reads(vantages::pod, eks_fargate_pod_execution, fargate));
}

DUAL_TEST_CASE(
    "who reads the task role of another task: nobody on Fargate, undecided on EC2, the superuser of the instance") {
  const Environment ec2 = machine(Platform::ecs_on_ec2);
  EXPECT(reads(vantages::container, ecs_task, ec2));
  EXPECT(unknown(vantages::another_task, ecs_task, ec2, open_questions::u113));
  EXPECT(reads(vantages::superuser, ecs_task, ec2));
  EXPECT(!reads(vantages::remote_caller, ecs_task, ec2));
  EXPECT(!reads(vantages::remote_caller_with_headers, ecs_task, ec2));
  // Whoever reads the instance's role may be able to act as the ECS agent.
  EXPECT(unknown(vantages::os_user, ecs_task, ec2, open_questions::u113));
  const Environment fargate{.platform = Platform::fargate};
  EXPECT(reads(vantages::container, fargate_task, fargate));
  EXPECT(stopped_by<rules::only_the_workload_reads_its_own>(vantages::another_task, fargate_task, fargate));
}

DUAL_TEST_CASE("the task execution role is not the task's to read") {
  const Environment ec2 = machine(Platform::ecs_on_ec2);
  EXPECT(!reads(vantages::container, ecs_task_execution, ec2));
  EXPECT(reads(vantages::superuser, ecs_task_execution, ec2));
}

DUAL_TEST_CASE("a function's credential is read by all of its code, and by nobody outside") {
  const Environment lambda{.platform = Platform::lambda};
  EXPECT(reads(vantages::function_code, lambda_function, lambda));
  EXPECT(reads(vantages::layer, lambda_function, lambda));
  EXPECT(!reads(vantages::remote_caller, lambda_function, lambda));
  EXPECT(stopped_by<rules::a_forged_request_reads_only_http>(vantages::remote_caller_with_headers, lambda_function,
                                                             lambda));
  EXPECT(stopped_by<rules::a_forged_get_can_read_the_local_endpoint>(
      vantages::remote_caller_with_headers, codebuild_build, {.platform = Platform::codebuild}));
  EXPECT(stopped_by<rules::a_forged_request_reads_only_http>(vantages::remote_caller_with_headers, cli_profile,
                                                             {.platform = Platform::workstation}));
}

DUAL_TEST_CASE("build commands and job steps read what their job has; what no source tells is unknown") {
  EXPECT(reads(vantages::build_command, codebuild_build, {.platform = Platform::codebuild}));
  EXPECT(reads(vantages::job_step, github_actions, {.platform = Platform::ci_runner}));
  EXPECT(unknown(vantages::job_code, glue_job, {.platform = Platform::glue}, open_questions::u114));
  EXPECT(reads(vantages::job_code, sagemaker_job, {.platform = Platform::sagemaker_job}));
  EXPECT(unknown(vantages::runtime_code, app_runner, {.platform = Platform::app_runner}, open_questions::u114));
  EXPECT(reads(vantages::runtime_code, agentcore, {.platform = Platform::agentcore}));
  EXPECT(unknown(vantages::container, ecs_managed_instance, {.platform = Platform::ecs_managed}, open_questions::u114));
  EXPECT(reads(vantages::pod, key_on_a_server, {.platform = Platform::eks_node}));
  EXPECT(unknown(vantages::remote_caller_with_headers, sagemaker_notebook, {.platform = Platform::sagemaker_notebook},
                 open_questions::u114));
  EXPECT(
      unknown(vantages::another_user, iot_credential_provider, {.platform = Platform::device}, open_questions::u115));
}

DUAL_TEST_CASE("the agent's file is read by the superuser and by its scripts, whatever the metadata service does") {
  const Environment environment{.node = {.host_management = true}};
  EXPECT(reads(vantages::superuser, host_management, environment));
  EXPECT(reads(vantages::agent_script, host_management, environment));
  EXPECT(!reads(vantages::os_user, host_management, environment));
  EXPECT(!reads(vantages::remote_caller, host_management, environment));
  Environment unregistered = environment;
  unregistered.node.registration = Registration::none;
  EXPECT(unknown(vantages::os_user, host_management, unregistered, open_questions::u102));
  Environment firewall = unregistered;
  firewall.metadata_for_superuser_only = true;
  EXPECT(!reads(vantages::os_user, host_management, firewall));
  const Environment hybrid{.platform = Platform::hybrid_machine, .node = {.hybrid_activation = true}};
  EXPECT(reads(vantages::superuser, hybrid_activation, hybrid));
  EXPECT(!reads(vantages::os_user, hybrid_activation, hybrid));
}

DUAL_TEST_CASE("on a workstation a user's own is read by him and the superuser") {
  const Environment here{.platform = Platform::workstation};
  for (const CredentialSource* const entry : {&cli_profile, &identity_center, &console_login}) {
    EXPECT(reads(vantages::the_user, *entry, here));
    EXPECT(reads(vantages::superuser, *entry, here));
    EXPECT(!reads(vantages::another_user, *entry, here));
  }
  EXPECT(reads(vantages::shell, cloudshell, {.platform = Platform::cloudshell}));
}

DUAL_TEST_CASE("what a service keeps is read by nobody, on no platform") {
  for (const CredentialSource* const entry :
       {&step_functions, &cloudformation, &eventbridge, &service_linked_role, &forward_access_session}) {
    for (const Position& position : positions) {
      EXPECT(!reads(position.from, *entry, {.platform = Platform::aws_service}));
      EXPECT(!reads(position.from, *entry, machine(Platform::ec2)));
    }
  }
}

// Of every source on every platform: more than Clang computes at compile time.
TEST_CASE("readers_of and visible_credentials agree with can_read, for every source and platform") {
  for (const CredentialSource* const entry : all) {
    for (const Platform platform : entry->platforms) {
      const Environment environment = machine(platform);
      for (const VantageReading& reader : readings_of(*entry, environment)) {
        const Verdict verdict = can_read(reader.from, *entry, environment);
        CHECK(reader.reading.verdict.decision == verdict.decision);
        CHECK(reader.reading.place != nullptr);
        CHECK((verdict.rule == nullptr) == static_cast<bool>(verdict));
        bool seen = false;
        for (const SourceReading& sight : readings_from(reader.from, environment)) {
          if (sight.source != entry) continue;
          seen = true;
          CHECK(sight.reading.verdict.decision == verdict.decision);
        }
        CHECK(seen);
      }
    }
  }
}

TEST_CASE("every unknown names its open question") {
  for (const CredentialSource* const entry : all) {
    for (const Platform platform : entry->platforms) {
      for (const VantageReading& reader : readings_of(*entry, machine(platform))) {
        if (!reader.reading.verdict.is_unknown()) continue;
        CAPTURE(static_cast<int>(entry->id));
        CAPTURE(std::string(reader.from.name.data(), reader.from.name.size()));
        CHECK(reader.reading.verdict.open != nullptr);
      }
    }
  }
}
