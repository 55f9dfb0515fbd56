// Your own designs in words and as pictures: every fault is told, in the box that it is about.
#include "dual.hpp"

#include <string>
#include <vector>

#include <whence/draw.hpp>
#include <whence/explain.hpp>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto account = "111122223333"_account;
constexpr IamUser alice(account, "alice"), bob(account, "bob");
constexpr Service ec2("ec2.amazonaws.com");
constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client), app("app");
constexpr Software cli("aws-cli", chiba);
constexpr auto trusts_alice = R"({"Statement": {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
constexpr auto trusts_first = R"({"Statement": {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],
  "Principal": {"AWS": "arn:aws:iam::111122223333:role/first"}}})"_trust_policy;
constexpr auto trusts_ec2 = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
constexpr Role first(account, "first", trusts_alice), second(account, "second", trusts_first);
constexpr Role node_role(account, "node", trusts_ec2);
constexpr Place memory = catalog::cli_memory.owned_by(chiba);

constexpr Flow right =
    assumes(alice, first) | requested_by(cli) | rests_in(memory) | read_by(cli) | calls("s3:ListAllMyBuckets");
// The caller, the reader and the call are wrong.
constexpr Flow wrong = assumes(bob, first) | rests_in(memory) | read_by(app) | calls("ListAllMyBuckets");
constexpr Flow of_the_node =
    assumes(ec2, node_role) | rests_along(catalog::eks_node) | read_by(app, vantages::pod) | calls("ec2:DescribeTags");
constexpr Environment cluster_node{
    .platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}, .hop_limit = 1};

bool is_about(const FlowVerdict& fault, const RuleInfo& rule, std::size_t flow, std::size_t step) {
  return fault.verdict.rule == &rule && fault.flow == flow && fault.step == step;
}
const PictureNode* find(const Picture& picture, Text caption, Text title) {
  for (const PictureNode& node : picture.nodes) {
    if (node.caption == caption && node.title == title) return &node;
  }
  return nullptr;
}
Text said(const PictureNode& node, Text label) {
  for (const PictureLine& each : node.lines) {
    if (each.label == label) return each.value;
  }
  return "(no such line)";
}
bool has(const std::string& text, Text wanted) { return text.find(std::string(wanted)) != std::string::npos; }

}  // namespace

TEST_CASE("every fault of a flow is found, in the order of its steps") {
  CHECK(check_all(right).empty());
  const std::vector<FlowVerdict> faults = check_all(wrong);
  REQUIRE(faults.size() == 3);
  CHECK(is_about(faults[0], rules::the_trust_policy_names_the_caller::info, 0, 1));
  CHECK(is_about(faults[1], rules::only_its_own_machine_reads_a_credential::info, 0, 3));
  CHECK(is_about(faults[2], rules::a_call_names_an_action::info, 0, 4));
}

TEST_CASE("every fault of a design and of a deployment is found, with its flow") {
  const std::vector<FlowVerdict> faults = check_all(Design{right, wrong, of_the_node});
  REQUIRE(faults.size() == 4);
  CHECK(is_about(faults[0], rules::the_trust_policy_names_the_caller::info, 2, 1));
  CHECK(is_about(faults[3], rules::a_position_is_judged_in_an_environment::info, 3, 4));
  const std::vector<FlowVerdict> deployed_faults = check_all(deployed(cluster_node, of_the_node));
  REQUIRE(deployed_faults.size() == 1);
  CHECK(is_about(deployed_faults[0], rules::the_hop_limit_lets_the_token_through::info, 1, 4));
  const Environment two_hops{
      .platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}, .hop_limit = 2};
  std::size_t exposures = 0;
  for (const FlowVerdict& fault : check_all(deployed(two_hops, of_the_node))) {
    exposures += fault.verdict.rule == &rules::no_workload_reads_its_machines_role::info ? 1U : 0U;
  }
  CHECK(exposures > 0);
  CHECK(check_all(deployed(Environment{.platform = Platform::lambda})).empty());
}

TEST_CASE("faults are told with the names that a program gives its flows") {
  static constexpr Text names[] = {"right", "wrong"};
  const Design design{right, wrong};
  const std::string told = explain(check_all(design), names);
  CHECK(has(told, "flow wrong, step 1: bob, first: denied implicitly\n  rule: [W203]"));
  CHECK(has(told, "flow wrong, step 3: app, memory of the CLI: denied implicitly\n  rule: [W303]"));
  CHECK(has(explain(check_all(design)), "flow 2, step 4: app, ListAllMyBuckets: invalid request\n  rule: [W505]"));
  CHECK(explain(check_all(right)) == "sound: every step is right\n");
  // The whole answer of may_assume in place of the verdict.
  CHECK(has(explain_check(design, names), "flow wrong, step 1: bob, first: denied implicitly"));
  CHECK(has(explain_check(design, names), "arn:aws:iam::111122223333:user/alice"));
  CHECK(explain_check(right) == "sound: every step is right\n");
  CHECK(has(explain_check(wrong, "wrong"), "flow wrong, step 4: app, ListAllMyBuckets"));
  // A name is printed for a terminal.
  static constexpr Text evil[] = {"", "\x1b[31m"};
  CHECK(has(explain(check_all(design), evil), "flow \\u001b[31m, step 1"));
}

