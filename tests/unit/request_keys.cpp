// The condition keys of a call about a role: what caller, role and operation determine, and what has to be told. The
// ids in the comments are those of the worked cases from which the expectations come. Sources:
// AWS global condition context keys,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html;
// the table of principals in IAM policy elements: Variables,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html;
// condition keys of STS,
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
#include <string>

#include "dual.hpp"

#include <initializer_list>
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto a = "111122223333"_account;
constexpr auto b = "444455556666"_account;
constexpr auto nobody = TrustPolicy();
constexpr Role target(b, "/team/", "target", nobody);

constexpr Principal root = RootUser(a), alice = IamUser(a, "/ci/", "alice"), carol = FederatedUser(a, "carol"),
                    s1 = RoleSession(a, "app", "s1"), ec2 = Service("ec2.amazonaws.com"),
                    job = *WebIdentity::from("accounts.google.com"),
                    employee = *SamlIdentity::from("arn:aws:iam::444455556666:saml-provider/idp"),
                    instance = InstanceIdentity(a, "i-0123456789abcdef0");
constexpr Principal everyone[] = {root, alice, carol, s1, ec2, job, employee, instance};

constexpr RequestContext nothing_known, nothing_else{Span<ContextKey>{}};

// What a call has of a key; "-" where it has none, "?" where that is not known.
template <class Check>
constexpr bool asked(const Principal& who, const RequestContext& context, Text name, Operation operation,
                     Text session_name, Check check) {
  RequestKeys keys(who, target, operation, context, session_name);
  const ContextKey key = keys.find(name);
  return key.name() == name && check(key);
}
constexpr bool is(const Principal& who, const RequestContext& context, Text name, Text value,
                  Operation operation = Operation::assume_role, Text session_name = {}) {
  return asked(who, context, name, operation, session_name, [value](const ContextKey& key) {
    if (key.state() == KeyState::unknown) return value == "?";
    if (key.state() == KeyState::absent) return value == "-";
    return key.size() == 1 && key[0] == value;
  });
}
// Whatever else is known of the request, or not.
constexpr bool always(const Principal& who, Text name, Text value, Operation operation = Operation::assume_role) {
  return is(who, nothing_known, name, value, operation) && is(who, nothing_else, name, value, operation);
}
// Only where the request is described wholly.
constexpr bool otherwise(const Principal& who, Text name, Text value) {
  return is(who, nothing_known, name, "?") && is(who, nothing_else, name, value);
}

}  // namespace

DUAL_TEST_CASE("who calls is determined by the caller: each kind's row of the table of principals") {
  EXPECT(always(root, "aws:username", "-"));
  EXPECT(always(root, "aws:userid", "111122223333"));
  EXPECT(always(root, "aws:PrincipalType", "Account"));
  EXPECT(always(root, "aws:PrincipalArn", "arn:aws:iam::111122223333:root"));
  EXPECT(always(alice, "aws:username", "alice"));
  EXPECT(always(alice, "aws:userid", "?"));  // its unique id
  EXPECT(always(alice, "aws:PrincipalType", "User"));
  EXPECT(always(alice, "aws:PrincipalArn", "arn:aws:iam::111122223333:user/ci/alice"));
  EXPECT(always(carol, "aws:username", "-"));
  EXPECT(always(carol, "aws:PrincipalType", "FederatedUser"));
  EXPECT(always(carol, "aws:PrincipalArn", "arn:aws:sts::111122223333:federated-user/carol"));
  EXPECT(always(s1, "aws:username", "-"));
  EXPECT(always(s1, "aws:userid", "?"));  // the role's unique id and the session's name
  EXPECT(always(s1, "aws:PrincipalType", "AssumedRole"));
  EXPECT(
      otherwise(s1, "aws:PrincipalArn", "arn:aws:iam::111122223333:role/app"));  // xa-17; the path is not in its name
  EXPECT(always(ec2, "aws:username", "-"));
  EXPECT(otherwise(ec2, "aws:userid", "-"));
  EXPECT(always(ec2, "aws:PrincipalArn", "-"));
  EXPECT(always(ec2, "aws:PrincipalIsAWSService", "true"));
  EXPECT(always(ec2, "aws:PrincipalServiceName", "ec2.amazonaws.com"));
  EXPECT(otherwise(ec2, "aws:PrincipalServiceNamesList", "-"));
  for (const Principal& who : {root, alice, carol, s1}) {
    EXPECT(always(who, "aws:PrincipalAccount", "111122223333"));
    EXPECT(always(who, "aws:PrincipalIsAWSService", "false"));
    EXPECT(always(who, "aws:PrincipalServiceName", "-"));
    EXPECT(always(who, "aws:PrincipalServiceNamesList", "-"));
    EXPECT(otherwise(who, "aws:PrincipalOrgID", "-"));
    EXPECT(otherwise(who, "aws:PrincipalOrgPaths", "-"));
    EXPECT(otherwise(who, "aws:MultiFactorAuthPresent", "-"));  // tc-05: a long-term key has none
    EXPECT(otherwise(who, "aws:MultiFactorAuthAge", "-"));
    EXPECT(otherwise(who, "aws:TokenIssueTime", "-"));     // tc-21
    EXPECT(otherwise(who, "aws:PrincipalTag/team", "-"));  // xa-23
  }
  // Who signs nothing has no account, no organization and no MFA: fe-16.
  for (const Principal& who : {ec2, job, employee}) {
    for (const Text name : {Text("aws:PrincipalAccount"), Text("aws:PrincipalArn"), Text("aws:PrincipalOrgID"),
                            Text("aws:PrincipalOrgPaths"), Text("aws:MultiFactorAuthPresent"),
                            Text("aws:MultiFactorAuthAge"), Text("aws:TokenIssueTime")}) {
      EXPECT(always(who, name, "-"));
    }
  }
  EXPECT(always(instance, "aws:PrincipalArn", "?"));
}

