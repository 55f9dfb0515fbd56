// Plans: chains of STS operations as JSON. The vectors test what they decide; this file tests how they are read.
#include "dual.hpp"

#include <whence/document/plan.hpp>

using namespace whence;

namespace {

#define CALLER R"({"caller": "arn:aws:iam::111122223333:user/alice", )"
#define ROLE                                                                                     \
  R"("role": "arn:aws:iam::111122223333:role/app", "trust": {"Statement": {"Effect": "Allow", )" \
  R"("Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}}}, )"                      \
  R"("policies": {"Statement": {"Effect": "Allow", "Action": "sts:*", "Resource": "*"}}, )"
#define HOP CALLER ROLE
#define NAMED R"("request": {"RoleSessionName": "s1"}})"

constexpr ScenarioError error_of(Text line) {
  Plan plan;
  return plan.add(line);
}

// Whether a line is refused for this fault, at the byte where `at` begins.
constexpr bool refused(Text line, ScenarioFault fault, Text field, Text at) {
  const ScenarioError error = error_of(line);
  return error.fault == fault && error.field == field && line.part(error.offset).starts_with(at) &&
         !error.sentence().empty();
}

constexpr Text whole = HOP NAMED;

}  // namespace

DUAL_TEST_CASE("a hop is a scenario, with its fields by their long names or their short ones") {
  Plan plan;
  EXPECT(!plan.add(whole));
  EXPECT(plan.size() == 1);
  EXPECT(plan.last().verdict());
  EXPECT(plan[0].operation() == Operation::assume_role);
  EXPECT(plan[0].session()->role()->name() == RoleName("app"));
  Plan other;
  EXPECT(!other.add(R"({"principalArn": "accounts.google.com", "roleArn": "arn:aws:iam::111122223333:role/app",
    "trustPolicy": {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                                  "Principal": {"Federated": "accounts.google.com"}}},
    "request": {"RoleSessionName": "job", "DurationSeconds": 900}})"));
  EXPECT(other.last().operation() == Operation::assume_role_with_web_identity);
  EXPECT(other.last().session()->ends() == Instant{900});
}

DUAL_TEST_CASE("the operation is named as the API or as policies name it, letter case ignored") {
  for (const Text operation : {Text("GetSessionToken"), Text("sts:GetSessionToken"), Text("getsessiontoken")}) {
    const Text head = CALLER R"("operation": ")";
    char line[128]{};
    std::size_t size = 0;
    for (const Text piece : {head, operation, Text("\"}")}) {
      for (const char c : piece) line[size++] = c;
    }
    Plan plan;
    EXPECT(!plan.add(Text(line, size)));
    EXPECT(plan.last().session()->kind() == SessionKind::user);
  }
}

DUAL_TEST_CASE("a hop without a caller is called by the session before it, which may also be named") {
  Plan plan;
  EXPECT(!plan.add(whole));
  EXPECT(!plan.add("{" ROLE NAMED));
  EXPECT(plan.last().session()->before() == plan[0].session());
  Plan named;
  EXPECT(!named.add(whole));
  EXPECT(!named.add(R"({"caller": "arn:aws:sts::111122223333:assumed-role/app/s1", )" ROLE NAMED));
  EXPECT(named.last().session()->before() == named[0].session());
  Plan another;
  EXPECT(!another.add(whole));
  EXPECT(another.add(whole).fault == ScenarioFault::hop_names_another_caller);
  EXPECT(another.size() == 1);
}

DUAL_TEST_CASE("a plan can be moved without invalidating its views") {
  Plan plan;
  EXPECT(!plan.add(whole));
  const Session* const session = plan.last().session();
  Plan moved = static_cast<Plan&&>(plan);
  EXPECT(!moved.add("{" ROLE NAMED));
  EXPECT(moved[0].session() == session);
  EXPECT(moved.last().session()->before() == session);
}

DUAL_TEST_CASE("no hop follows a refused hop") {
  Plan plan;
  EXPECT(!plan.add(CALLER R"("role": "arn:aws:iam::111122223333:role/app", )" NAMED));
  EXPECT(refused_by<rules::the_trust_policy_names_the_caller>(plan.last().verdict()));
  EXPECT(plan.last().session() == nullptr);
  EXPECT(plan.add(whole).fault == ScenarioFault::hop_before_began_no_session);
  // In a chain on one line, the rest is skipped.
  Plan chain;
  EXPECT(!chain.add_all(R"({"hops": [)" CALLER
                        R"("operation": "GetFederationToken", "request": {"Name": "carol"}}, {}]})"));
  EXPECT(chain.size() == 1);
}

DUAL_TEST_CASE("a line begins a chain when it names its caller") {
  EXPECT(Plan::begins_a_chain(whole));
  EXPECT(Plan::begins_a_chain(R"({"principalArn": "x"})"));
  EXPECT(!Plan::begins_a_chain(R"({"role": "x"})"));
  EXPECT(!Plan::begins_a_chain(""));
}

