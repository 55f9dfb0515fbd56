// The save checks: what AWS refuses to save of a policy that can be parsed, for literals and for documents; and the
// forms that it takes. Sources: those of the table in policy/save_check_table.hpp.
#include "dual.hpp"

#include <whence/document/policy_document.hpp>
#include <whence/policy/policy_literals.hpp>
#include <whence/policy/save_check_table.hpp>

#include <string>

namespace {

using namespace whence;

// The first save check that refuses a policy, and where. The policy must be one that can be parsed.
template <PolicyKind Kind, FixedText Source>
constexpr PolicyError unsaved() {
  constexpr auto& filled = whence::detail::ParsedPolicy<Kind, Source, DocumentsFrom::aws>::filled;
  static_assert(!filled.error);
  return whence::detail::find_unsaved<Kind>(Policy(filled.policy.records()), nullptr, false);
}

template <PolicyKind Kind>
PolicyError error_of_document(Text source, DocumentsFrom from) {
  const auto document = PolicyDocument<Kind>::parse(source, from);
  return document ? PolicyError{} : document.error();
}

struct Row {
  Text source;
  PolicyError (*read)(Text, DocumentsFrom);
  PolicyError found;
  PolicyFault fault;
  SourcePosition position;
};

template <FixedText Source>
inline constexpr FixedText source_of = Source;

// The ^ marks the byte of the expected fault, and is not part of the policy.
template <std::size_t Size>
consteval FixedText<Size - 1> without_mark(const FixedText<Size>& marked) {
  FixedText<Size - 1> text;
  std::size_t at = 0;
  for (const char c : marked.characters) {
    if (c != '^') text.characters[at++] = c;
  }
  return text;
}

template <PolicyKind Kind, FixedText Marked>
constexpr Row refused(PolicyFault fault) {
  constexpr FixedText source = without_mark(Marked);
  return {source_of<source>.view(), error_of_document<Kind>, unsaved<Kind, source>(), fault,
          position_of(Marked.view(), Marked.view().find('^'))};
}
template <PolicyKind Kind, FixedText Source>
constexpr Row taken() {
  return {source_of<Source>.view(), error_of_document<Kind>, unsaved<Kind, Source>(), PolicyFault::none, {}};
}

constexpr PolicyKind trust = PolicyKind::trust, identity = PolicyKind::identity, scp = PolicyKind::service_control,
                     rcp = PolicyKind::resource_control, endpoint = PolicyKind::endpoint;

#define STATEMENT(elements) R"({"Version": "2012-10-17", "Statement": {)" elements R"(}})"
#define ALLOW(elements) STATEMENT(R"("Effect": "Allow", )" elements)
#define PRINCIPAL(principal) ALLOW(R"("Action": "sts:AssumeRole", "Principal": )" principal)
#define TRUST_ACTION(action) ALLOW(R"("Principal": {"AWS": "111122223333"}, "Action": )" action)
#define ACTION(action) ALLOW(R"("Resource": "*", "Action": )" action)
#define RESOURCE(resource) ALLOW(R"("Action": "*", "Resource": )" resource)
#define WHERE(test, value) ALLOW(R"("Action": "*", "Resource": "*", "Condition": {")" test R"(": {"a": )" value "}}")
#define DENY_ALL(elements) STATEMENT(R"("Effect": "Deny", "Principal": "*", "Resource": "*", )" elements)
#define WEB(issuer, more) \
  ALLOW(R"("Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": )" issuer "}" more)
#define GITHUB R"("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com")"
#define SUBJECT(test, value) R"(, "Condition": {")" test R"(": {"token.actions.githubusercontent.com:sub": )" value "}}"

constexpr Row rows[] = {
    refused<trust, TRUST_ACTION(R"(^"sts:*")")>(PolicyFault::action_is_not_of_a_trust_policy),
    refused<trust, TRUST_ACTION(R"(["sts:AssumeRole", ^"*"])")>(PolicyFault::action_is_not_of_a_trust_policy),
    refused<trust, TRUST_ACTION(R"(^"sts:assumeRole")")>(PolicyFault::action_is_not_of_a_trust_policy),
    refused<trust, TRUST_ACTION(R"(^"s3:GetObject")")>(PolicyFault::action_is_not_of_a_trust_policy),
    refused<trust, STATEMENT(R"("Effect": "Deny", "Principal": {"AWS": "*"}, "NotAction": ^"sts:AssumeRoot")")>(
        PolicyFault::action_is_not_of_a_trust_policy),
    // A decoded string has no position of its own: that of its statement is shown.
    refused<trust, R"({"Statement": ^{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:\u002A"}})">(
        PolicyFault::action_is_not_of_a_trust_policy),
    taken<trust, TRUST_ACTION(R"(["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity",
        "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext"])")>(),

    refused<trust, PRINCIPAL(R"(^"*")")>(PolicyFault::principal_has_no_type),
    taken<trust, PRINCIPAL(R"({"AWS": "*"})")>(),
    taken<trust, PRINCIPAL(R"({"AWS": ["1111-2222-3333", "*"]})")>(),
    taken<endpoint, DENY_ALL(R"("Action": "*")")>(),

    refused<trust, WEB("^" GITHUB, "")>(PolicyFault::key_of_a_shared_provider_is_missing),
    refused<trust, WEB("^" GITHUB, SUBJECT("Null", R"("false")"))>(PolicyFault::key_of_a_shared_provider_is_missing),
    refused<trust, WEB("^" GITHUB, SUBJECT("StringNotLike", R"("x")"))>(
        PolicyFault::key_of_a_shared_provider_is_missing),
    refused<trust, WEB(R"(["arn:aws:iam::111122223333:oidc-provider/idp.example.com", ^)" GITHUB "]", "")>(
        PolicyFault::key_of_a_shared_provider_is_missing),
    refused<trust, WEB(R"(^"cognito-identity.amazonaws.com")", "")>(PolicyFault::key_of_a_shared_provider_is_missing),
    refused<trust, WEB(GITHUB, SUBJECT("StringLike", R"(^"*")"))>(PolicyFault::key_of_a_shared_provider_is_open),
    refused<trust, WEB(GITHUB, SUBJECT("StringLike", R"([^"?*", "repo:a/b:*"])"))>(
        PolicyFault::key_of_a_shared_provider_is_open),
    taken<trust, WEB(GITHUB, SUBJECT("StringEquals", R"("repo:a/b:environment:p")"))>(),
    taken<trust, WEB(GITHUB, SUBJECT("ForAnyValue:StringLikeIfExists", R"(["repo:a/b:*", "*"])"))>(),
    taken<trust, WEB(GITHUB, R"(, "Condition": {"StringEquals": {
        "token.actions.githubusercontent.com:job_workflow_ref": "a/b/.github/workflows/c.yml@refs/heads/main"}})")>(),
    taken<trust, WEB(R"("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com/acme")", "")>(),
    taken<trust, WEB(R"("arn:aws:iam::111122223333:oidc-provider/idp.example.com")", "")>(),
    taken<trust, WEB(R"("accounts.google.com")", "")>(),
    // The documentation forbids only wildcards for GitHub only.
    taken<trust, WEB(R"("arn:aws:iam::111122223333:oidc-provider/gitlab.com")",
                     R"(, "Condition": {"StringLike": {"gitlab.com:sub": "*"}})")>(),
    taken<trust, ALLOW(R"("Action": "sts:TagSession", "Principal": {"Federated": )" GITHUB "}")>(),
    taken<trust, ALLOW(R"("Action": "sts:AssumeRoleWithSAML",
        "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/gitlab.com"})")>(),

    refused<trust, "^ " PRINCIPAL(R"({"AWS": "*"})")>(PolicyFault::policy_begins_with_a_space),
    refused<scp, "^ " ACTION(R"("*")")>(PolicyFault::policy_begins_with_a_space),
    taken<trust, "\n " PRINCIPAL(R"({"AWS": "*"})") " ">(),

    refused<identity, WHERE("ArnLike", R"(^"nope")")>(PolicyFault::value_is_not_an_arn),
    refused<identity, WHERE("ArnNotEquals", R"(["*", ^"arn:aws:iam::role/app"])")>(PolicyFault::value_is_not_an_arn),
    refused<identity, WHERE("ArnEqualsIfExists", R"(^"arn:aws:s3:b")")>(PolicyFault::value_is_not_an_arn),
    refused<identity, WHERE("ForAnyValue:ArnNotLike", R"(^"${aws:PrincipalArn}")")>(PolicyFault::value_is_not_an_arn),
    refused<identity, WHERE("ArnLike", R"([^true])")>(PolicyFault::value_is_not_an_arn),
    taken<identity, WHERE("ArnLike", R"(["*", "arn:*:s3:::b", "arn:aws:*:*:*:*", "arn:aws:iam::${a}:role/b"])")>(),

    refused<identity, WHERE("IpAddress", R"(["::/0", ^"203.0.113.0/33"])")>(PolicyFault::value_is_not_an_ip_address),
    refused<identity, WHERE("NotIpAddress", R"(^"203.0.113.7 ")")>(PolicyFault::value_is_not_an_ip_address),
    taken<identity, WHERE("IpAddress", R"(["0.0.0.0/0", "203.0.113.7", "::/0", "2001:db8::/32"])")>(),

    refused<identity, WHERE("NumericEquals", R"([1, ^"one"])")>(PolicyFault::value_is_not_a_number),
    refused<identity, WHERE("NumericLessThan", R"([^false])")>(PolicyFault::value_is_not_a_number),
    refused<identity, WHERE("NumericLessThan", R"(^"0x10")")>(PolicyFault::value_is_not_a_number),
    refused<identity, WHERE("NumericLessThan", R"(^"")")>(PolicyFault::value_is_not_a_number),
    refused<identity, WHERE("NumericLessThan", R"(^".")")>(PolicyFault::value_is_not_a_number),
    refused<identity, WHERE("NumericLessThan", R"(^"1e+")")>(PolicyFault::value_is_not_a_number),
    refused<identity, WHERE("NumericLessThan", R"(^"e5")")>(PolicyFault::value_is_not_a_number),
    taken<identity, WHERE("NumericLessThan", R"(["10", 10, "10.5", "-1", "+1", "1e3", "1E-3", 0.5])")>(),
    // Decoded strings are kept side by side: none goes on in the next one.
    taken<identity, ALLOW(R"("Action": "*", "Resource": "*", "Condition": {
        "NumericEquals": {"a": "\u0031"}, "StringEquals": {"b": "\u00655"}})")>(),
    taken<identity, ALLOW(R"("Action": "*", "Resource": "\u0061rn:aws:s3")")>(),

    refused<identity, WHERE("BinaryEquals", R"(["YWJj", ^"abc"])")>(PolicyFault::value_is_not_base64),
    taken<identity, WHERE("BinaryEquals", R"(["YWJj", "YWI=", "YQ=="])")>(),

    refused<identity, WHERE("DateEquals", R"(^"tomorrow")")>(PolicyFault::value_is_not_a_date),
    refused<identity, WHERE("DateEqualsIfExists", R"(["1", ^"2026-02-29"])")>(PolicyFault::value_is_not_a_date),
    refused<identity, WHERE("ForAnyValue:DateGreaterThan", R"([^true])")>(PolicyFault::value_is_not_a_date),
    refused<identity, WHERE("DateLessThan", R"(^"2026-03-14T24:00:00Z")")>(PolicyFault::value_is_not_a_date),
    refused<identity, WHERE("DateLessThan", R"(^"2026-03-14t02:00:00+1")")>(PolicyFault::value_is_not_a_date),
    refused<identity, WHERE("DateLessThan", R"(^"2026-03-14T02:00:00-01:0")")>(PolicyFault::value_is_not_a_date),
    taken<identity, WHERE("DateLessThan", R"(["2026", "2026-03", "2026-03-14", "2026-03-14T02:00Z", 1798761600,
        "2026-03-14T02:00:00.000Z", "2026-03-14T23:59:59-09:00", "2026-03-14t2:00:00+23", "01T"])")>(),
    refused<trust, R"({"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole",
        "Condition": {"DateLessThan": {"a": ^"soon"}}}})">(PolicyFault::value_is_not_a_date),

    refused<identity, ACTION(R"(["s3:*", ^"*:Get*"])")>(PolicyFault::action_of_every_service),
    refused<scp, ACTION(R"(^"*:*")")>(PolicyFault::action_of_every_service),
    refused<rcp, DENY_ALL(R"("Action": ^"*:Get*")")>(PolicyFault::service_has_no_resource_control),
    taken<identity, ACTION(R"(["*", "s3:*", "s3:Get*Acl"])")>(),

    refused<identity, RESOURCE(R"(^"arn:aws:s3:eu-west-1::bucket/key")")>(PolicyFault::resource_has_a_region),
    refused<identity, RESOURCE(R"(^"arn:aws:iam:eu-west-1")")>(PolicyFault::resource_has_a_region),
    refused<identity, RESOURCE(R"(["*", ^"arn:aws:route53:eu-west-1::hostedzone/Z"])")>(
        PolicyFault::resource_has_a_region),
    refused<identity, ALLOW(R"("Action": "*", "NotResource": ^"arn:aws:s3:eu-west-1:111122223333:*")")>(
        PolicyFault::resource_has_a_region),
    refused<identity, RESOURCE(R"(^"arn:aws:s3::111122223333:bucket")")>(PolicyFault::bucket_has_an_account),
    taken<identity, RESOURCE(R"(["arn:aws:s3:eu-west-1:111122223333:accesspoint/a", "arn:aws:s3:*:*:bucket",
        "arn:aws:s3::111122223333:accesspoint/b.mrap", "arn:aws:cloudfront:eu-west-1::x", "arn:aws:s3:::bucket/key"])")>(),

    refused<identity, RESOURCE(R"(["arn:aws:s3:::a", ^"arn:aws-cn:s3:::a"])")>(
        PolicyFault::resource_is_of_another_partition),
    taken<identity, RESOURCE(R"(["arn:aws-cn:s3:::a", "arn:*:s3:::a", "arn:aws-cn:sqs:cn-north-1:111122223333:q"])")>(),

    refused<identity, RESOURCE(R"(^"arn:aws:iam::111122223333:roles/app")")>(PolicyFault::resource_type_is_not_of_iam),
    refused<identity, RESOURCE(R"(^"arn:aws:iam::111122223333:app")")>(PolicyFault::resource_type_is_not_of_iam),
    taken<scp, RESOURCE(R"(["arn:aws:iam::*:root", "arn:aws:iam::*:*", "arn:aws:iam::*:user/*", "arn:aws:iam"])")>(),

    refused<rcp, R"({"Version": "2012-10-17", "Statement":
        ^{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"}})">(
        PolicyFault::resource_control_policy_allows),
    refused<rcp, R"({"Version": "2012-10-17", "Statement": ^{"Effect": "Allow", "Principal": "*", "Action": "*",
        "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}})">(
        PolicyFault::resource_control_policy_allows),
    refused<rcp, DENY_ALL(R"("Action": ["s3:*", ^"*"])")>(PolicyFault::resource_control_policy_has_every_action),
    refused<rcp, DENY_ALL(R"("Action": ["S3:*", ^"ec2:*"])")>(PolicyFault::service_has_no_resource_control),
    refused<rcp, DENY_ALL(R"("Action": ^"s:*")")>(PolicyFault::service_has_no_resource_control),
    taken<rcp, DENY_ALL(R"("Action": ["aoss:*", "sts:*", "xray:*"])")>(),
    taken<rcp, ALLOW(R"("Principal": "*", "Action": "*", "Resource": "*")")>(),  // RCPFullAWSAccess
    refused<rcp, R"({"Version": "2012-10-17", "Statement": ^{
        "Effect": "Allow", "Principal": "*", "Action": ["*", "*"], "Resource": "*"}})">(
        PolicyFault::resource_control_policy_allows),
    refused<rcp, R"({"Version": "2012-10-17", "Statement": ^{
        "Effect": "Allow", "Principal": "*", "Action": "*", "NotResource": "*"}})">(
        PolicyFault::resource_control_policy_allows),
    refused<rcp, R"({"Version": "2012-10-17", "Statement": ^{
        "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "arn:aws:s3:::a"}})">(
        PolicyFault::resource_control_policy_allows),

    refused<trust, PRINCIPAL(R"({"AWS": "arn:aws:iam::111122223333:root", "Service": ^"ec2.amazonaws.com.cn"})")>(
        PolicyFault::service_is_of_another_partition),
    taken<trust, PRINCIPAL(R"({"AWS": "arn:aws-cn:iam::111122223333:root",
        "Service": ["ec2.amazonaws.com.cn", "lambda.amazonaws.com"]})")>(),
    taken<trust, PRINCIPAL(R"({"Service": "ec2.amazonaws.com.cn"})")>(),
};

#define ONE_MORE(...) +1
constexpr std::size_t fault_count =
    0 WHENCE_JSON_FAULTS(ONE_MORE) WHENCE_NAME_FAULTS(ONE_MORE) WHENCE_POLICY_FAULTS(ONE_MORE);

constexpr Text two_ids[] = {"S1", "S19"};

}  // namespace

DUAL_TEST_CASE("a literal finds every save check at its byte, and nothing in what AWS takes") {
  for (const Row& row : rows) {
    EXPECT(row.found.fault == row.fault);
    if (row.fault != PolicyFault::none) EXPECT(row.found.position_in(row.source) == row.position);
  }
}

TEST_CASE("a document of an author is held to the save checks, and one of AWS is not") {
  for (const Row& row : rows) {
    INFO(std::string(row.source));
    CHECK(row.read(row.source, DocumentsFrom::author) == row.found);
    CHECK(!row.read(row.source, DocumentsFrom::aws));
  }
}

DUAL_TEST_CASE("every save check refuses a policy in this file") {
  for (const SaveCheck& check : save_checks) {
    bool provoked = false;
    for (const Row& row : rows) provoked = provoked || row.fault == check.fault;
    EXPECT(provoked);
  }
}

DUAL_TEST_CASE("the table has an id, a sentence and a source for each save check, and for no other fault") {
  for (const SaveCheck& check : save_checks) {
    EXPECT(is_about_saving(check.fault));
    EXPECT(find_save_check(check.fault) == &check);
    EXPECT(save_check_id(check.fault) == check.id);
    EXPECT(sentence_of(check.fault) == check.sentence);
    EXPECT(check.source.url.starts_with("https://"));
  }
  EXPECT(save_checks[0].id == two_ids[0]);
  EXPECT(save_checks[count_of(save_checks) - 1].id == two_ids[1]);
  for (std::size_t i = 0; i <= fault_count; ++i) {
    const auto fault = static_cast<PolicyFault>(i);
    EXPECT(!is_about_saving(fault));
    EXPECT(save_check_id(fault).empty());
    EXPECT(find_save_check(fault) == nullptr);
  }
  EXPECT(PolicyError{PolicyFault::principal_has_no_type}.save_check() == "S2");
  EXPECT(PolicyError{PolicyFault::principal_is_empty}.save_check().empty());
}

DUAL_TEST_CASE("the grade of a record of one kind of policy is lower for the others") {
  const SaveCheck& dates = *find_save_check(PolicyFault::value_is_not_a_date);
  EXPECT(dates.grade_in(PolicyKind::identity) == Grade::third_party);
  EXPECT(dates.grade_in(PolicyKind::trust) == Grade::inferred);
  EXPECT(dates.grade_in(PolicyKind::service_control) == Grade::inferred);
  const SaveCheck& actions = *find_save_check(PolicyFault::action_is_not_of_a_trust_policy);
  EXPECT(actions.grade_in(PolicyKind::trust) == Grade::third_party);
  const SaveCheck& providers = *find_save_check(PolicyFault::key_of_a_shared_provider_is_missing);
  EXPECT(providers.grade_in(PolicyKind::trust) == Grade::documentation);
  const SaveCheck& organizations = *find_save_check(PolicyFault::resource_control_policy_allows);
  EXPECT(organizations.grade_in(PolicyKind::resource_control) == Grade::documentation);
}

DUAL_TEST_CASE("the partition of the account decides, if it is known") {
  using namespace whence::literals;
  constexpr auto buckets = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*",
    "Resource": ["arn:*:s3:::a", "arn:aws-cn:s3:::a"]}})"_identity_policy;
  const IdentityPolicy policy = buckets;
  EXPECT(!why_not_saved(policy));
  EXPECT(!why_not_saved(policy, Partition::aws_cn));
  EXPECT(why_not_saved(policy, Partition::aws).fault == PolicyFault::resource_is_of_another_partition);
  constexpr auto service = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"Service": "ec2.amazonaws.com.cn"}}})"_trust_policy;
  const TrustPolicy chinese = service;
  EXPECT(!why_not_saved(chinese, Partition::aws_cn));
  EXPECT(why_not_saved(chinese, Partition::aws).save_check() == "S19");
}

DUAL_TEST_CASE("an account with hyphens is the account") {
  using namespace whence::literals;
  constexpr auto hyphens = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"AWS": ["0000-1111-2222", "111122223333"]}}})"_trust_policy;
  const TrustPolicy policy = hyphens;
  const Span<PrincipalEntry> principals = policy.principals_of(policy.statements()[0]);
  EXPECT(principals[0].form == PrincipalForm::account);
  EXPECT(principals[0].account.number() == 11112222);
  EXPECT(!principals[0].has_partition);
  EXPECT(policy.at(principals[0].text) == "0000-1111-2222");
  EXPECT(principals[1].account.number() == 111122223333);
}

DUAL_TEST_CASE("a literal of AWS need only be parsed") {
  using namespace whence::literals;
  constexpr auto everyone =
      R"( {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*"}})"_trust_policy_from_aws;
  constexpr auto every =
      R"({"Statement": {"Effect": "Allow", "Action": "*:*", "Resource": "*"}})"_identity_policy_from_aws;
  constexpr auto service = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*:*",
    "Resource": "*"}})"_service_control_policy_from_aws;
  constexpr auto resource = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*",
    "Action": "ec2:*", "Resource": "*"}})"_resource_control_policy_from_aws;
  constexpr auto gateway = R"({"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*:*",
    "Resource": "*"}})"_endpoint_policy_from_aws;
  EXPECT(why_not_saved(TrustPolicy(everyone)).save_check() == "S5");
  EXPECT(why_not_saved(IdentityPolicy(every)).save_check() == "S11");
  EXPECT(why_not_saved(ServiceControlPolicy(service)).save_check() == "S11");
  EXPECT(why_not_saved(ResourceControlPolicy(resource)).save_check() == "S16");
  EXPECT(why_not_saved(EndpointPolicy(gateway)).save_check() == "S11");
}
