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
  EXPECT(always(s1, "aws:PrincipalArn", "arn:aws:iam::111122223333:role/app"));  // more may stand before the name
  EXPECT(always(ec2, "aws:username", "-"));
  EXPECT(otherwise(ec2, "aws:userid", "-"));
  EXPECT(always(ec2, "aws:PrincipalArn", "-"));
  EXPECT(always(ec2, "aws:PrincipalIsAWSService", "true"));
  EXPECT(always(ec2, "aws:PrincipalServiceName", "ec2.amazonaws.com"));
  EXPECT(always(ec2, "aws:PrincipalServiceNamesList", "?"));  // all names of the service in its Region
  for (const Principal& who : {root, alice, carol, s1}) {
    EXPECT(always(who, "aws:PrincipalAccount", "111122223333"));
    EXPECT(always(who, "aws:PrincipalIsAWSService", "false"));
    EXPECT(always(who, "aws:PrincipalServiceName", "-"));
    EXPECT(always(who, "aws:PrincipalServiceNamesList", "-"));
    EXPECT(otherwise(who, "aws:PrincipalOrgID", "-"));
    EXPECT(otherwise(who, "aws:PrincipalOrgPaths", "-"));
    // tc-05: a long-term key has none; a role session is not one of MFA, and false or absent (U-11)
    const bool session = who.is(PrincipalKind::role_session);
    EXPECT(otherwise(who, "aws:MultiFactorAuthPresent", session ? "false" : "-"));
    EXPECT(otherwise(who, "aws:MultiFactorAuthAge", "-"));
    const bool temporary = session || who.is(PrincipalKind::federated_user);
    EXPECT(otherwise(who, "aws:TokenIssueTime", temporary ? "?" : "-"));  // tc-21
    EXPECT(otherwise(who, "aws:PrincipalTag/team", who.is(PrincipalKind::root_user) ? "-" : "?"));
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
    // Every request has these; the address, unless it comes through a VPC endpoint: tc-19.
    for (const Text name :
         {Text("aws:SourceIp"), Text("aws:CurrentTime"), Text("aws:EpochTime"), Text("aws:RequestedRegion"),
          Text("sts:RoleSessionName"), Text("aws:ResourceTag/team"), Text("iam:ResourceTag/team")}) {
      EXPECT(always(who, name, "?"));
    }
    EXPECT(otherwise(who, "sts:ExternalId", "-"));  // tc-02
    EXPECT(always(who, "sts:ExternalId", "-", Operation::assume_role_with_saml));
    EXPECT(always(who, "sts:ExternalId", "-", Operation::assume_role_with_web_identity));  // fe-18
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
      EXPECT(is(who, given, name, acts ? "x" : "?"));  // no such call has it
    }
  }
}

DUAL_TEST_CASE("what is given wins, letter case aside, unless it contradicts the call, or no such call has it") {
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
    for (const Text name : {Text("sts:DurationSeconds"), Text("aws:username"), Text("aws:PrincipalServiceName"),
                            Text("aws:PrincipalType"), Text("aws:ResourceAccount"), Text("aws:SourceIp")}) {
      EXPECT(is(s1, context, name, "?"));
    }
    EXPECT(is(s1, context, "sts:ExternalId", "?", Operation::assume_role_with_saml));
    EXPECT(is(alice, context, "aws:username", "?"));
  }
}

// Every form of a contradiction: no value, no values, several values, another value.
DUAL_TEST_CASE("nothing contradicts what caller and role determine") {
  const Text two[] = {"arn:aws:iam::111122223333:user/ci/alice", "arn:aws:iam::111122223333:user/ci/bob"};
  const Text alone[] = {"arn:aws:iam::111122223333:user/ci/alice"};
  const Text names[] = {"aws:PrincipalArn",          "aws:PrincipalAccount", "aws:PrincipalType",
                        "aws:PrincipalIsAWSService", "aws:username",         "aws:ResourceAccount"};
  for (const Text name : names) {
    const ContextKey forms[] = {ContextKey::absent(name), {name, Span<Text>()}, {name, Span<Text>(two)}, {name, "x"}};
    for (const ContextKey& form : forms) {
      const ContextKey given[] = {form};
      EXPECT(is(alice, given, name, "?"));
      RequestKeys keys(alice, target, Operation::assume_role, nothing_else, {});
      EXPECT(keys.contradicts(form));
      EXPECT(!keys.contradicts(ContextKey::unknown(name)));
    }
  }
  const ContextKey same[] = {{"aws:PrincipalArn", Span<Text>(alone)}};
  EXPECT(is(alice, same, "aws:PrincipalArn", alone[0]));
  for (const Text name : {Text("aws:CurrentTime"), Text("aws:RequestedRegion"), Text("aws:SecureTransport")}) {
    const ContextKey none[] = {ContextKey::absent(name)};
    EXPECT(is(alice, none, name, "?"));
  }
  const ContextKey through_an_endpoint[] = {ContextKey::absent("aws:SourceIp"), {"aws:SourceVpce", "vpce-1a2b3c4d"}};
  EXPECT(is(alice, through_an_endpoint, "aws:SourceIp", "-"));
  const ContextKey endpoint[] = {{"aws:SourceVpce", "vpce-1a2b3c4d"}};
  EXPECT(is(alice, endpoint, "aws:SourceIp", "-"));
}

