// Scenarios: a call about a role read from one JSON object. The ids in the comments are those of the worked cases from
// which the expectations come. Accounts: A 111122223333, B 444455556666.
#include "dual.hpp"

#include <whence/document/plan.hpp>
#include <whence/document/scenario.hpp>
#include <whence/whence.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace whence;

namespace {

using Parsed = Result<Scenario, ScenarioError>;

static_assert(!std::is_default_constructible_v<Scenario>);
static_assert(!std::is_copy_constructible_v<Scenario> && !std::is_copy_assignable_v<Scenario>);
static_assert(std::is_nothrow_move_constructible_v<Scenario> && std::is_nothrow_move_assignable_v<Scenario>);

#define CALL(principal, role) R"("principalArn": ")" principal R"(", "roleArn": ")" role R"(")"
#define ALICE "arn:aws:iam::111122223333:user/alice"
#define SESSION "arn:aws:sts::111122223333:assumed-role/app/s1"
#define TA "arn:aws:iam::111122223333:role/target"
#define TB "arn:aws:iam::444455556666:role/target"
#define TRUST(principal, condition)                                                                                                   \
  R"("trustPolicy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": )" principal \
      condition "}]}"
#define ACCOUNT_A R"({"AWS": "111122223333"})"
#define IF(test) R"(, "Condition": {)" test "}"
#define STATEMENT(effect, action) \
  R"({"Version": "2012-10-17", "Statement": [{"Effect": ")" effect R"(", "Action": ")" action R"(", "Resource": "*"}]})"
#define ALLOW(action) STATEMENT("Allow", action)
#define WHEREVER(effect, action)                                                              \
  R"({"Version": "2012-10-17", "Statement": [{"Effect": ")" effect R"(", "Action": ")" action \
  R"(", "Resource": "*", "Principal": "*"}]})"
#define AR "sts:AssumeRole"
#define WHOLE_TRUST                                                                             \
  R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", )" \
  R"("Principal": {"AWS": ")" ALICE R"("}}]})"

// A scenario is constexpr if the standard library's vector is.
#if defined(__cpp_lib_constexpr_vector) && (!defined(__clang__) || defined(_LIBCPP_VERSION))
constexpr Decision decision_of(Text source) {
  const Parsed parsed = Scenario::parse(source);
  return parsed ? parsed->verdict().decision : Decision::invalid_request;
}
// sa-01, sa-02
static_assert(decision_of("{" CALL(ALICE, TA) "," TRUST(ACCOUNT_A, "") "}") == Decision::denied_implicitly);
static_assert(decision_of("{" CALL(ALICE, TA) "," TRUST(ACCOUNT_A, "") R"(, "identityPolicies": [)" ALLOW(AR) "]}") ==
              Decision::allowed);
static_assert([] {
  const Parsed parsed = Scenario::parse(R"({"roleArn": "x", "roles": 1})");
  return !parsed && parsed.error().fault == ScenarioFault::unknown_field && parsed.error().offset == 17;
}());
static_assert([] {
  const Parsed parsed = Scenario::parse(R"({"roleArn": "x", "role": "y"})");
  return !parsed && parsed.error().fault == ScenarioFault::duplicate_field && parsed.error().offset == 17;
}());
#endif

Verdict verdict_of(std::string_view source) {
  const Parsed parsed = Scenario::parse(Text(source.data(), source.size()));
  if (!parsed)
    FAIL_CHECK(std::string(parsed.error().sentence().data(), parsed.error().sentence().size()), " at byte ",
               parsed.error().offset);
  return parsed ? parsed->verdict() : Verdict{Decision::invalid_request};
}
// A scenario of alice, or of others, and a role of A or B.
std::string of(std::string_view call, std::string_view rest) {
  return "{" + std::string(call) + ", " + std::string(rest) + "}";
}
std::string home(std::string_view rest) { return of(CALL(ALICE, TA), rest); }
std::string abroad(std::string_view rest) { return of(CALL(ALICE, TB), rest); }

template <class Rule>
bool denied(const Verdict& verdict, Decision how = Decision::denied_implicitly) {
  return !verdict && verdict.decision == how && verdict.refused_by<Rule>();
}

}  // namespace

TEST_CASE("the question is made of the fields of the scenario") {
  const std::string source = of(CALL(SESSION, TB), TRUST(ACCOUNT_A, "") R"(, "action": "STS:AssumeRole", "id": "x-1",
    "expect": {"decision": ["allow", 1, null]}, "why": "w", "source": [[]], "note": {}, "title": null, "comment": -1.5e3)");
  const Parsed parsed = Scenario::parse(Text(source));
  REQUIRE(parsed.has_value());
  CHECK(parsed->action() == "STS:AssumeRole");
  CHECK(!parsed->is_about_passing());
  CHECK(*parsed->caller() == Principal(RoleSession(*AccountId::parse("111122223333"), "app", "s1")));
  CHECK(parsed->role().name().view() == "target");
  CHECK(parsed->role().trust().statements().size() == 1);
  CHECK(parsed->with([](const auto&, const Role& role, const AssumeSetting& setting, bool passing) {
    return role.path() == "/" && setting.policies && setting.policies->identity.empty() && !passing &&
           setting.context.others() == KeyState::absent && setting.context.keys().empty();
  }));
}