TEST_CASE("a picture of a flow has its parts in order, and its faults where they are") {
  const Picture picture = picture_of(right, "right");
  REQUIRE(picture.nodes.size() == 5);
  constexpr Text captions[] = {"requester", "assumer", "role", "place", "user"};
  for (std::size_t i = 0; i < 5; ++i) CHECK(picture.nodes[i].caption == captions[i]);
  CHECK(picture.title == "right");
  CHECK(picture.nodes[1].title == "arn:aws:iam::111122223333:user/alice");
  CHECK(picture.nodes[2].plane.is_on(Plane::control));
  CHECK(picture.nodes[3].plane.is_on(Plane::client));
  CHECK(said(picture.nodes[4], "calls") == "s3:ListAllMyBuckets");
  for (const PictureNode& node : picture.nodes) CHECK(node.caveat.empty());
  CHECK(picture.edges.size() == 4);

  const Picture faulty = picture_of(wrong);
  const PictureNode* const role = find(faulty, "role", "first");
  const PictureNode* const user = find(faulty, "user", "app");
  REQUIRE(role != nullptr);
  REQUIRE(user != nullptr);
  CHECK(role->caveat == "wrong");
  CHECK(said(*role, "W203") == rules::the_trust_policy_names_the_caller::info.sentence);
  CHECK(said(*user, "W303") == rules::only_its_own_machine_reads_a_credential::info.sentence);
  CHECK(said(*user, "W505") == rules::a_call_names_an_action::info.sentence);
  const Picture open = picture_of(of_the_node);
  REQUIRE(find(open, "user", "app") != nullptr);
  CHECK(find(open, "user", "app")->caveat == "not decided");
}

TEST_CASE("a picture of a deployment shows its walls, and who reads each place there") {
  static constexpr Text names[] = {"of_the_node"};
  const auto cluster = deployed(cluster_node, of_the_node);
  const Picture picture = picture_of(cluster, "cluster", names);
  const PictureNode* const environment = find(picture, "environment", "EKS node");
  REQUIRE(environment != nullptr);
  CHECK(said(*environment, "hop limit") == "1");
  CHECK(said(*environment, "hops to a container") == "2, assumed");
  const PictureNode* const path = find(picture, "place", catalog::profile_path.name);
  REQUIRE(path != nullptr);
  CHECK(has(std::string(said(*path, "kept out by W308")), "process in the pod"));
  CHECK(has(std::string(said(*path, "readers")), "any OS user"));
  CHECK(said(*find(picture, "assumer", "ec2.amazonaws.com"), "flow") == "of_the_node");
  // A flow that begins with a session, and two flows of one design.
  const Begun token = get_session_token(alice);
  const Session session = *token;
  const Flow with_a_token = uses(session) | rests_in(memory) | read_by(cli) | calls("s3:ListAllMyBuckets");
  const Picture two = picture_of(Design{right, with_a_token});
  REQUIRE(find(two, "credential of", "arn:aws:iam::111122223333:user/alice") != nullptr);
  CHECK(said(*find(two, "credential of", "arn:aws:iam::111122223333:user/alice"), "flow") == "2");
  CHECK(two.fault() == PictureFault::none);
}

TEST_CASE("a picture of a chain shows each role and session with its lifetime") {
  const SessionTag tags[] = {{.key = "team", .value = "blue"}};
  const Text keys[] = {"team"};
  const StsRequest request{.session_name = "s1", .tags = tags, .transitive_tag_keys = keys};
  const Begun begun = assume_role(alice, first, request, own_policies_allow);
  REQUIRE(begun);
  const Session s1 = *begun;
  const StsRequest next{.session_name = "s2"};
  const Begun chained = assume_role(s1, second, next, own_policies_allow);
  REQUIRE(chained);
  const Session s2 = *chained;
  const Picture picture = picture_of(Chain(s2));
  REQUIRE(picture.nodes.size() == 5);
  CHECK(picture.nodes[0].title == "arn:aws:iam::111122223333:user/alice");
  CHECK(picture.nodes[1].title == "first");
  CHECK(picture.nodes[4].title == "arn:aws:sts::111122223333:assumed-role/second/s2");
  CHECK(said(picture.nodes[4], "at most") == "3600 s, W403");
  CHECK(said(picture.nodes[4], "tag") == "team = blue, transitive, inherited");
  for (const std::string& drawing : {svg::to_svg(picture), to_mermaid(picture), to_dot(picture)}) {
    CHECK(has(drawing, "assumed-role/second/s2"));
  }
}