DUAL_TEST_CASE("a session that came out of an operation knows its role's path") {
  constexpr auto for_ec2 = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
  const Role app(a, "/team/", "app", for_ec2);
  const Begun begun = assume_role(ec2, app, {.session_name = "s1"});
  EXPECT(always(begun->principal(), "aws:PrincipalArn", "arn:aws:iam::111122223333:role/team/app"));
  EXPECT(always(begun->principal(), "aws:PrincipalType", "AssumedRole"));
}

DUAL_TEST_CASE("role and operation determine the resource and what the operation carries") {
  RequestKeys keys(alice, target, Operation::assume_role, nothing_known, {});
  EXPECT(keys.resource() == "arn:aws:iam::444455556666:role/team/target");
  EXPECT(keys.resource() == "arn:aws:iam::444455556666:role/team/target");  // the second time from the buffer
  for (const Principal& who : everyone) {
    EXPECT(always(who, "aws:ResourceAccount", "444455556666"));
    EXPECT(always(who, "sts:DurationSeconds", "-"));       // tc-22: no operation that assumes a role sends it
    EXPECT(otherwise(who, "aws:ViaAWSService", "false"));  // tc-28
    EXPECT(otherwise(who, "aws:SecureTransport", "true"));
    EXPECT(otherwise(who, "aws:SourceIp", "-"));  // tc-19
    EXPECT(otherwise(who, "aws:CurrentTime", "-"));
    EXPECT(otherwise(who, "sts:ExternalId", "-"));  // tc-02
    EXPECT(always(who, "sts:ExternalId", "-", Operation::assume_role_with_saml));
    EXPECT(always(who, "sts:ExternalId", "-", Operation::assume_role_with_web_identity));  // fe-18
    EXPECT(otherwise(who, "sts:RoleSessionName", "-"));
    EXPECT(is(who, nothing_known, "sts:RoleSessionName", "s7", Operation::assume_role, "s7"));
    EXPECT(is(who, nothing_else, "sts:RoleSessionName", "s7", Operation::assume_role, "s7"));
    EXPECT(otherwise(who, "sts:SourceIdentity", "-"));  // tc-23
    EXPECT(otherwise(who, "a:key-that-nobody-knows", "-"));
  }
}

DUAL_TEST_CASE("only a service acts for a resource: tc-25, sv-05") {
  for (const Text name :
       {Text("aws:SourceArn"), Text("aws:SourceAccount"), Text("aws:SourceOrgID"), Text("aws:SourceOrgPaths")}) {
    const ContextKey given[] = {{name, "x"}};
    for (const Principal& who : everyone) {
      const bool acts = who.kind() == PrincipalKind::service;
      EXPECT(is(who, nothing_known, name, acts ? "?" : "-"));
      EXPECT(is(who, nothing_else, name, "-"));
      EXPECT(is(who, given, name, acts ? "x" : "-"));
    }
  }
}

