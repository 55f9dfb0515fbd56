// From where the reader of a flow reads in a deployment: as its flow says, as its other flows say, or not said.
#include "dual.hpp"

#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto account = "111122223333"_account;
constexpr Service ec2("ec2.amazonaws.com"), pods("pods.eks.amazonaws.com"), tasks("ecs-tasks.amazonaws.com");
constexpr Service lambda("lambda.amazonaws.com");
constexpr auto services = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"], "Principal": {"Service": [
    "ec2.amazonaws.com", "pods.eks.amazonaws.com", "ecs-tasks.amazonaws.com", "lambda.amazonaws.com"]}}]})"_trust_policy;
constexpr Role node_role(account, "node", services), shop(account, "shop", services);

constexpr OsUser app("app"), operations("operations"), root("root", Privilege::superuser);
constexpr Software worker("worker", app), kubelet("kubelet", root), sidecar("sidecar", root);

template <class... Position>
constexpr Flow node_read_by(const Reader& who, const Position&... from) {
  return assumes(ec2, node_role) | rests_along(catalog::eks_node) | read_by(who, from...) | calls("ec2:DescribeTags");
}
template <class... Position>
constexpr Flow shop_read_by(const OsUser& who, const Position&... from) {
  return assumes(pods, shop) | rests_along(catalog::eks_pod_identity, who) | read_by(who, from...) |
         calls("s3:GetObject");
}

constexpr Environment node(std::uint8_t hop_limit, Platform platform = Platform::eks_node) {
  return {.platform = platform, .node = {.profile = InstanceProfile::permits_agent}, .hop_limit = hop_limit};
}
// A cluster whose exposures its team accepts, so that only the flows are in question.
template <class... Flows>
constexpr auto open_cluster(const Environment& environment, const Flows&... flows) {
  return deployed(environment, flows...) | waive<no_workload_reads_its_machines_role> |
         waive<no_workload_reads_anothers_credential> | waive<no_forged_get_reads_a_credential>;
}

using not_said = a_flow_says_from_where_its_reader_reads;
using elsewhere = a_reader_is_where_the_platform_has_a_vantage;
using hop_limit = the_hop_limit_lets_the_token_through;

}  // namespace

// The hop limit: Configure instance metadata options,
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
DUAL_TEST_CASE("a deployment asks from where a flow says that its user reads") {
  EXPECT(refused_by<hop_limit>(check(deployed(node(1), node_read_by(app, vantages::pod)))));
  EXPECT(check(deployed(node(1), node_read_by(app, vantages::host_network_pod))));
  EXPECT(check(deployed(node(1), node_read_by(app, vantages::os_user))));
  EXPECT(refused_by<hop_limit>(check(deployed(node(1), node_read_by(worker, vantages::pod)))));
  EXPECT(check(open_cluster(node(2), node_read_by(app, vantages::pod))));
  EXPECT(refused_by<hop_limit>(check(deployed(node(1), node_read_by(app, vantages::another_pod)))));
  // The superuser of a pod is no superuser of the node.
  EXPECT(refused_by<hop_limit>(check(deployed(node(1), node_read_by(root, vantages::pod)))));
  const DeploymentVerdict verdict = check(deployed(node(1), shop_read_by(app), node_read_by(app, vantages::pod)));
  EXPECT(verdict.flow == 2);
  EXPECT(verdict.step == 4);
  EXPECT(verdict.who == "app");
  EXPECT(verdict.what == catalog::profile_path.name);
}

DUAL_TEST_CASE("what the flow does not say, the user's other flows say") {
  EXPECT(refused_by<hop_limit>(check(deployed(node(1), shop_read_by(app, vantages::pod), node_read_by(app)))));
  EXPECT(refused_by<hop_limit>(check(deployed(node(1), node_read_by(app), shop_read_by(app, vantages::pod)))));
  EXPECT(refused_by<hop_limit>(check(deployed(node(1), shop_read_by(app, vantages::pod), node_read_by(worker)))));
  EXPECT(check(deployed(node(1), shop_read_by(app, vantages::host_network_pod), node_read_by(app))));
  EXPECT(check(open_cluster(node(2), shop_read_by(app, vantages::pod), node_read_by(app))));
  // Another user's flows say nothing about this one.
  EXPECT(refused_by<not_said>(check(deployed(node(1), shop_read_by(app, vantages::pod), node_read_by(operations)))));
  // Two positions with two answers.
  EXPECT(refused_by<not_said>(check(deployed(node(1), shop_read_by(app, vantages::pod),
                                             shop_read_by(app, vantages::host_network_pod), node_read_by(app)))));
}

DUAL_TEST_CASE("a user that reads what was made for its workload is in a pod, with a network that was not said") {
  EXPECT(check(deployed(node(1), shop_read_by(app))));
  EXPECT(refused_by<not_said>(check(deployed(node(1), shop_read_by(app), node_read_by(app)))));
  EXPECT(refused_by<not_said>(check(deployed(node(1), node_read_by(app), shop_read_by(app)))));
  EXPECT(refused_by<not_said>(check(deployed(node(1), node_read_by(app)))));
  EXPECT(check(deployed(node(1), shop_read_by(app), node_read_by(app, vantages::os_user))));
  // Every position can read it.
  EXPECT(check(open_cluster(node(2), shop_read_by(app), node_read_by(app))));
  EXPECT(check(open_cluster(node(2), node_read_by(operations))));
}