TEST_CASE("only principalArn and roleArn are required, and null counts as absent") {
  using names_caller = rules::the_trust_policy_names_the_caller;
  CHECK(denied<names_caller>(verdict_of("{" CALL(ALICE, TA) "}")));
  CHECK(denied<names_caller>(verdict_of(" \t\r\n{" CALL(ALICE, TA) "} ")));
  CHECK(
      denied<names_caller>(verdict_of(home(R"("trustPolicy": null, "identityPolicies": null, "permissionBoundary": null,
    "sessionPolicy": null, "scps": null, "rcps": null, "context": null, "unknown": null, "action": null,
    "vpcEndpointPolicy": null, "managementAccount": null, "disputed": null)"))));
  CHECK(verdict_of(
      home(TRUST(R"({"AWS": ")" ALICE R"("})", "") R"(, "permissionBoundary": null, "scps": null)")));  // sa-03
}

TEST_CASE("the first four fields have short names, and a field can be given by only one of its names") {
  CHECK(verdict_of(R"({"caller": ")" ALICE R"(", "role": ")" TA R"(", "trust": {"Statement": {"Effect": "Allow",
    "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}}}, "policies": [)" ALLOW(AR) "]}"));
  CHECK(denied<rules::the_callers_own_policies_allow>(
      verdict_of(R"({"caller": ")" ALICE R"(", "roleArn": ")" TA R"(",)" TRUST(ACCOUNT_A, "") "}")));
}

TEST_CASE("each field has its part in the decision") {
  using blocks = rules::no_limit_of_the_caller_blocks;
  using levels_allow = rules::every_level_of_service_control_policies_allows;
  using side_denies = rules::the_callers_policies_do_not_deny;
  constexpr auto explicitly = Decision::denied_explicitly;
  const std::string base = TRUST(ACCOUNT_A, "") R"(, "identityPolicies": [)" ALLOW("s3:*") "," ALLOW(AR) "]";
  const auto with = [&](std::string_view rest) { return verdict_of(abroad(base + ", " + std::string(rest))); };
  CHECK(verdict_of(abroad(base)));                                                                 // xa-03
  CHECK(denied<rules::the_callers_own_policies_allow>(verdict_of(abroad(TRUST(ACCOUNT_A, "")))));  // xa-04
  CHECK(denied<side_denies>(
      verdict_of(abroad(TRUST(ACCOUNT_A, "") R"(, "identityPolicies": [)" ALLOW(AR) "," STATEMENT("Deny", AR) "]")),
      explicitly));                                                        // xa-07
  CHECK(denied<blocks>(with(R"("permissionBoundary": )" ALLOW("s3:*"))));  // xa-12
  CHECK(with(R"("permissionBoundary": )" ALLOW("sts:*")));
  CHECK(with(R"("permissionBoundary": [)" ALLOW("sts:*") "]"));
  CHECK(denied<blocks>(with(R"("sessionPolicy": )" ALLOW("s3:*"))));  // xa-13
  CHECK(with(R"("sessionPolicy": [)" ALLOW("s3:*") "," ALLOW(AR) "]"));
  CHECK(denied<levels_allow>(with(R"("scps": [[)" ALLOW("*") "], [" ALLOW("s3:*") "]]")));  // or-02
  CHECK(with(R"("scps": [[)" ALLOW("*") "], [" ALLOW("s3:*") "," ALLOW(AR) "]]"));
  CHECK(denied<side_denies>(with(R"("scps": [[)" ALLOW("*") "," STATEMENT("Deny", AR) "]]"), explicitly));  // or-01
  CHECK(denied<rules::the_resource_control_policies_do_not_deny>(with(R"("rcps": [[)" WHEREVER("Deny", AR) "]]"),
                                                                 explicitly));
  CHECK(with(R"("rcps": [[)" WHEREVER("Deny", AR) R"(]], "managementAccount": "444455556666")"));   // or-08
  CHECK(with(R"("scps": [[)" STATEMENT("Deny", AR) R"(]], "managementAccount": "111122223333")"));  // or-09
  CHECK(
      denied<rules::the_endpoint_policy_allows>(with(R"("vpcEndpointPolicy": )" WHEREVER("Allow", "s3:*"))));  // or-11
  CHECK(with(R"("vpcEndpointPolicy": )" WHEREVER("Allow", "*")));
}

TEST_CASE("levels can be given as a flat list: each policy is then a level of its own") {
  using levels_allow = rules::every_level_of_service_control_policies_allows;
  const std::string base = TRUST(R"({"AWS": ")" ALICE R"("})", "");
  const auto with = [&](std::string_view rest) { return verdict_of(home(base + ", " + std::string(rest))); };
  const Verdict second = with(R"("scps": [)" ALLOW("*") "," ALLOW("s3:*") "," ALLOW("*") "]");
  CHECK(denied<levels_allow>(second));
  CHECK(second.cited.level == 1);
  CHECK(with(R"("scps": [)" ALLOW("*") "," ALLOW(AR) "]"));
  CHECK(with(R"("scps": [)" ALLOW("*") ", [" ALLOW("s3:*") "," ALLOW(AR) "]]"));
  CHECK(with(R"("scps": [])"));
  CHECK(denied<levels_allow>(with(R"("scps": [[]])")));
  const Verdict denial = with(R"("rcps": [)" WHEREVER("Deny", "s3:*") "," WHEREVER("Deny", AR) "]");
  CHECK(denied<rules::the_resource_control_policies_do_not_deny>(denial, Decision::denied_explicitly));
  CHECK(denial.cited.level == 1);
}

TEST_CASE("policies can be given as strings, and everything with escapes") {
  CHECK(verdict_of(home(
      R"("trustPolicy": "{\"Statement\": {\"Effect\": \"\\u0041llow\", \"Action\": \"sts:AssumeRole\",\n\"Principal\": {\"AWS\": \"111122223333\"}}}",
    "identityPolicies": [)" ALLOW(
          "s3:*") R"(, "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}"])")));
  CHECK(verdict_of(R"({"principalArn": "arn:aws:iam::111122223333:user\/\u0061lice", "role\u0041rn": ")" TA
                   R"(", )" TRUST(R"({"AWS": ")" ALICE R"("})", "") "}"));
}

TEST_CASE("condition keys have values of every type of JSON") {
  const auto decision = [](std::string_view test, std::string_view context) {
    const std::string condition = R"(, "Condition": {)" + std::string(test) + "}}]}";
    std::string trust = TRUST(ACCOUNT_A, "");
    trust.replace(trust.size() - 3, 3, condition);
    return verdict_of(abroad(trust + R"(, "identityPolicies": [)" ALLOW("*") R"(], "context": {)" +
                             std::string(context) + "}"))
        .decision;
  };
  constexpr auto allowed = Decision::allowed, denied = Decision::denied_implicitly;
  const char* const external = R"("StringEquals": {"sts:ExternalId": "c-42"})";
  CHECK(decision(external, R"("sts:ExternalId": "c-42")") == allowed);       // tc-01
  CHECK(decision(external, R"("STS:externalid": "\u0063-42")") == allowed);  // tc-01
  CHECK(decision(external, R"("sts:ExternalId": "C-42")") == denied);        // tc-03
  CHECK(decision(external, R"("sts:ExternalId": null)") == denied);          // tc-02
  CHECK(decision(external, "") == denied);                                   // tc-02
  const char* const mfa = R"("Bool": {"aws:MultiFactorAuthPresent": "true"})";
  CHECK(decision(mfa, R"("aws:MultiFactorAuthPresent": true)") == allowed);  // tc-04
  CHECK(decision(mfa, R"("aws:MultiFactorAuthPresent": "true")") == allowed);
  CHECK(decision(mfa, R"("aws:MultiFactorAuthPresent": false)") == denied);
  const char* const young = R"("NumericLessThan": {"aws:MultiFactorAuthAge": "3600"})";
  CHECK(decision(young, R"("aws:MultiFactorAuthAge": 1200)") == allowed);   // tc-11
  CHECK(decision(young, R"("aws:MultiFactorAuthAge": 7200)") == denied);    // tc-12
  CHECK(decision(young, R"("aws:MultiFactorAuthAge": "7200")") == denied);  // tc-12
  const char* const tags =
      R"("ForAllValues:StringEquals": {"x:Keys": ["a", "true", "1"]}, "Null": {"x:Keys": "false"})";
  CHECK(decision(tags, R"("x:Keys": ["a", true, 1])") == allowed);
  CHECK(decision(tags, R"("x:Keys": ["a"])") == allowed);
  CHECK(decision(tags, R"("x:Keys": ["a", "b"])") == denied);
  CHECK(decision(tags, R"("x:Keys": [])") == denied);  // ts-21: an empty list is no key
  CHECK(decision(tags, R"("x:Keys": null)") == denied);
}

TEST_CASE("a key listed as unknown leaves the decision open if it matters") {
  const std::string base = TRUST(ACCOUNT_A, IF(R"("Bool": {"aws:MultiFactorAuthPresent": "true"})")) R"(,
    "identityPolicies": [)" ALLOW("*") "]";
  CHECK(denied<rules::the_conditions_are_met>(verdict_of(abroad(base))));  // tc-05: not said is not there
  CHECK(denied<rules::the_conditions_are_met>(verdict_of(abroad(base + R"(, "unknown": [])"))));
  CHECK(verdict_of(abroad(base + R"(, "unknown": ["AWS:MultifactorAuthPresent", "aws:MultiFactorAuthPresent"])"))
            .left_open_by<rules::the_conditions_are_met>());  // tc-10
  CHECK(denied<rules::the_conditions_are_met>(verdict_of(abroad(base + R"(, "unknown": ["aws:SourceIp"])"))));
}

