#include <sstream>
#include <string>
#include <string_view>

#include "dual.hpp"

#include <whence/document.hpp>
#include <whence/explain.hpp>
#include <whence/whence.hpp>

#include "tables.hpp"

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto account = "111122223333"_account;
constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Account", "Effect": "Allow", "Action": "sts:AssumeRole",
      "Principal": { "AWS": "111122223333" },
      "Condition": { "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": "team" }, "Bool": { "aws:SecureTransport": true } } },
    { "Effect": "Deny", "Action": "sts:AssumeRole", "Principal": { "AWS": "arn:aws:iam::111122223333:user/mallory" },
      "Condition": { "Null": { "sts:ExternalId": true } } },
    { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }
  ]
})"_trust_policy;
constexpr Role app{account, "/team/", "app", trust};

bool has(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

std::size_t lines_in(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += c == '\n' ? 1U : 0U;
  return count;
}

}  // namespace

TEST_CASE("an allowed answer names the statement and what is assumed") {
  const std::string text = explain_may_assume(Service("ec2.amazonaws.com"), app);
  CHECK(text.substr(0, 8) == "allowed\n");
  CHECK(has(text, "  statement 3 on line 9 of the trust policy names the caller\n"));
  CHECK(has(text, "  rule met: [W203] "));
  CHECK(has(
      text,
      "  assumed: no identity policy, permissions boundary, session policy, service control policy, resource control "
      "policy or VPC endpoint policy denies the call\n"));
}

TEST_CASE("an unknown answer says what is missing and which conditions matter") {
  const std::string text = explain_may_assume(IamUser(account, "bob"), app);
  CHECK(text.substr(0, 8) == "unknown\n");
  CHECK(has(text, "[W204]"));
  CHECK(has(text,
            "statement 1 (Account) on line 4 of the trust policy names the caller's account, if "
            "ForAnyValue:StringLikeIfExists on aws:TagKeys and Bool on aws:SecureTransport\n"));
  CHECK(has(text, ": an Allow of sts:AssumeRole on arn:aws:iam::111122223333:role/team/app in the caller's own"));
}

TEST_CASE("a statement that would deny if its conditions hold is shown as the one that decides") {
  constexpr auto doubtful = R"({"Statement": [
    { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } },
    { "Effect": "Deny", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" },
      "Condition": { "StringNotEquals": { "aws:SourceAccount": "111122223333" } } }]})"_trust_policy;
  const Role role(account, "app", doubtful);
  const std::string text = explain_may_assume(Service("ec2.amazonaws.com"), role);
  CHECK(text.substr(0, 8) == "unknown\n");
  CHECK(has(text, "[W202]"));
  CHECK(has(text,
            "statement 2 on line 3 of the trust policy denies the caller, if StringNotEquals on aws:SourceAccount\n"));
  CHECK(has(
      text,
      "StringNotEquals on aws:SourceAccount requires \"111122223333\", and its value in the request is not known\n"));
}

TEST_CASE("a refusal for want of a name lists who is named, and cites its source") {
  const std::string text = explain_may_assume(Service("lambda.amazonaws.com"), app);
  CHECK(has(text, "denied implicitly\n  rule: [W203] "));
  CHECK(has(text, "the trust policy names: 111122223333 arn:aws:iam::111122223333:user/mallory ec2.amazonaws.com\n"));
  CHECK(has(text, "https://docs.aws.amazon.com/"));
}

TEST_CASE("an open question is shown with its id") {
  constexpr auto everyone =
      R"({"Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": "*" }})"_trust_policy_from_aws;
  const Role role(account, "app", everyone);
  CHECK(has(explain_may_assume(IamUser(account, "bob"), role), "  open question X-1: "));
  CHECK(has(explain_may_assume(Service("ec2.amazonaws.com"), role), "  open question U-101: "));
}

namespace {

const IamUser bob(account, "bob");
constexpr auto by_account = R"({"Statement": { "Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": { "AWS": "111122223333" } }})"_trust_policy;
constexpr auto with_external_id = R"({"Statement": { "Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": { "AWS": "111122223333" }, "Condition": { "StringEquals": { "sts:ExternalId": ["c-42", "c-43"] } } }})"_trust_policy;
constexpr Role plain{account, "plain", by_account}, external{account, "external", with_external_id};
constexpr auto work = R"({"Statement": [
  { "Sid": "Work", "Effect": "Allow", "Action": ["sts:AssumeRole", "iam:PassRole"], "Resource": "*" }
]})"_identity_policy;
constexpr auto work_with_mfa = R"({"Statement": [
  { "Sid": "Work", "Effect": "Allow", "Action": ["sts:AssumeRole", "iam:PassRole"], "Resource": "*",
    "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }
]})"_identity_policy;
constexpr auto not_plain = R"({"Statement": [
  { "Effect": "Allow", "Action": "s3:*", "Resource": "*" },

  { "Sid": "NotPlain", "Effect": "Deny", "Action": "*", "Resource": "arn:aws:iam::*:role/plain" }
]})"_identity_policy;
constexpr auto s3 = R"({"Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }})"_identity_policy;
constexpr auto s3_above =
    R"({"Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }})"_service_control_policy;