// KEY-2: AWS STS condition context keys for federated calls through a VPC endpoint,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sts_vpc_condition_keys_federated.html
DUAL_TEST_CASE("a call has the keys of its VPC endpoint, or its source IP address, and not both") {
  const ContextKey by_arn[] = {{"aws:SourceVpcArn", "arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1a2b3c4d"}};
  const ContextKey by_both[] = {{"aws:SourceVpce", "vpce-1a2b3c4d"}, {"aws:SourceIp", "203.0.113.7"}};
  const ContextKey by_internet[] = {{"aws:SourceIp", "203.0.113.7"}};
  for (const Principal& who : {Principal(alice), job}) {
    EXPECT(is(who, by_arn, "aws:SourceIp", "-"));
    EXPECT(is(who, by_both, "aws:SourceIp", "?"));
    EXPECT(is(who, by_internet, "aws:SourceIp", "203.0.113.7"));
    EXPECT(is(who, by_internet, "aws:SourceVpcArn", "-"));
  }
}

DUAL_TEST_CASE("the path of a session's role is that of the context, or one that its name tells") {
  const Principal admin = RoleSession(a, "AWSReservedSSO_Admin_0123456789abcdef", "alice");
  const Principal scaling = RoleSession(a, "AWSServiceRoleForAutoScaling", "s1");
  EXPECT(always(admin, "aws:PrincipalArn",
                "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef"));
  EXPECT(always(scaling, "aws:PrincipalArn",
                "arn:aws:iam::111122223333:role/aws-service-role/AWSServiceRoleForAutoScaling"));
  const auto given = [](const Principal& who, Text arn, Text expected) {
    const ContextKey key[] = {{"aws:PrincipalArn", arn}};
    return is(who, key, "aws:PrincipalArn", expected);
  };
  constexpr Text in_eu =
      "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef";
  EXPECT(given(admin, in_eu, in_eu));
  EXPECT(given(admin, "arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef", "?"));
  EXPECT(given(s1, "arn:aws:iam::111122223333:role/app", "arn:aws:iam::111122223333:role/app"));
  EXPECT(given(s1, "arn:aws:iam::111122223333:role/x/app", "arn:aws:iam::111122223333:role/x/app"));
  EXPECT(given(s1, "arn:aws:iam::111122223333:role/myapp", "?"));
  EXPECT(given(s1, "arn:aws:iam::444455556666:role/app", "?"));
}

// Actions, resources, and condition keys for AWS Security Token Service.
DUAL_TEST_CASE("a claim is a key if AWS lists it for the provider") {
  constexpr auto github =
      *WebIdentity::from("arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com");
  constexpr Operation operation = Operation::assume_role_with_web_identity;
#define CLAIM "token.actions.githubusercontent.com:"
  const ContextKey given[] = {{CLAIM "ref", "refs/heads/main"},
                              {CLAIM "repository_owner", "octo-org"},
                              {"gitlab.com:sub", "x"},
                              {"accounts.google.com:sub", "y"},
                              {"cognito-identity.amazonaws.com:amr", "z"},
                              {"accounts.google.com:email", "w"}};
  const Principal runner = github;
  EXPECT(is(runner, given, CLAIM "ref", "refs/heads/main", operation));
  EXPECT(is(runner, given, CLAIM "repository_owner", "?", operation));
  EXPECT(is(runner, given, CLAIM "iss", "?", operation));  // not given, and no key
  EXPECT(is(runner, given, CLAIM "actor", "-", operation));
  EXPECT(is(runner, given, CLAIM "sub", "?", operation));  // every token has one
  EXPECT(is(runner, given, "gitlab.com:sub", "?", operation));
  EXPECT(is(runner, given, "gitlab.com:aud", "-", operation));
  EXPECT(is(alice, given, CLAIM "ref", "?"));
  EXPECT(is(s1, given, CLAIM "ref", "?"));  // for AssumeRoleWithWebIdentity only
  EXPECT(is(s1, given, "gitlab.com:sub", "?"));
  // Those of Google, Cognito, Facebook and Login with Amazon are listed for AssumeRole too.
  EXPECT(is(s1, given, "accounts.google.com:sub", "y"));
  EXPECT(is(s1, given, "cognito-identity.amazonaws.com:amr", "z"));
  EXPECT(is(s1, given, "accounts.google.com:email", "?"));
#undef CLAIM
}