TEST_CASE("disputed points are read as the scenario says") {
  const auto with = [](std::string_view principal, std::string_view rest) {
    std::string trust = TRUST("@", "");
    trust.replace(trust.find('@'), 1, principal);
    return of(CALL(SESSION, TA), trust + R"(, "disputed": )" + std::string(rest));
  };
  const auto open = [](const Verdict& verdict) { return verdict.open == nullptr ? Text() : verdict.open->id; };
  const char* const everyone = R"({"AWS": "*"})";
  const std::string in_session = R"({}, "sessionPolicy": )" ALLOW("s3:*");
  CHECK(open(verdict_of(with(everyone, "{}"))) == "X-1");  // sa-28
  CHECK(open(verdict_of(with(everyone, R"({"X-1": "unknown", "X-3": "deny"})"))) == "X-1");
  CHECK(verdict_of(with(everyone, R"({"X-1": "allow"})")));
  CHECK(
      denied<rules::the_callers_own_policies_allow>(verdict_of(with(everyone, R"({"X-1": "deny", "X-2": "allow"})"))));
  const std::string named = R"({"AWS": ")" SESSION R"("})";
  CHECK(open(verdict_of(with(named, in_session))) == "X-3");  // bs-06
  CHECK(verdict_of(with(named, R"({"X-3": "allow"}, "sessionPolicy": )" ALLOW("s3:*"))));
  CHECK(!verdict_of(with(named, R"({"X-3": "deny"}, "sessionPolicy": )" ALLOW("s3:*"))));
  const auto bounded = [](std::string_view reading) {
    return home(
        TRUST(R"({"AWS": ")" ALICE R"("})", "") R"(, "permissionBoundary": )" ALLOW("s3:*") R"(, "disputed": )" +
        std::string(reading));
  };
  CHECK(open(verdict_of(bounded("null"))) == "X-2");  // bs-01
  CHECK(verdict_of(bounded(R"({"X-2": "allow"})")));
  CHECK(!verdict_of(bounded(R"({"X-2": "deny"})")));
}

// X-4 is about how long a session lasts: a scenario takes the reading, and an operation asks it.
TEST_CASE("the reading of X-4, whether the session of a user passes the hour, comes from the scenario") {
  const auto reading = [](std::string_view disputed) {
    const std::string source = home(R"("disputed": )" + std::string(disputed));
    const Parsed parsed = Scenario::parse(Text(source));
    REQUIRE(parsed.has_value());
    return parsed->with([](const auto&, const Role&, const AssumeSetting& setting, bool) {
      return setting.disputed_points().session_token_passes_the_hour;
    });
  };
  CHECK(reading("{}") == Truth::unknown);
  CHECK(reading(R"({"X-4": "unknown", "X-1": "allow"})") == Truth::unknown);
  CHECK(reading(R"({"X-4": "allow"})") == Truth::yes);
  CHECK(reading(R"({"X-1": "allow", "X-4": "deny"})") == Truth::no);
}

TEST_CASE("principalArn can have any name, and one that makes no request is refused") {
  const auto decided = [](std::string_view principal, std::string_view trusted) {
    return verdict_of(R"({"principalArn": ")" + std::string(principal) +
                      R"(", "roleArn": ")" TA R"(", "documentsFrom": "aws", "trustPolicy":
      {"Statement": {"Effect": "Allow", "Action": "sts:*", "Principal": )" +
                      std::string(trusted) + "}}}");
  };
  const char* const github = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
  constexpr auto invalid = Decision::invalid_request;
  CHECK(decided("ec2.amazonaws.com", R"({"Service": "ec2.amazonaws.com"})"));  // sv-01
  CHECK(decided("accounts.google.com", R"({"Federated": "accounts.google.com"})"));
  CHECK(decided(github, R"({"Federated": ")" + std::string(github) + R"("})"));
  CHECK(decided("arn:aws:iam::111122223333:saml-provider/idp",
                R"({"Federated": "arn:aws:iam::111122223333:saml-provider/idp"})"));
  CHECK(denied<rules::the_root_user_assumes_no_role>(decided("arn:aws:iam::111122223333:root", ACCOUNT_A)));  // sa-22
  CHECK(denied<rules::a_federated_user_assumes_no_role>(
      decided("arn:aws:sts::111122223333:federated-user/carol", ACCOUNT_A)));
  CHECK(denied<rules::a_role_never_acts>(decided("arn:aws:iam::111122223333:role/app", ACCOUNT_A), invalid));
  CHECK(denied<rules::an_account_makes_no_request>(decided("111122223333", ACCOUNT_A), invalid));
}