DUAL_TEST_CASE("what is given wins, letter case aside, but for keys that no such call can have") {
  const ContextKey given[] = {{"AWS:principalarn", "arn:aws:iam::111122223333:role/team/app"},
                              {"aws:ViaAWSService", "true"},
                              {"aws:SecureTransport", "false"},
                              {"aws:MultiFactorAuthPresent", "true"},
                              {"sts:RoleSessionName", "s8"},
                              {"sts:ExternalId", "c-42"},
                              {"sts:DurationSeconds", "900"},
                              {"aws:username", "mallory"},
                              {"aws:PrincipalServiceName", "s3.amazonaws.com"},
                              ContextKey::absent("aws:PrincipalType"),
                              ContextKey::unknown("aws:ResourceAccount")};
  const RequestContext whole = given, partial(given, KeyState::unknown);
  for (const RequestContext& context : {whole, partial}) {
    RequestKeys keys(s1, target, Operation::assume_role, context, "s7");
    EXPECT(keys.find("aws:PrincipalArn")[0] == "arn:aws:iam::111122223333:role/team/app");
    EXPECT(is(s1, context, "aws:ViaAWSService", "true"));
    EXPECT(is(s1, context, "aws:SecureTransport", "false"));
    EXPECT(is(s1, context, "aws:MultiFactorAuthPresent", "true"));
    EXPECT(is(s1, context, "sts:RoleSessionName", "s8", Operation::assume_role, "s7"));
    EXPECT(is(s1, context, "sts:ExternalId", "c-42"));
    EXPECT(is(s1, context, "sts:ExternalId", "-", Operation::assume_role_with_saml));
    EXPECT(is(s1, context, "sts:DurationSeconds", "-"));
    EXPECT(is(s1, context, "aws:username", "-"));
    EXPECT(is(s1, context, "aws:PrincipalServiceName", "-"));
    EXPECT(is(s1, context, "aws:PrincipalType", "-"));
    EXPECT(is(s1, context, "aws:ResourceAccount", "?"));
  }
  EXPECT(is(s1, whole, "aws:SourceIp", "-"));
  EXPECT(is(s1, partial, "aws:SourceIp", "?"));
  EXPECT(is(alice, whole, "aws:username", "mallory"));
}

// Monitor and control actions taken with assumed roles,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
DUAL_TEST_CASE("the source identity of the caller's session is carried into the call: ts-18") {
  const ContextKey carried[] = {{"aws:SourceIdentity", "alice"}};
  const ContextKey both[] = {{"aws:SourceIdentity", "alice"}, {"sts:SourceIdentity", "bob"}};
  const ContextKey open[] = {ContextKey::unknown("aws:SourceIdentity")};
  const ContextKey none[] = {ContextKey::absent("aws:SourceIdentity")};
  EXPECT(is(s1, carried, "sts:SourceIdentity", "alice"));
  EXPECT(is(s1, both, "sts:SourceIdentity", "bob"));
  EXPECT(is(s1, open, "sts:SourceIdentity", "?"));
  EXPECT(is(s1, none, "sts:SourceIdentity", "-"));
}

namespace {

#define IF(test)                                                                                                                                        \
  R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}, "Condition": {)" test \
  "}}}"                                                                                                                                                 \
  ""_trust_policy
constexpr auto own_session_name = IF(R"("StringEquals": {"sts:RoleSessionName": "${aws:username}"})");
constexpr auto own_session_name_as_text = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "111122223333"},
  "Condition": {"StringEquals": {"sts:RoleSessionName": "${aws:username}"}}}})"_trust_policy;
constexpr auto short_sessions = IF(R"("NumericLessThanEquals": {"sts:DurationSeconds": "3600"})");
constexpr auto young_token = IF(R"("DateGreaterThan": {"aws:TokenIssueTime": "2026-01-01T00:00:00Z"})");
constexpr auto young_mfa = IF(R"("NumericLessThan": {"aws:MultiFactorAuthAge": "3600"})");
constexpr auto from_here = IF(R"("IpAddress": {"aws:SourceIp": "203.0.113.0/24"})");
constexpr auto until_2016 = IF(R"("DateLessThan": {"aws:CurrentTime": "2016-05-01T12:00:00Z"})");
constexpr auto of_team_x = IF(R"("StringEquals": {"aws:PrincipalTag/team": "x"})");
constexpr auto of_organization = IF(R"("StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"})");

constexpr Verdict ask(const Principal& who, const TrustPolicy& trust, const RequestContext& context) {
  return may_assume(who, Role(b, "target", trust), CallerSide::allows, context);
}
constexpr Judged<Verdict> unmet(const Verdict& verdict) {
  return {verdict.decision == Decision::denied_implicitly && verdict.refused_by<the_conditions_are_met>(), verdict};
}

}  // namespace