constexpr auto all_above =
    R"({"Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" }})"_service_control_policy;
constexpr auto none_above =
    R"({"Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "sts:*", "Resource": "*" }})"_service_control_policy;
constexpr IdentityPolicy works[] = {work}, works_with_mfa[] = {work_with_mfa}, denied_plain[] = {work, not_plain};
constexpr ServiceControlPolicy all_level[] = {all_above}, s3_level[] = {s3_above}, no_level[] = {all_above, none_above};
constexpr Span<ServiceControlPolicy> gap[] = {all_level, s3_level}, denial[] = {all_level, no_level};
constexpr RequestContext nothing_else{Span<ContextKey>{}};

Policies own(Span<IdentityPolicy> identity) {
  Policies policies;
  policies.identity = identity;
  return policies;
}

template <class... Known>
std::string reason_for_bob(const Role& role, const Known&... known) {
  return reason(may_assume(bob, role, known...), bob, role, known...);
}

}  // namespace

TEST_CASE("an explicit Deny is shown with its policy, statement and line") {
  const Policies policies = own(denied_plain);
  const std::string text = explain_may_assume(bob, plain, policies);
  CHECK(text.substr(0, 18) == "denied explicitly\n");
  CHECK(has(text, "[W201]"));
  CHECK(has(text, "  statement 2 (NotPlain) on line 4 of identity policy 2 denies sts:AssumeRole\n"));
  CHECK(!has(text, "missing:"));
  CHECK(has(reason_for_bob(plain, policies),
            "statement 2 (NotPlain) on line 4 of identity policy 2 denies sts:AssumeRole"));

  Policies under = own(works);
  under.service_control = denial;
  CHECK(has(explain_may_assume(bob, plain, under),
            "  statement 1 on line 1 of service control policy 2 of level 2 denies sts:AssumeRole\n"));
}

TEST_CASE("an answer names the policy that lacks an Allow") {
  Policies bounded = own(works);
  bounded.boundary = s3;
  const std::string arn = "arn:aws:iam::111122223333:role/plain";
  const std::string text = explain_may_assume(bob, plain, bounded);
  CHECK(has(text, "denied implicitly\n  rule: [W206] "));
  CHECK(has(text, "  missing: an Allow of sts:AssumeRole on " + arn + " in the permissions boundary\n"));
  CHECK(has(reason_for_bob(plain, bounded),
            "missing: an Allow of sts:AssumeRole on " + arn + " in the permissions boundary"));
  Policies under = own(works);
  under.service_control = gap;
  CHECK(has(explain_may_assume(bob, plain, under),
            "  missing: an Allow of sts:AssumeRole on " + arn + " in a service control policy of level 2\n"));
  const Policies nothing;
  CHECK(has(explain_may_assume(bob, plain, nothing),
            "  missing: an Allow of sts:AssumeRole on " + arn + " in the caller's own policies\n"));
}

TEST_CASE("an unmet condition is shown with the value that it requires and the value of the request") {
  const Policies policies = own(works_with_mfa);
  const ContextKey without[] = {{"aws:MultiFactorAuthPresent", "false"}};
  const std::string line = "Bool on aws:MultiFactorAuthPresent requires \"true\", and ";
  const std::string given = explain_may_assume(bob, plain, policies, RequestContext(without));
  CHECK(has(given, "statement 1 (Work) on line 2 of identity policy 1 "));
  CHECK(has(given, "  condition: " + line + "the request has \"false\"\n"));
  CHECK(!has(given, "assumed absent"));
  const std::string absent = explain_may_assume(bob, plain, policies, nothing_else);
  CHECK(has(absent, "denied implicitly\n"));
  CHECK(has(absent, "  condition: " + line + "the request does not have the key\n"));
  CHECK(has(absent, "  assumed absent: aws:MultiFactorAuthPresent\n"));
  const std::string open = explain_may_assume(bob, plain, policies);
  CHECK(has(open, "unknown\n"));
  CHECK(has(open, "  condition: " + line + "its value in the request is not known\n"));
  CHECK(!has(open, "assumed absent"));
  CHECK(has(explain_may_assume(bob, external, CallerSide::allows, nothing_else),
            "StringEquals on sts:ExternalId requires \"c-42\" or \"c-43\", and the request does not have the key"));
  CHECK(has(reason_for_bob(external, CallerSide::allows, nothing_else), "requires \"c-42\" or \"c-43\""));
}