DUAL_TEST_CASE("a fault of a hop has its field and its byte") {
  using F = ScenarioFault;
  EXPECT(refused("", F::text_ends_too_early, "", ""));
  EXPECT(refused("{" ROLE NAMED, F::principal_is_missing, "", "{"));
  EXPECT(refused(CALLER NAMED, F::role_is_missing, "", "{"));
  EXPECT(refused(CALLER R"("colour": 1})", F::unknown_field, "colour", "\"colour"));
  EXPECT(refused(CALLER R"("caller": "x"})", F::duplicate_field, "principalArn", "\"caller\": \"x"));
  EXPECT(refused(CALLER R"("operation": "GetSessionToken", "operation": "AssumeRole"})", F::duplicate_field,
                 "operation", "\"operation\": \"Assume"));
  EXPECT(refused(CALLER R"("operation": "GetToken"})", F::operation_is_not_known, "operation", "\"GetToken"));
  EXPECT(
      refused(CALLER R"("operation": "GetCallerIdentity"})", F::operation_begins_nothing, "operation", "\"GetCaller"));
  EXPECT(refused(HOP R"("request": {"Colour": 1}})", F::unknown_parameter, "Colour", "\"Colour"));
  EXPECT(refused(HOP R"("request": {"at": 1, "at": 2}})", F::duplicate_parameter, "at", "\"at\": 2"));
  for (const Text number : {Text("1.5"), Text("1e3"), Text("\"900\""), Text("true"), Text("9999999999999999")}) {
    char line[768]{};
    std::size_t size = 0;
    for (const Text piece : {Text(HOP R"("request": {"DurationSeconds": )"), number, Text("}}")}) {
      for (const char c : piece) line[size++] = c;
    }
    EXPECT(refused(Text(line, size), F::number_is_not_whole, "DurationSeconds", number));
  }
  EXPECT(refused(HOP R"("request": {"at": "noon"}})", F::instant_is_not_valid, "at", "\"noon"));
  EXPECT(refused(HOP R"("request": {"Tags": [{"Key": "a"}]}})", F::tag_is_not_valid, "Tags", "{\"Key"));
  EXPECT(refused(HOP R"("request": {"Tags": [{"Key": "a", "key": "b"}]}})", F::tag_is_not_valid, "Tags", "\"key"));
  EXPECT(refused(HOP R"("request": {"Tags": 7}})", F::expected_an_object, "Tags", "7"));
  EXPECT(refused(HOP R"("request": {"TransitiveTagKeys": "a"}})", F::expected_a_list, "TransitiveTagKeys", "\"a"));
  EXPECT(refused(HOP R"("request": {"Policy": 7}})", F::policy_is_not_an_object, "Policy", "7"));
  EXPECT(refused(HOP R"("request": {"Policy": {"Version": "2012"}}})", F::policy, "Policy", "{\"Version"));
  EXPECT(refused(HOP R"("request": {"PolicyArns": [{"policy": {}}]}})", F::policy, "PolicyArns", "{}"));
  EXPECT(refused(HOP R"("request": {"PolicyArns": [{}]}})", F::unknown_parameter, "PolicyArns", "{}"));
  EXPECT(refused(HOP R"("roleMaxSessionDuration": "1 h"})", F::number_is_not_whole, "roleMaxSessionDuration", "\"1 h"));
  EXPECT(refused(HOP R"("delegatedAdministrator": "12"})", F::account_is_not_valid, "delegatedAdministrator", "\"12"));
  EXPECT(refused(HOP R"("rootAccessEnabled": "yes"})", F::expected_true_or_false, "rootAccessEnabled", "\"yes"));
  EXPECT(refused(HOP R"("regionalEndpoint": 1})", F::expected_true_or_false, "regionalEndpoint", "1"));
#define FEDERATES CALLER R"("operation": "GetFederationToken", )"
  EXPECT(refused(FEDERATES R"("request": {}})", F::federated_name_is_missing, "request", "{"));
  EXPECT(refused(FEDERATES R"("request": {"Name": "c"}})", F::federated_name_is_missing, "request", "{"));
#define ROOTS CALLER R"("operation": "AssumeRoot", )"
  EXPECT(refused(ROOTS R"("request": {"TaskPolicyArn": "x"}})", F::task_policy_is_not_valid, "TaskPolicyArn", "\"x"));
  EXPECT(
      refused(ROOTS R"("request": {"TargetPrincipal": "444455556666"}})", F::task_policy_is_not_valid, "request", "{"));
  EXPECT(refused(ROOTS R"("request": {"TargetPrincipal": "x", "TaskPolicyArn": "S3UnlockBucketPolicy"}})",
                 F::target_is_not_an_account, "request", "{"));
  EXPECT(refused(CALLER R"("operation": "GetDelegatedAccessToken", "approverArn": "x"})", F::approver_is_not_a_caller,
                 "approverArn", "{"));
  Plan plan;
  EXPECT(plan.add_all(R"({"hops": []})").fault == F::chain_has_no_hop);
  EXPECT(plan.add_all(R"({"hops": 7})").fault == F::expected_a_list);
  EXPECT(plan.add_all("[]").fault == F::expected_an_object);
}

TEST_CASE("a chain has at most 64 hops") {
  Plan plan;
  REQUIRE(!plan.add(whole));
  for (int i = 1; i < 64; ++i) REQUIRE(!plan.add("{" ROLE NAMED));
  CHECK(plan.add("{" ROLE NAMED).fault == ScenarioFault::chain_is_longer_than_64);
  CHECK(plan.size() == 64);
  CHECK(plan.last().verdict());
}

DUAL_TEST_CASE("anything omitted is absent") {
  Plan plan;
  EXPECT(!plan.add(HOP R"("request": {"RoleSessionName": "s1", "DurationSeconds": null, "Tags": null, "Policy": null},
    "roleTags": null, "operation": null})"));
  const Session* const session = plan.last().session();
  EXPECT(session->lifetime_basis() == LifetimeBasis::not_asked);
  EXPECT(!session->has_session_policies());
  EXPECT(session->role()->tags_are_known());
  Plan root;
  EXPECT(
      !root.add(ROOTS R"("request": {"TargetPrincipal": "444455556666", "TaskPolicyArn": "S3UnlockBucketPolicy"}})"));
  EXPECT(!root.last().verdict());
}