DUAL_TEST_CASE("a superuser is on the machine, unless that program is said to be elsewhere") {
  EXPECT(check(deployed(node(1), node_read_by(kubelet))));
  EXPECT(check(deployed(node(1), node_read_by(root))));
  EXPECT(check(deployed(node(1), shop_read_by(app), node_read_by(kubelet))));
  // Another program that runs as root in a pod says nothing about the kubelet.
  const Flow in_the_pod = assumes(pods, shop) | rests_along(catalog::eks_pod_identity, root) |
                          read_by(sidecar, vantages::pod) | calls("s3:GetObject");
  EXPECT(check(deployed(node(1), in_the_pod, node_read_by(kubelet))));
  EXPECT(refused_by<hop_limit>(check(deployed(node(1), in_the_pod, node_read_by(sidecar)))));
  EXPECT(refused_by<not_said>(check(deployed(node(1), shop_read_by(root), node_read_by(root)))));
}

DUAL_TEST_CASE("the same on ECS") {
  const auto instance_read_by = [](const OsUser& who, const auto&... from) {
    return Flow(assumes(ec2, node_role) | rests_along(catalog::ecs_container_instance) |
                read_by(who, catalog::profile_path, from...) | calls("ecs:Poll"));
  };
  const Flow of_the_task = assumes(tasks, shop) | rests_along(catalog::ecs_task, app) |
                           read_by(app, vantages::container) | calls("s3:GetObject");
  const Environment instance = node(1, Platform::ecs_on_ec2);
  EXPECT(check(open_cluster(instance, of_the_task)));
  EXPECT(refused_by<hop_limit>(check(open_cluster(instance, of_the_task, instance_read_by(app)))));
  EXPECT(refused_by<not_said>(check(open_cluster(instance, instance_read_by(operations)))));
  EXPECT(check(open_cluster(instance, instance_read_by(operations, vantages::os_user))));
  Environment blocked = node(2, Platform::ecs_on_ec2);
  blocked.metadata_blocked_for_containers = true;
  using is_blocked = containers_can_reach_imds;
  EXPECT(refused_by<is_blocked>(check(open_cluster(blocked, of_the_task, instance_read_by(app)))));
  EXPECT(check(open_cluster(blocked, instance_read_by(app, vantages::host_network_container))));
}

DUAL_TEST_CASE("a vantage of another platform is none here") {
  EXPECT(refused_by<elsewhere>(check(deployed(node(1), shop_read_by(app, vantages::container)))));
  EXPECT(refused_by<elsewhere>(check(deployed(node(1), node_read_by(root, vantages::function_code)))));
  const auto function = [](const Vantage& from) {
    const Flow flow =
        assumes(lambda, shop) | rests_along(catalog::lambda_function, app) | read_by(app, from) | calls("s3:GetObject");
    return check(deployed(Environment{.platform = Platform::lambda}, flow));
  };
  EXPECT(function(vantages::function_code));
  EXPECT(function(vantages::layer));
  EXPECT(refused_by<elsewhere>(function(vantages::pod)));
  EXPECT(refused_by<elsewhere>(function(vantages::os_user)));
  EXPECT(refused_by<elsewhere>(function(Vantage{"my own position on the machine"})));
  EXPECT(function(Vantage{.name = "my extension", .inside = Inside::the_workload}));
}

DUAL_TEST_CASE("where containers share no machine, the platform says where the user is") {
  const auto on_ec2 = [](const OsUser& who, bool behind_a_firewall) {
    const Flow flow =
        assumes(ec2, node_role) | rests_along(catalog::instance_profile) | read_by(who) | calls("s3:GetObject");
    Environment instance = node(1, Platform::ec2);
    instance.metadata_for_superuser_only = behind_a_firewall;
    return check(deployed(instance, flow));
  };
  EXPECT(on_ec2(app, false));
  EXPECT(on_ec2(root, true));
  EXPECT(refused_by<ordinary_users_can_reach_imds>(on_ec2(app, true)));
  const auto function =
      assumes(lambda, shop) | rests_along(catalog::lambda_function, app) | read_by(app) | calls("s3:GetObject");
  EXPECT(check(deployed(Environment{.platform = Platform::lambda}, function)));
}

DUAL_TEST_CASE("a reader inside the workload owns what was made for it") {
  const Flow inside = assumes(pods, shop) | rests_along(catalog::eks_pod_identity) | read_by(app, vantages::pod) |
                      calls("s3:GetObject");
  EXPECT((inside.from() != nullptr && inside.from()->name == vantages::pod.name));
  EXPECT(inside.read_at().owner == "app");
  EXPECT(left_open_by<a_position_is_judged_in_an_environment>(check(inside).verdict));
  EXPECT(check(deployed(node(1), inside)));
  const Flow unsaid =
      assumes(pods, shop) | rests_along(catalog::eks_pod_identity) | read_by(app) | calls("s3:GetObject");
  EXPECT(unsaid.from() == nullptr);
  EXPECT(left_open_by<only_the_owner_and_superuser_read_a_private_place>(check(unsaid).verdict));
  const Flow next_door = assumes(pods, shop) | rests_along(catalog::eks_pod_identity, app) |
                         read_by(app, vantages::another_pod) | calls("s3:GetObject");
  EXPECT(refused_by<only_the_workload_reads_its_own>(check(open_cluster(node(1), next_door))));
}

// A list takes eight positions. One that was left out may disagree with the others.
DUAL_TEST_CASE("a ninth position of a user leaves open from where it reads") {
  const Flow host = shop_read_by(app, vantages::host_network_pod), pod = shop_read_by(app, vantages::pod);
  EXPECT(check(deployed(node(1), node_read_by(app), host, host, host, host, host, host, host, host)));
  EXPECT(refused_by<not_said>(
      check(deployed(node(1), node_read_by(app), host, host, host, host, host, host, host, host, pod))));
  EXPECT(refused_by<not_said>(
      check(deployed(node(1), node_read_by(app), host, host, host, host, host, host, host, host, host))));
}