TEST_CASE("a reason is one line, and names the open question") {
  const Policies policies = own(works);
  CHECK(reason_for_bob(plain, policies) == "statement 1 on line 1 of the trust policy lets the caller assume the role");
  constexpr auto everyone =
      R"({"Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": "*" }})"_trust_policy_from_aws;
  const Role open(account, "open", everyone);
  const Policies nothing;
  CHECK(has(reason_for_bob(open, nothing), "X-1"));
  for (const Role& role : {plain, external, open, app}) {
    CHECK(lines_in(reason_for_bob(role, nothing)) == 0);
    CHECK(lines_in(reason_for_bob(role, policies, nothing_else)) == 0);
  }
}

TEST_CASE("what is stated and what is assumed are shown apart") {
  const Policies policies = own(works);
  CHECK(
      has(explain_may_assume(bob, plain, CallerSide::allows), "  stated: the caller's own policies allow the call\n"));
  CHECK(!has(explain_may_assume(bob, plain, policies), "  stated: "));
  CHECK(!has(explain_may_assume(bob, plain, policies), "  assumed: "));
}

TEST_CASE("the answer to may_pass names the statement that allows, or what is missing") {
  const std::string allowed = explain_may_pass(bob, plain, own(works));
  CHECK(has(allowed, "allowed\n"));
  CHECK(has(allowed, "  statement 1 (Work) on line 2 of identity policy 1 "));
  CHECK(has(allowed, "iam:PassRole"));
  const Policies policies = own(works);
  CHECK(has(reason_of_passing(may_pass(bob, plain, policies), bob, plain, policies),
            "statement 1 (Work) on line 2 of identity policy 1 lets the caller pass the role"));
  CHECK(has(explain_may_pass(bob, plain, own(denied_plain)),
            "  statement 2 (NotPlain) on line 4 of identity policy 2 denies iam:PassRole\n"));
  const std::string missing = explain_may_pass(bob, plain, Policies());
  CHECK(has(missing, "denied implicitly\n  rule: [W603] "));
  CHECK(has(missing,
            "  missing: an Allow of iam:PassRole on arn:aws:iam::111122223333:role/plain in the caller's own "
            "policies\n"));
  const std::string unmet = explain_may_pass(bob, plain, own(works_with_mfa), nothing_else);
  CHECK(has(
      unmet,
      "  condition: Bool on aws:MultiFactorAuthPresent requires \"true\", and the request does not have the key\n"));
  CHECK(has(unmet, "  assumed absent: aws:MultiFactorAuthPresent\n"));
}

// RFC 8259, The JavaScript Object Notation, section 7, https://www.rfc-editor.org/rfc/rfc8259#section-7
TEST_CASE("texts are written as JSON strings") {
  const auto json = [](Text text) {
    std::string out;
    write_json_string(out, text);
    return out;
  };
  CHECK(json("") == R"("")");
  CHECK(json("sts:AssumeRole") == R"("sts:AssumeRole")");
  CHECK(json(R"(a "b" \ c/d)") == R"("a \"b\" \\ c/d")");
  CHECK(json("1\n2\t3\r4") == R"("1\n2\t3\u000d4")");
  CHECK(json(Text("\0\x1f\x7f", 3)) == R"("\u0000\u001f\u007f")");
  CHECK(json("\xc3\xa9") == "\"\xc3\xa9\"");
  std::string out = "x:";
  write_json_string(out, "y");
  CHECK(out == R"(x:"y")");
}