DUAL_TEST_CASE("conditions see these keys") {
  const Role named(b, "target", own_session_name), literal(b, "target", own_session_name_as_text);
  const SessionName alices("alice"), bobs("bob");
  EXPECT(may_assume(alice, named, CallerSide::allows, alices));           // tc-14
  EXPECT(unmet(may_assume(alice, named, CallerSide::allows, bobs)));      // tc-15
  EXPECT(unmet(may_assume(s1, named, CallerSide::allows, alices)));       // tc-16
  EXPECT(unmet(may_assume(alice, literal, CallerSide::allows, alices)));  // tc-17
  EXPECT(is_unknown(may_assume(alice, named, CallerSide::allows)));
  EXPECT(assume_role(alice, named, {.session_name = "alice"}, CallerSide::allows).has_value());
  EXPECT(!assume_role(alice, named, {.session_name = "bob"}, CallerSide::allows).has_value());

  const ContextKey seconds_900[] = {{"sts:DurationSeconds", "900"}};
  const ContextKey age_1200[] = {{"aws:MultiFactorAuthAge", "1200"}}, age_7200[] = {{"aws:MultiFactorAuthAge", "7200"}};
  const ContextKey inside[] = {{"aws:SourceIp", "203.0.113.9"}}, outside[] = {{"aws:SourceIp", "198.51.100.9"}};
  const ContextKey now[] = {{"aws:CurrentTime", "2026-01-01T00:00:00Z"}};
  const ContextKey team_x[] = {{"aws:PrincipalTag/team", "x"}};
  const ContextKey member[] = {{"aws:PrincipalOrgID", "o-a1b2c3d4e5"}},
                   other[] = {{"aws:PrincipalOrgID", "o-z9y8x7w6v5"}};
  EXPECT(ask(alice, young_mfa, age_1200));             // tc-11
  EXPECT(unmet(ask(alice, young_mfa, age_7200)));      // tc-12
  EXPECT(unmet(ask(alice, young_mfa, nothing_else)));  // tc-13
  EXPECT(ask(alice, from_here, inside));               // tc-18
  EXPECT(unmet(ask(alice, from_here, outside)));
  EXPECT(unmet(ask(alice, from_here, nothing_else)));        // tc-19
  EXPECT(unmet(ask(alice, until_2016, now)));                // tc-20
  EXPECT(unmet(ask(alice, young_token, nothing_else)));      // tc-21
  EXPECT(unmet(ask(alice, short_sessions, seconds_900)));    // tc-22
  EXPECT(ask(alice, of_organization, member));               // xa-15
  EXPECT(unmet(ask(alice, of_organization, other)));         // xa-16
  EXPECT(unmet(ask(alice, of_organization, nothing_else)));  // xa-16
  EXPECT(ask(alice, of_team_x, team_x));                     // xa-22
  EXPECT(unmet(ask(s1, of_team_x, nothing_else)));           // xa-23
}

// Quotas, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: a path has up to 512 characters,
// a role's name up to 64.
TEST_CASE("the longest ARN is a resource like any other") {
  const std::string arn = "arn:aws-us-gov:iam::111122223333:role/" + std::string(510, 'p') + "/" + std::string(64, 'n');
  const Result<Role, NameError> role = Role::from_arn(arn, TrustPolicy());
  REQUIRE(role.has_value());
  RequestKeys keys(alice, *role, Operation::assume_role, nothing_known, {});
  CHECK(keys.resource() == Text(arn));
}

// Controlling access to AWS resources using tags,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html: aws:TagKeys lists the keys of the tags that the
// request passes, so a request passes the tags of this list, and no others.
DUAL_TEST_CASE("a list of tag keys is read to its end, and lists every tag that the request passes") {
  const Text two[] = {"team", "cost"};
  const ContextKey listed[] = {{"aws:TagKeys", two}}, empty[] = {{"aws:TagKeys", Span<Text>(two, 0)}};
  EXPECT(is(alice, listed, "aws:RequestTag/team", "?"));
  EXPECT(is(alice, listed, "aws:RequestTag/COST", "?"));
  EXPECT(is(alice, listed, "aws:RequestTag/owner", "-"));
  EXPECT(is(alice, listed, "aws:RequestTag/tea", "-"));
  EXPECT(is(alice, listed, "aws:RequestTag/costs", "-"));
  EXPECT(is(alice, empty, "aws:RequestTag/team", "-"));
}