TEST_CASE("the action is the question: the operation, one more permission of it, or passing the role") {
  const auto with = [](std::string_view call, std::string_view action) {
    return verdict_of(
        of(call, R"("trustPolicy": {"Statement": {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:SetContext"],
      "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}}, "identityPolicies": [)" ALLOW(
                     "iam:PassRole") R"(], "action": ")" +
                     std::string(action) + "\""));
  };
  const char* const alice = CALL(ALICE, TA);
  CHECK(with(alice, "sts:AssumeRole"));
  CHECK(with(alice, "sts:AssumeRole").action == "sts:AssumeRole");
  CHECK(with(alice, "STS:setcontext"));
  CHECK(denied<rules::the_trust_policy_names_the_caller>(with(alice, "sts:TagSession")));
  CHECK(denied<rules::the_trust_policy_names_the_caller>(with(alice, "sts:SetSourceIdentity")));
  CHECK(denied<rules::the_operation_fits_the_caller>(with(alice, "sts:AssumeRoleWithSAML"), Decision::invalid_request));
  CHECK(denied<rules::the_operation_fits_the_caller>(with(alice, "sts:AssumeRoleWithWebIdentity"),
                                                     Decision::invalid_request));
  CHECK(denied<rules::the_operation_fits_the_caller>(with(CALL("accounts.google.com", TA), "sts:AssumeRole"),
                                                     Decision::invalid_request));
  CHECK(with(alice, "iam:PassRole"));
  CHECK(with(alice, "IAM:passrole").action == "iam:PassRole");
  CHECK(denied<rules::a_role_is_passed_within_its_account>(with(CALL(ALICE, TB), "iam:PassRole")));  // sv-12
  CHECK(denied<rules::a_role_never_acts>(with(CALL("arn:aws:iam::111122223333:role/app", TA), "iam:PassRole"),
                                         Decision::invalid_request));
  const Parsed passing = Scenario::parse("{" CALL(ALICE, TA) R"(, "action": "iam:PassRole"})");
  REQUIRE(passing.has_value());
  CHECK(passing->is_about_passing());
  CHECK(verdict_of(home(R"("action": "iam:PassRole", "context": {"iam:PassedToService": "ec2.amazonaws.com"},
    "identityPolicies": [{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*",
    "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}}}])")));
}

namespace {

// Everything that a scenario can have, and allowed.
const std::string rich = "{" CALL(SESSION, TB) "," TRUST(ACCOUNT_A, IF(R"("StringEquals": {"sts:ExternalId": "c-42"},
  "ForAllValues:StringLike": {"x:Keys": ["a*", "b*"]})")) R"(, "identityPolicies": [)" ALLOW("s3:*") ",\n" ALLOW(AR) R"(],
  "permissionBoundary": )" ALLOW("sts:*") R"(, "sessionPolicy": [)" ALLOW("*") "," ALLOW("s3:*") R"(],
  "scps": [[)" ALLOW("*") "], [" ALLOW("s3:*") "," ALLOW("sts:*") "], [" ALLOW("*") R"(]], "rcps": [[)" WHEREVER(
    "Deny", "s3:*") R"(]],
  "vpcEndpointPolicy": "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Principal\": \"*\"}}",
  "managementAccount": "999900001111", "context": {"sts:ExternalId": "c-42", "x:Keys": ["a1", "b2", "a3"], "x:Absent": null},
  "unknown": ["aws:SourceIp"], "action": "sts:AssumeRole", "disputed": {"X-1": "deny"}, "id": "rich"})";

Text text(const std::string& source) { return {source.data(), source.size()}; }

}  // namespace

TEST_CASE("a scenario owns its text, and stays valid when it is moved") {
  std::vector<Scenario> kept;
  for (int i = 0; i < 20; ++i) {  // the vector grows and moves them
    std::string source = rich;
    Parsed parsed = Scenario::parse(text(source));
    REQUIRE(parsed.has_value());
    source.assign(source.size(), '#');
    kept.push_back(*std::move(parsed));
  }
  Scenario assigned = *Scenario::parse("{" CALL(ALICE, TA) "}");
  CHECK(!assigned.verdict());
  assigned = std::move(kept.back());
  CHECK(assigned.verdict());
  kept.pop_back();
  for (const Scenario& each : kept) {
    CHECK(each.verdict());
    CHECK(each.action() == "sts:AssumeRole");
    CHECK(each.caller()->name().session == "s1");
  }
}

TEST_CASE("a scenario that is cut off anywhere is refused") {
  for (std::size_t size = 0; size < rich.size(); ++size) {
    const std::string cut = rich.substr(0, size);
    if (Scenario::parse(text(cut))) FAIL_CHECK("accepted with ", size, " bytes");
  }
  CHECK(verdict_of(rich));
}

namespace {

struct Case {
  ScenarioFault fault;
  const char* field;   // nothing: it does not matter
  const char* source;  // @ stands before the byte at fault
};

#define ALICE_AND(rest) "{" CALL(ALICE, TA) ", " rest "}"
#define S1_AND(rest) "{" CALL(SESSION, TA) ", " rest "}"

// Faults of the hops of a plan, which are scenarios with more to them.
#define HOP(rest) "{" CALL(ALICE, TA) ", " rest "}"
#define CALLED(operation, rest) HOP(R"("operation": ")" operation R"(", )" rest)
constexpr Case hops[] = {
    {ScenarioFault::operation_is_not_known, "operation", HOP(R"("operation": @"AssumeRoles")")},
    {ScenarioFault::operation_begins_nothing, "operation", HOP(R"("operation": @"sts:GetCallerIdentity")")},
    {ScenarioFault::unknown_parameter, "Duration", HOP(R"("request": {@"Duration": 900})")},
    {ScenarioFault::duplicate_parameter, "Name", HOP(R"("request": {"Name": "c1", @"Name": "c2"})")},
    {ScenarioFault::number_is_not_whole, "DurationSeconds", HOP(R"("request": {"DurationSeconds": @900.5})")},
    {ScenarioFault::number_is_not_whole, "DurationSeconds", HOP(R"("request": {"DurationSeconds": @"900"})")},
    {ScenarioFault::instant_is_not_valid, "at", HOP(R"("request": {"at": @"2026-13-01"})")},
    {ScenarioFault::expected_true_or_false, "rootAccessEnabled", HOP(R"("rootAccessEnabled": @"true")")},
    {ScenarioFault::tag_is_not_valid, "Tags", HOP(R"("request": {"Tags": [@{"Key": "k"}]})")},
    {ScenarioFault::tag_is_not_valid, "roleTags", HOP(R"("roleTags": [{"Key": "k", @"Values": "v"}])")},
    {ScenarioFault::task_policy_is_not_valid, "TaskPolicyArn", HOP(R"("request": {"TaskPolicyArn": @"any"})")},
    {ScenarioFault::duplicate_field, "operation", HOP(R"("operation": null, @"operation": null)")},
    {ScenarioFault::policy, "Policy", HOP(R"("request": {"Policy": @{"Statement": []}})")},
    {ScenarioFault::unknown_field, "operations", HOP(R"(@"operations": null)")},
    {ScenarioFault::target_is_not_an_account, "request",
     "@" CALLED("AssumeRoot", R"("request": {"TargetPrincipal": ")" ALICE R"("})")},
    {ScenarioFault::approver_is_not_a_caller, "approverArn",
     "@" CALLED("GetDelegatedAccessToken", R"("approverArn": ")" TA R"(")")},
    {ScenarioFault::federated_name_is_missing, "request", "@" CALLED("GetFederationToken", R"("request": {})")},
};

// An endless chain: a role that trusts its whole account assumes itself.
#define AND_BEGINS R"("request": {"RoleSessionName": "s1"}, "policies": )" ALLOW("sts:*") ", " TRUST(ACCOUNT_A, "") "}"
#define ALICE_BEGINS "{" CALL(ALICE, "arn:aws:iam::111122223333:role/app") ", " AND_BEGINS
#define APP_GOES_ON R"({"roleArn": "arn:aws:iam::111122223333:role/app", )" AND_BEGINS

constexpr Case cases[] = {
    {ScenarioFault::text_ends_too_early, "", "@"},
    {ScenarioFault::text_ends_too_early, "", R"({"principalArn"@)"},
    {ScenarioFault::text_ends_too_early, "principalArn", R"({"principalArn": "x"@)"},
    {ScenarioFault::text_ends_too_early, "trustPolicy", R"({"trustPolicy": {"Statement": [@)"},
    {ScenarioFault::expected_an_object, "", "@[]"},
    {ScenarioFault::expected_an_object, "context", ALICE_AND(R"("context": @[])")},
    {ScenarioFault::expected_an_object, "disputed", ALICE_AND(R"("disputed": @"X-1")")},
    {ScenarioFault::expected_a_string, "roleArn", R"({"roleArn": @7})"},
    {ScenarioFault::expected_a_string, "action", ALICE_AND(R"("action": @["sts:AssumeRole"])")},
    {ScenarioFault::expected_a_string, "unknown", ALICE_AND(R"("unknown": ["a", @1])")},
    {ScenarioFault::expected_a_string, "managementAccount", ALICE_AND(R"("managementAccount": @111122223333)")},
    {ScenarioFault::expected_a_string, "disputed", ALICE_AND(R"("disputed": {"X-1": @true})")},
    {ScenarioFault::expected_a_list, "unknown", ALICE_AND(R"("unknown": @{})")},
    {ScenarioFault::expected_a_list, "scps", ALICE_AND(R"("scps": @"x")")},
    {ScenarioFault::expected_a_scalar, "context", ALICE_AND(R"("context": {"a": @{}})")},
    {ScenarioFault::expected_a_scalar, "context", ALICE_AND(R"("context": {"a": ["b", @[]]})")},
    {ScenarioFault::expected_a_scalar, "context", ALICE_AND(R"("context": {"a": [@null]})")},
    {ScenarioFault::expected_a_scalar, "note", ALICE_AND(R"("note": @nul)")},
    {ScenarioFault::expected_a_member_name, "", R"({@1: 2})"},
    {ScenarioFault::comma_before_the_end, "context", ALICE_AND(R"("context": {"a": 1@, })")},
    {ScenarioFault::comment_in_json, "", R"({@/* none */})"},
    {ScenarioFault::expected_a_colon, "", R"({"roleArn" @"x"})"},
    {ScenarioFault::expected_comma_or_brace, "roleArn", R"({"roleArn": "x" @"note": 1})"},
    {ScenarioFault::expected_comma_or_bracket, "unknown", ALICE_AND(R"("unknown": ["a" @"b"])")},
    {ScenarioFault::expected_comma_or_bracket, "scps", ALICE_AND(R"("scps": [[] @[]])")},
    {ScenarioFault::string_is_not_closed, "action", R"({"action": @"sts})"},
    {ScenarioFault::control_character_in_string, "id", "{\"id\": \"a@\nb\"}"},
    {ScenarioFault::unknown_escape, "action", R"({"action": "a@\x"})"},
    {ScenarioFault::bad_unicode_escape, "action", R"({"action": "a@\ud800"})"},
    {ScenarioFault::bad_utf8, "action", "{\"action\": \"a@\xff\"}"},
    {ScenarioFault::bad_number, "context", ALICE_AND(R"("context": {"a": @01})")},
    {ScenarioFault::text_after_the_document, nullptr, ALICE_AND(R"("note": 1)") " @{}"},
    {ScenarioFault::unknown_field, "identityPolicy", ALICE_AND(R"(@"identityPolicy": [])")},
    {ScenarioFault::unknown_field, "PrincipalArn", ALICE_AND(R"(@"PrincipalArn": 1)")},
    {ScenarioFault::duplicate_field, "context", ALICE_AND(R"("context": {}, @"context": {})")},
    {ScenarioFault::duplicate_field, "scps", ALICE_AND(R"("scps": null, @"s\u0063ps": null)")},
    {ScenarioFault::principal_is_missing, "", R"(@{"roleArn": ")" TA R"("})"},
    {ScenarioFault::role_is_missing, "", R"(@{"principalArn": ")" ALICE R"("})"},
    {ScenarioFault::principal_is_not_a_caller, "principalArn",
     R"({"roleArn": ")" TA R"(", "principalArn": @"AIDACKCEVSQ6C2EXAMPLE"})"},
    {ScenarioFault::principal_is_not_a_caller, "principalArn", R"({"roleArn": ")" TA R"(", "principalArn": @"*"})"},
    {ScenarioFault::principal_is_not_a_caller, "principalArn",
     R"({"roleArn": ")" TA R"(", "principalArn": @"arn:aws:iam::111122223333:group/g"})"},
    {ScenarioFault::role_is_not_a_role, "roleArn", R"({"principalArn": ")" ALICE R"(", "roleArn": @")" ALICE R"("})"},
    {ScenarioFault::role_is_not_a_role, "roleArn", R"({"principalArn": ")" ALICE R"(", "roleArn": @"target"})"},
    {ScenarioFault::action_is_not_about_a_role, "action", ALICE_AND(R"("action": @"s3:GetObject")")},
    {ScenarioFault::action_is_not_about_a_role, "action", ALICE_AND(R"("action": @"sts:*")")},
    {ScenarioFault::policy_is_not_an_object, "trustPolicy", ALICE_AND(R"("trustPolicy": @[])")},
    {ScenarioFault::policy_is_not_an_object, "identityPolicies", ALICE_AND(R"("identityPolicies": [@7])")},
    {ScenarioFault::policy_is_not_an_object, "scps", ALICE_AND(R"("scps": [@true])")},
    {ScenarioFault::more_than_one_policy, "permissionBoundary",
     ALICE_AND(R"(@"permissionBoundary": [)" ALLOW("*") "," ALLOW("*") "]")},
    {ScenarioFault::more_than_one_policy, "vpcEndpointPolicy",
     ALICE_AND(R"(@"vpcEndpointPolicy": [)" WHEREVER("Allow", "*") "," WHEREVER("Allow", "*") "]")},
    {ScenarioFault::key_is_given_twice, "context",
     ALICE_AND(R"("context": {"aws:SourceIp": "x", @"AWS:sourceip": null})")},
    {ScenarioFault::key_is_known_and_unknown, "unknown",
     ALICE_AND(R"("context": {"aws:SourceIp": "x"}, "unknown": [@"AWS:SourceIp"])")},
    {ScenarioFault::key_is_known_and_unknown, "context",
     ALICE_AND(R"("unknown": ["aws:SourceIp"], "context": {@"aws:SourceIp": "x"})")},
    {ScenarioFault::key_contradicts_the_caller, "context", ALICE_AND(R"("context": {@"aws:username": "bob"})")},
    {ScenarioFault::key_contradicts_the_caller, "context",
     ALICE_AND(R"("context": {"a": 1, @"AWS:PrincipalType": "AssumedRole"})")},
    {ScenarioFault::key_contradicts_the_caller, "context",
     ALICE_AND(R"("context": {@"aws:PrincipalAccount": "444455556666"})")},
    {ScenarioFault::key_contradicts_the_caller, "context",
     ALICE_AND(R"("context": {@"aws:PrincipalArn": "arn:aws:iam::111122223333:user/bob"})")},
    {ScenarioFault::key_contradicts_the_caller, "context",
     S1_AND(R"("context": {@"aws:PrincipalArn": "arn:aws:iam::111122223333:role/other"})")},
    {ScenarioFault::key_contradicts_the_caller, "context",
     S1_AND(R"("context": {@"aws:PrincipalArn": "arn:aws:iam::444455556666:role/app"})")},
    {ScenarioFault::key_contradicts_the_caller, "context",
     S1_AND(R"("context": {@"aws:PrincipalArn": ")" SESSION R"("})")},
    // Every form: absent, empty, a list beside the caller's own value; every key that caller and role determine.
    {ScenarioFault::key_contradicts_the_caller, "context", ALICE_AND(R"("context": {@"aws:PrincipalArn": null})")},
    {ScenarioFault::key_contradicts_the_caller, "context", ALICE_AND(R"("context": {@"aws:PrincipalArn": []})")},
    {ScenarioFault::key_contradicts_the_caller, "context",
     ALICE_AND(R"("context": {@"aws:PrincipalArn": [")" ALICE R"(", ")" ALICE R"(x"]})")},
    {ScenarioFault::key_contradicts_the_caller, "context", ALICE_AND(R"("context": {@"aws:PrincipalAccount": null})")},
    {ScenarioFault::key_contradicts_the_caller, "context", ALICE_AND(R"("context": {@"aws:PrincipalType": []})")},
    {ScenarioFault::key_contradicts_the_caller, "context", ALICE_AND(R"("context": {@"aws:username": null})")},
    {ScenarioFault::key_contradicts_the_caller, "context",
     ALICE_AND(R"("context": {@"aws:PrincipalIsAWSService": "true"})")},
    {ScenarioFault::key_contradicts_the_caller, "context",
     ALICE_AND(R"("context": {@"aws:ResourceAccount": "444455556666"})")},
    {ScenarioFault::key_contradicts_the_caller, "context", ALICE_AND(R"("context": {@"aws:CurrentTime": null})")},
    {ScenarioFault::key_contradicts_the_caller, "context",
     S1_AND(R"("context": {@"aws:userid": "AROADBQP57FF2AEXAMPLE:s2"})")},
    {ScenarioFault::key_is_in_no_such_call, "context", ALICE_AND(R"("context": {@"aws:SourceArn": "x"})")},
    {ScenarioFault::key_is_in_no_such_call, "context", S1_AND(R"("context": {@"aws:username": "x"})")},
    {ScenarioFault::key_is_in_no_such_call, "context", ALICE_AND(R"("context": {@"sts:DurationSeconds": "900"})")},
    {ScenarioFault::key_is_in_no_such_call, "context", ALICE_AND(R"("context": {@"saml:aud": "x"})")},
    {ScenarioFault::key_is_in_no_such_call, "context", S1_AND(R"("context": {@"saml:aud": "x"})")},
    {ScenarioFault::key_is_in_no_such_call, "context", ALICE_AND(R"("context": {@"gitlab.com:sub": "x"})")},
    {ScenarioFault::key_is_in_no_such_call, "context", ALICE_AND(R"("context": {@"iam:PassedToService": "x"})")},
    {ScenarioFault::key_is_in_no_such_call, "context", ALICE_AND(R"("context": {@"ec2:SourceInstanceArn": "x"})")},
    {ScenarioFault::key_is_in_no_such_call, "context",
     ALICE_AND(R"("action": "iam:PassRole", "context": {@"sts:ExternalId": "x"})")},
    {ScenarioFault::endpoint_policy_of_pass_role, "vpcEndpointPolicy",
     ALICE_AND(R"("action": "iam:PassRole", @"vpcEndpointPolicy": )" WHEREVER("Allow", "*"))},
    {ScenarioFault::documents_from_is_not_valid, "documentsFrom", ALICE_AND(R"("documentsFrom": @"AWS")")},
    {ScenarioFault::point_is_not_disputed, "disputed", ALICE_AND(R"("disputed": {@"X-5": "allow"})")},
    {ScenarioFault::reading_is_not_valid, "disputed", ALICE_AND(R"("disputed": {"X-1": @"yes"})")},
    {ScenarioFault::account_is_not_valid, "managementAccount", ALICE_AND(R"("managementAccount": @"11112222333")")},
    {ScenarioFault::policy, "trustPolicy", ALICE_AND(R"("trustPolicy": @{"Statement": []})")},
    {ScenarioFault::policy, "trustPolicy", ALICE_AND(R"("trustPolicy": @"{\"Statement\": []}")")},
    {ScenarioFault::policy, "identityPolicies", ALICE_AND(R"("identityPolicies": [)" ALLOW("*") R"(, @"{"])")},
    {ScenarioFault::policy, "rcps", ALICE_AND(R"("rcps": [[@)" ALLOW("*") "]]")},
    {ScenarioFault::reply_is_about_another_role, "trustPolicy",
     ALICE_AND(R"("trustPolicy": {"Role": {"Arn": ")" TB R"(", "AssumeRolePolicyDocument": @)" WHOLE_TRUST "}}")},
    // In a reply, the policy is at fault, or the string that contains it.
    {ScenarioFault::policy, "trustPolicy",
     ALICE_AND(R"("trustPolicy": {"Role": {"AssumeRolePolicyDocument": @{"Statement": []}}})")},
    {ScenarioFault::policy, "trustPolicy",
     ALICE_AND(R"("trustPolicy": {"Role": {"AssumeRolePolicyDocument": @"%7B%22Statement%22%3A%5B%5D%7D"}})")},
    // A reply about another kind of policy is none of this kind, and a text that may be encoded otherwise is no policy.
    {ScenarioFault::policy, "identityPolicies",
     ALICE_AND(R"("identityPolicies": @{"Role": {"AssumeRolePolicyDocument": )" WHOLE_TRUST "}}")},
    {ScenarioFault::policy, "scps",
     ALICE_AND(R"("scps": [{"Policy": @{"PolicySummary": {"Type": "RESOURCE_CONTROL_POLICY"}, "Content": )" ALLOW(
         "*") "}}]")},
    {ScenarioFault::policy, "identityPolicies",
     ALICE_AND(R"("identityPolicies": @{"VpcEndpointId": "x", "PolicyDocument": )" ALLOW("*") "}")},
    {ScenarioFault::policy, "trustPolicy", ALICE_AND(R"("trustPolicy": @"%7B%22Version%22:+1%7D")")},
    {ScenarioFault::policy, "trustPolicy", ALICE_AND(R"("trustPolicy": @"%7B%2"})")},
};

}  // namespace

TEST_CASE("every fault has its field and its byte") {
  std::set<ScenarioFault> told;
  const auto try_all = [&](const auto& table, const auto& error_of) {
    for (const Case& each : table) {
      std::string source = each.source;
      const std::size_t at = source.find('@');
      REQUIRE(at != std::string::npos);
      source.erase(at, 1);
      CAPTURE(std::string(each.source));
      const ScenarioError error = error_of(text(source));
      CHECK(error.fault == each.fault);
      CHECK(error.offset == at);
      if (each.field != nullptr) CHECK(std::string(error.field.data(), error.field.size()) == std::string(each.field));
      CHECK(error.sentence().size() > 10);
      CHECK(bool(error.policy) == (error.fault == ScenarioFault::policy));
      told.insert(error.fault);
    }
  };
  try_all(cases, [](Text source) {
    const Parsed parsed = Scenario::parse(source);
    return parsed ? ScenarioError{} : parsed.error();
  });
  try_all(hops, [](Text source) { return Plan().add(source); });
  // Faults of a chain, which no hop has alone
  Plan long_chain, one_hop, ended;
  told.insert(Plan().add_all(R"({"hops": []})").fault);
  CHECK(!one_hop.add(ALICE_BEGINS));
  told.insert(one_hop.add(ALICE_BEGINS).fault);
  CHECK(!ended.add("{" CALL(ALICE, TA) "}"));
  told.insert(ended.add("{}").fault);
  CHECK(!long_chain.add(ALICE_BEGINS));
  for (std::size_t i = 1; i < Plan::most_hops; ++i) CHECK(!long_chain.add(APP_GOES_ON));
  told.insert(long_chain.add(APP_GOES_ON).fault);
  told.insert({ScenarioFault::nested_too_deeply, ScenarioFault::scenario_is_longer_than_16_mib,
               ScenarioFault::too_many_keys});  // below
  told.insert({ScenarioFault::value_is_longer_than_65536, ScenarioFault::too_many_values,
               ScenarioFault::too_many_levels, ScenarioFault::too_many_elements, ScenarioFault::packed_size_is_below_0,
               ScenarioFault::maximum_session_is_not_positive, ScenarioFault::field_beside_hops,
               ScenarioFault::chain_is_longer_than_16_mib});  // in bounds.cpp
  // Faults of a policy: a character beyond U+00FF, and a value that is one string or several.
  for (auto fault = 1U; fault <= static_cast<unsigned>(ScenarioFault::policy); ++fault) {
    const auto each = static_cast<ScenarioFault>(fault);
    if (each == ScenarioFault::character_not_allowed || each == ScenarioFault::expected_a_string_or_list) continue;
    CAPTURE(fault);
    CHECK(told.count(each) == 1);
  }
  CHECK(ScenarioError{}.sentence() == "nothing is wrong");
}

// Sources of the forms: Role, https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html ("URL-encoded compliant
// with RFC 3986"), and the pages that document/wrapped_policy.hpp names.
TEST_CASE("policies can be given as AWS prints them") {
  // {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":ALICE}}]}
  const std::string encoded =
      "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A"
      "%22sts%3AAssumeRole%22%2C%22Principal%22%3A%7B%22AWS%22%3A%22arn%3Aaws%3Aiam%3A%3A111122223333%3Auser%2Falice"
      "%22%7D%7D%5D%7D";
  const std::string role = R"({"Path": "/", "RoleName": "target", "Arn": ")" TA R"(", "AssumeRolePolicyDocument": )";
  for (const std::string& trust : {
           "\"" + encoded + "\"",
           role + "\"" + encoded + "\"}",
           R"({"Role": )" + role + WHOLE_TRUST "}}",
           R"({"Role": )" + role + "\"" + encoded + "\"}}",
           R"({"Roles": [)" + role + WHOLE_TRUST "}]}",
           std::string(WHOLE_TRUST),
       }) {
    CAPTURE(trust);
    const std::string source = "{" CALL(ALICE, TA) R"(, "trustPolicy": )" + trust + "}";
    const Parsed parsed = Scenario::parse(text(source));
    REQUIRE(parsed.has_value());
    CHECK(parsed->verdict());
  }
  const auto with = [](const std::string& rest) {
    const std::string source = "{" CALL(ALICE, TB) ", " TRUST(R"({"AWS": ")" ALICE R"("})", "") ", " + rest + "}";
    const Parsed parsed = Scenario::parse(text(source));
    REQUIRE(parsed.has_value());
    return parsed->verdict().decision;
  };
  const std::string allow = ALLOW(AR), own = R"("identityPolicies": )" + allow;
  CHECK(with("\"id\": 1") == Decision::denied_implicitly);
  CHECK(with(own) == Decision::allowed);
  for (const std::string& policy :
       {R"({"PolicyVersion": {"Document": )" + allow + R"(, "VersionId": "v3", "IsDefaultVersion": true}})",
        R"({"RoleName": "app", "PolicyName": "p", "PolicyDocument": )" + allow + "}"}) {
    CHECK(with("\"identityPolicies\": " + policy) == Decision::allowed);
  }
  const std::string deny = R"({\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Deny\", )"
                           R"(\"Action\": \"sts:*\", \"Resource\": \"*\"}})";
  CHECK(
      with(own +
           R"(, "scps": [{"Policy": {"PolicySummary": {"Id": "p-1", "Type": "SERVICE_CONTROL_POLICY"}, "Content": ")" +
           deny + "\"}}]") == Decision::denied_explicitly);
  const std::string endpoint = R"({"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", )"
                               R"("Action": "*", "Resource": "*"}})";
  CHECK(with(own + R"(, "vpcEndpointPolicy": {"VpcEndpoints": [{"VpcEndpointId": "vpce-1", "PolicyDocument": )" +
             endpoint + "}]}") == Decision::denied_explicitly);
}

TEST_CASE("a policy in the reply of AWS was saved once, and one that is sent to AWS was not") {
  // The same document: IAM no longer saves "Principal": "*" in a trust policy (S2).
  const std::string old =
      R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": "*"}})";
  const auto read = [&](const std::string& before) {
    const std::string source = "{" CALL(ALICE, TA) R"(, "trustPolicy": )" + before + old + "}}";
    return Scenario::parse(text(source)).has_value();
  };
  CHECK(read(R"({"RoleName": "target", "Arn": ")" TA R"(", "AssumeRolePolicyDocument": )"));
  CHECK(!read(R"({"RoleName": "target", "AssumeRolePolicyDocument": )"));
}

TEST_CASE("a fault tells which policy of which level it is in") {
  const Parsed first = Scenario::parse(ALICE_AND(R"("trustPolicy": {})"));
  REQUIRE(!first.has_value());
  CHECK(first.error().level == -1);
  CHECK(first.error().index == 0);
  const Parsed second = Scenario::parse(ALICE_AND(R"("identityPolicies": [)" ALLOW("*") R"(, {}])"));
  REQUIRE(!second.has_value());
  CHECK(second.error().level == -1);
  CHECK(second.error().index == 1);
  const Parsed deep = Scenario::parse(ALICE_AND(R"("scps": [[], [)" ALLOW("*") ", " ALLOW("*") R"(, 5]])"));
  REQUIRE(!deep.has_value());
  CHECK(deep.error().fault == ScenarioFault::policy_is_not_an_object);
  CHECK(deep.error().level == 1);
  CHECK(deep.error().index == 2);
}

TEST_CASE("a scenario has at most 1024 condition keys, and lists the tags that it passes") {
  const auto with_keys = [](int count) {
    std::string source = R"({"principalArn": ")" ALICE R"(", "roleArn": ")" TA R"(", "context": {)";
    for (int i = 0; i < count; ++i)
      source += (i == 0 ? "\"aws:RequestTag/" : ", \"aws:RequestTag/") + std::to_string(i) + "\": \"\"";
    return source + "}}";
  };
  const std::string most = with_keys(1024), more = with_keys(1025);
  const Parsed fits = Scenario::parse(text(most));
  REQUIRE(fits.has_value());
  fits->with([](const auto&, const Role&, const AssumeSetting& setting, bool) {
    const ContextKey* const listed = setting.context.find("aws:TagKeys");
    REQUIRE(listed != nullptr);
    CHECK(listed->size() == 1024);
    CHECK((*listed)[1023] == "1023");
  });
  const Parsed refused = Scenario::parse(text(more));
  REQUIRE(!refused.has_value());
  CHECK(refused.error().fault == ScenarioFault::too_many_keys);
  CHECK(refused.error().offset == more.rfind("\"aws:"));
}

TEST_CASE("a fault of a policy or a name is the same as for the policy or the name alone") {
  const Parsed policy = Scenario::parse(ALICE_AND(R"("identityPolicies": [{"Versoin": "2012-10-17"}])"));
  REQUIRE(!policy.has_value());
  CHECK(policy.error().policy.fault == PolicyFault::unknown_policy_element);
  CHECK(policy.error().policy.offset == 1);
  CHECK(policy.error().sentence() == policy.error().policy.sentence());
  const Parsed wide = Scenario::parse(ALICE_AND(R"("trustPolicy": {"Id": ")"
                                                "\xe2\x82\xac"
                                                R"("})"));
  REQUIRE(!wide.has_value());
  CHECK(wide.error().policy.fault == PolicyFault::character_not_allowed);
  const Parsed name = Scenario::parse(R"({"principalArn": ")" ALICE R"(", "roleArn": "arn:aws:iam::1:role/x"})");
  REQUIRE(!name.has_value());
  CHECK(bool(name.error().name));
}

TEST_CASE("nesting and size have limits") {
  const std::string head = "{" CALL(ALICE, TA) R"(, "note": )";
  const auto nested = [&](std::size_t depth) { return head + std::string(depth, '[') + std::string(depth, ']') + "}"; };
  CHECK(Scenario::parse(text(nested(64))).has_value());
  const std::string too_deep = nested(65);
  const Parsed deep = Scenario::parse(text(too_deep));
  REQUIRE(!deep.has_value());
  CHECK(deep.error().fault == ScenarioFault::nested_too_deeply);
  CHECK(deep.error().offset == head.size() + 64);
  CHECK(deep.error().field == "note");
  std::string large(std::size_t{16} << 20, ' ');
  const std::string_view scenario = "{" CALL(ALICE, TA) "}";
  std::copy(scenario.begin(), scenario.end(), large.begin());
  CHECK(Scenario::parse(text(large)).has_value());
  large += ' ';
  const Parsed long_one = Scenario::parse(text(large));
  REQUIRE(!long_one.has_value());
  CHECK(long_one.error().fault == ScenarioFault::scenario_is_longer_than_16_mib);
  CHECK(long_one.error().offset == 16777216);
}

TEST_CASE("the context may repeat what the caller's name says, and add a role's path") {
  CHECK(Scenario::parse(ALICE_AND(R"("context": {"aws:username": "alice", "aws:PrincipalType": "User",
    "aws:PrincipalAccount": "111122223333", "aws:PrincipalArn": ")" ALICE R"("})"))
            .has_value());
  const std::string with_path = "{" CALL(SESSION, TA) "," TRUST(ACCOUNT_A, IF(R"("ArnEquals": {"aws:PrincipalArn":
    "arn:aws:iam::111122223333:role/team/app"})")) R"(, "identityPolicies": )" ALLOW("*");
  CHECK(verdict_of(with_path + R"(, "context": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/team/app"}})"));
  CHECK(!verdict_of(with_path + "}"));  // not said: the role has no path
  CHECK(Scenario::parse(R"({"principalArn": "ec2.amazonaws.com", "roleArn": ")" TA R"(",
    "context": {"aws:SourceAccount": "111122223333", "aws:PrincipalServiceName": "ec2.amazonaws.com"}})")
            .has_value());
}