TEST_CASE("a policy is written as JSON in its own order") {
  CHECK(
      to_json(TrustPolicy(trust)) ==
      R"({"Version":"2012-10-17","Statement":[{"Sid":"Account","Effect":"Allow","Principal":{"AWS":["111122223333"]},)"
      R"("Action":["sts:AssumeRole"],"Condition":{"ForAnyValue:StringLikeIfExists":{"aws:TagKeys":["team"]},)"
      R"("Bool":{"aws:SecureTransport":["true"]}}},{"Effect":"Deny",)"
      R"("Principal":{"AWS":["arn:aws:iam::111122223333:user/mallory"]},"Action":["sts:AssumeRole"],)"
      R"("Condition":{"Null":{"sts:ExternalId":["true"]}}},{"Effect":"Allow",)"
      R"("Principal":{"Service":["ec2.amazonaws.com"]},"Action":["sts:AssumeRole"]}]})");
  constexpr auto negative = R"({"Id": "a \"b\"", "Statement": [
    { "Effect": "Deny", "NotAction": ["iam:*", "sts:*"], "NotResource": "arn:aws:s3:::b/*",
      "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": 3600, "sts:DurationSeconds": [900, "1e3"] },
                     "StringEquals": {} } }]})"_identity_policy;
  CHECK(
      to_json(IdentityPolicy(negative)) ==
      R"({"Id":"a \"b\"","Statement":[{"Effect":"Deny","NotAction":["iam:*","sts:*"],"NotResource":["arn:aws:s3:::b/*"],)"
      R"("Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":["3600"],"sts:DurationSeconds":["900","1e3"]}}}]})");
  constexpr auto principals = R"({"Version": "2008-10-17", "Statement": [
    { "Effect": "Allow", "Action": "sts:*", "Principal": "*" },
    { "Effect": "Allow", "Action": "sts:*", "Principal": { "AWS": ["*", "111122223333"], "Service": "ec2.amazonaws.com",
      "Federated": "accounts.google.com" } }]})"_trust_policy_from_aws;
  CHECK(to_json(TrustPolicy(principals)) ==
        R"({"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":["sts:*"]},)"
        R"({"Effect":"Allow","Principal":{"AWS":["*","111122223333"],"Service":["ec2.amazonaws.com"],)"
        R"("Federated":["accounts.google.com"]},"Action":["sts:*"]}]})");
  constexpr auto not_principal = R"({"Statement": { "Effect": "Deny", "Action": "*", "Resource": "*",
    "NotPrincipal": { "AWS": "111122223333" } }})"_endpoint_policy;
  CHECK(to_json(EndpointPolicy(not_principal)) ==
        R"({"Statement":[{"Effect":"Deny","NotPrincipal":{"AWS":["111122223333"]},"Action":["*"],"Resource":["*"]}]})");
}

TEST_CASE("a policy that was written as JSON is the same policy when it is read") {
  const std::string written = to_json(TrustPolicy(trust));
  const Result<TrustPolicyDocument, PolicyError> read = TrustPolicyDocument::parse(written, DocumentsFrom::aws);
  REQUIRE(read.has_value());
  CHECK(to_json(read->view()) == written);
}

TEST_CASE("tables have a row for each rule, question and claim, and no cell breaks the line") {
  CHECK(lines_in(markdown::rule_table()) == 2 + rules::all::size);
  CHECK(lines_in(markdown::open_question_table()) == 2 + sizeof open_questions::all / sizeof open_questions::all[0]);
  CHECK(lines_in(markdown::talk_table()) == 2 + 21);
  std::istringstream lines(markdown::rule_table() + markdown::talk_table() + markdown::open_question_table());
  for (std::string line; std::getline(lines, line);) {
    CHECK(line.front() == '|');
    CHECK(line.back() == '|');
  }
}

TEST_CASE("names are printed to streams as AWS prints them") {
  std::ostringstream out;
  out << account << ' ' << Principal(RoleSession(account, "app", "s1")) << ' ' << Text("text") << ' '
      << Decision::unknown;
  CHECK(out.str() == "111122223333 arn:aws:sts::111122223333:assumed-role/app/s1 text unknown");
}

TEST_CASE("a chain is shown from its last session back to its origin") {
  constexpr auto by_role = R"({"Statement": { "Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/team/app" } }})"_trust_policy;
  const Role next(account, "next", by_role);
  const Session first = *assume_role(Service("ec2.amazonaws.com"), app, {.session_name = "i-0123456789abcdef0"});
  const Session second = *assume_role(first, next, {.session_name = "s2"});
  CHECK(explain(Chain(second)) ==
        "arn:aws:sts::111122223333:assumed-role/next/s2\n"
        "    begun by arn:aws:sts::111122223333:assumed-role/app/i-0123456789abcdef0 with sts:AssumeRole\n"
        "arn:aws:sts::111122223333:assumed-role/app/i-0123456789abcdef0\n"
        "    begun by ec2.amazonaws.com with sts:AssumeRole\n"
        "    origin: an AWS service\n");
}

TEST_CASE("a source shows its four relations and its places") {
  const std::string text = explain(catalog::host_management);
  CHECK(has(text, "assumer:             the SSM service\n"));
  CHECK(has(text, "requester:           the SSM agent, "));
  CHECK(has(
      text,
      "rests in:            credential file of the agent (data plane): /var/lib/amazon/ssm/credentials, of root, 0600"));
  CHECK(has(explain(catalog::instance_profile), "requester:           nobody\n"));
}

TEST_CASE("a reading is shown with its place, or with the rule that blocks it") {
  const Node node{.host_management = true};
  const OsUser root("root", Privilege::superuser), user("ec2-user");
  CHECK(explain_reading(root, catalog::host_management, node).substr(0, 4) == "yes,");
  CHECK(has(explain_reading(user, catalog::host_management, node), "no, at credential file of the agent: [W305]"));
}