// IAM Roles Anywhere, trust model, https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
DUAL_TEST_CASE("the fields of a certificate are tags of the principal") {
  const Principal anywhere = Service("rolesanywhere.amazonaws.com");
  const ContextKey given[] = {{"aws:RequestTag/x509Subject/CN", "Alice"}};
  EXPECT(is(anywhere, given, "aws:PrincipalTag/x509Subject/CN", "Alice"));
  EXPECT(is(anywhere, given, "aws:PrincipalTag/x509Subject/OU", "?"));
  EXPECT(is(anywhere, given, "aws:RequestTag/x509Subject/CN", "?"));
  EXPECT(is(anywhere, nothing_else, "aws:TagKeys", "?"));
  EXPECT(is(ec2, given, "aws:RequestTag/x509Subject/CN", "Alice"));
  EXPECT(is(ec2, nothing_else, "aws:TagKeys", "-"));
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
  const Text two[] = {"alice", "bob"};
  const ContextKey several[] = {{"aws:SourceIdentity", two}};
  EXPECT(is(s1, several, "sts:SourceIdentity", "?"));  // a session has one
}

// Passing session tags in AWS STS, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html: a token can
// have tags, which the caller need not tell.
DUAL_TEST_CASE("a call without tags has no tag, and one of whose tags some are told may have more") {
  EXPECT(is(alice, nothing_else, "aws:RequestTag/team", "-"));
  EXPECT(is(alice, nothing_else, "aws:TagKeys", "-"));
  EXPECT(is(job, nothing_else, "aws:PrincipalTag/team", "-"));
  const ContextKey team[] = {{"aws:RequestTag/team", "x"}};
  EXPECT(is(alice, team, "aws:TagKeys", "?"));
  EXPECT(is(job, team, "aws:PrincipalTag/cost", "?"));
  const Text cost[] = {"cost"};
  const ContextKey listed[] = {{"aws:TagKeys", cost}};
  EXPECT(is(job, listed, "aws:PrincipalTag/cost", "?"));
  EXPECT(is(job, listed, "aws:PrincipalTag/team", "-"));
}

// Of the tags that IAM Roles Anywhere passes, as in the test of certificates.
DUAL_TEST_CASE("the tags of a caller that always passes some are an open question") {
  const Principal anywhere = Service("rolesanywhere.amazonaws.com");
  for (const Text name :
       {Text("aws:TagKeys"), Text("sts:TransitiveTagKeys"), Text("aws:RequestTag/a"), Text("AWS:principaltag/a")}) {
    EXPECT(RequestKeys(anywhere, target, Operation::assume_role, nothing_else, {}).why_unknown(name) ==
           OpenPoint::u125);
    EXPECT(RequestKeys(ec2, target, Operation::assume_role, nothing_else, {}).why_unknown(name) == OpenPoint::none);
  }
  EXPECT(RequestKeys(anywhere, target, Operation::assume_role, nothing_else, {}).why_unknown("aws:SourceIp") ==
         OpenPoint::none);
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
  const ContextKey by_endpoint[] = {ContextKey::absent("aws:SourceIp")},
                   untagged[] = {ContextKey::absent("aws:PrincipalTag/team")};
  EXPECT(unmet(ask(alice, from_here, by_endpoint)));  // tc-19
  EXPECT(is_unknown(ask(alice, from_here, nothing_else)));
  EXPECT(unmet(ask(alice, until_2016, now)));                   // tc-20
  EXPECT(unmet(ask(alice, young_token, nothing_else)));         // tc-21
  EXPECT(is_unknown(ask(alice, short_sessions, seconds_900)));  // no such call has the key: tc-22
  EXPECT(unmet(ask(alice, short_sessions, nothing_else)));
  EXPECT(ask(alice, of_organization, member));               // xa-15
  EXPECT(unmet(ask(alice, of_organization, other)));         // xa-16
  EXPECT(unmet(ask(alice, of_organization, nothing_else)));  // xa-16
  EXPECT(ask(alice, of_team_x, team_x));                     // xa-22
  EXPECT(unmet(ask(s1, of_team_x, untagged)));               // xa-23
  EXPECT(is_unknown(ask(s1, of_team_x, nothing_else)));
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

// IAM and AWS STS condition context keys: the tokens of Login with Amazon have a user_id,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
DUAL_TEST_CASE("every token of Login with Amazon has a user id, and aws:userid of a service is not checked") {
  const Principal shopper = *WebIdentity::from("www.amazon.com");
  const ContextKey given[] = {{"aws:userid", "AROAEXAMPLE:x"}};
  EXPECT(is(shopper, given, "www.amazon.com:user_id", "?", Operation::assume_role_with_web_identity));
  EXPECT(is(Principal(Service("ec2.amazonaws.com")), given, "aws:userid", "AROAEXAMPLE:x"));
}