// What AWS does not save, whatever the order of the fields.
TEST_CASE("documents of an author must be saved, and documents of AWS need only be parsed") {
  const auto error_of = [](const std::string& fields) {
    const Parsed parsed = Scenario::parse(text("{" CALL(ALICE, TA) ", " + fields + "}"));
    return parsed ? ScenarioError{} : parsed.error();
  };
  const std::string everyone = R"("trustPolicy": {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*"}})";
  const ScenarioError refused = error_of(everyone);
  CHECK(refused.fault == ScenarioFault::policy);
  CHECK(refused.field == "trustPolicy");
  CHECK(refused.level == -1);
  CHECK(refused.policy.fault == PolicyFault::principal_has_no_type);
  CHECK(refused.policy.save_check() == "S2");
  const std::size_t policy_at = std::string("{" CALL(ALICE, TA) ", ").size() + everyone.find('{');
  CHECK(refused.offset == policy_at);
  CHECK(error_of(everyone + R"(, "documentsFrom": "author")").policy == refused.policy);
  CHECK(error_of(everyone + R"(, "documentsFrom": null)").policy == refused.policy);
  CHECK(!error_of(everyone + R"(, "documentsFrom": "aws")"));
  CHECK(!error_of(R"("documentsFrom": "aws", )" + everyone));

  const ScenarioError second = error_of(R"("rcps": [[], [)" WHEREVER("Deny", "s3:*") ", " WHEREVER("Deny", "*") "]]");
  CHECK(second.field == "rcps");
  CHECK(second.level == 1);
  CHECK(second.index == 1);
  CHECK(second.policy.save_check() == "S17");
  const ScenarioError third = error_of(R"("identityPolicies": [)" ALLOW("*") ", " ALLOW("s3:*") ", " ALLOW("*:*") "]");
  CHECK(third.field == "identityPolicies");
  CHECK(third.level == -1);
  CHECK(third.index == 2);
  CHECK(third.policy.save_check() == "S11");

  // What cannot be parsed is refused wherever it comes from.
  CHECK(error_of(R"("documentsFrom": "aws", "trustPolicy": {"Statement": []})").policy.fault ==
        PolicyFault::statement_list_is_empty);
  // The options of a tool apply to scenarios that do not have the field.
  const std::string line = "{" CALL(ALICE, TA) ", " + everyone + "}";
  CHECK(Scenario::parse(text(line), {{}, {}, false, DocumentsFrom::aws}).has_value());
}

TEST_CASE("the session policy of a hop must be saved") {
  const auto begun = [](const char* more) {
    return Plan().add(
        text(std::string("{" CALL(ALICE, TA) R"(, "request": {"RoleSessionName": "s1", "Policy": )" ALLOW("*:*") "}") +
             more + "}"));
  };
  CHECK(begun("").policy.save_check() == "S11");
  CHECK(begun(R"(, "documentsFrom": "aws")").policy.fault == PolicyFault::none);
  CHECK(begun(R"(, "documentsFrom": "both")").fault == ScenarioFault::documents_from_is_not_valid);
}
