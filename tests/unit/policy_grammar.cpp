// Valid policies and their records. The ids g-01 to g-40 are vectors that were collected from
// "Grammar of the IAM JSON policy language", "AWS JSON policy elements: Principal" and the "IAM Access Analyzer policy
// check reference" (all at https://docs.aws.amazon.com/IAM/latest/UserGuide/). The refused ones are in
// policy_faults.cpp, those about length (g-37, g-38) in quota.cpp. All of them are trust policies; the other kinds follow.
#include "dual.hpp"

#include <whence/document/policy_document.hpp>
#include <whence/policy/policy_literals.hpp>

namespace {

using whence::AccountId;
using whence::Condition;
using whence::ConditionTest;
using whence::Effect;
using whence::EndpointPolicy;
using whence::IdentityPolicy;
using whence::Partition;
using whence::Policy;
using whence::PolicyKind;
using whence::PolicyVersion;
using whence::PrincipalEntry;
using whence::PrincipalForm;
using whence::PrincipalKey;
using whence::Range;
using whence::ResourceControlPolicy;
using whence::ServiceControlPolicy;
using whence::Slice;
using whence::Span;
using whence::Statement;
using whence::Text;
using whence::TrustPolicy;
using whence::TrustPolicyDocument;
using namespace whence::literals;

constexpr auto g_01 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "sts:AssumeRole"}]})"_trust_policy;
constexpr auto g_02 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}]})"_trust_policy;
constexpr auto g_03 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"AWS": ["111122223333", "444455556666"]}, "Action": "sts:AssumeRole"}]})"_trust_policy;
constexpr auto g_04 = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "sts:AssumeRole"}})"_trust_policy;
// Whether IAM accepts g-08 is disputed (X-1): the grammar accepts it, and the rules decide its effect.
constexpr auto g_08 = R"({"Statement": {"Effect": "Allow", "Principal": "*",
  "Action": "sts:AssumeRole"}})"_trust_policy_from_aws;
constexpr auto g_09 = R"({"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole",
  "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}}}})"_trust_policy;
constexpr auto g_14 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]})"_trust_policy;
constexpr auto g_15 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"Service": ["ec2.amazonaws.com", "ssm.amazonaws.com"]}, "Action": "sts:AssumeRole"}]})"_trust_policy;
constexpr auto g_17 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {
  "Federated": "arn:aws:iam::111122223333:saml-provider/p"}, "Action": "sts:AssumeRoleWithSAML"}]})"_trust_policy;
// The grammar does not check that no provider assumes a role with this action.
constexpr auto g_18 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {
  "Federated": "arn:aws:iam::111122223333:saml-provider/p"}, "Action": "sts:AssumeRole"}]})"_trust_policy;
constexpr auto g_19 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {
  "Federated": "arn:aws:iam::111122223333:oidc-provider/h"},
  "Action": "sts:AssumeRoleWithWebIdentity"}]})"_trust_policy;
constexpr auto g_21 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {
  "Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity"}]})"_trust_policy;
constexpr auto g_26 = R"({"Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"},
  "Action": "sts:AssumeRole",
  "Condition": {"StringEquals": {"sts:RoleSessionName": "${aws:username}"}}}]})"_trust_policy;
constexpr auto g_29 = R"({"Version": "2012-10-17", "Id": "cd3ad3d9-2776-4ef1-a904-4c229d1642ee", "Statement": [{
  "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}]})"_trust_policy;
// Access Analyzer reports g-32 to g-35, which fit the grammar.
constexpr auto g_32 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"AWS": "111122223333"}, "Action": ["sts:AssumeRole", "sts:TagSession"],
  "Condition": {"StringEquals": {"sts:ExternalId": "12"}}}]})"_trust_policy;
constexpr auto g_33 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole",
  "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}]})"_trust_policy;
constexpr auto g_34 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole",
  "Condition": {"StringEquals": {"aws:RequestTag/Project": "Automation"}}}]})"_trust_policy;
constexpr auto g_35 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"Service": "rolesanywhere.amazonaws.com"}, "Action": "sts:AssumeRole"}]})"_trust_policy;
// IAM refuses to save g-36, g-39 and g-40 because of facts outside the text: whether the user exists, and that many
// customers share the provider.
constexpr auto g_36 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/nobody"}, "Action": "sts:AssumeRole"}]})"_trust_policy;
constexpr auto g_39 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
  "Action": "sts:AssumeRoleWithWebIdentity",
  "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}}]})"_trust_policy_from_aws;
constexpr auto g_40 = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
  "Action": "sts:AssumeRoleWithWebIdentity",
  "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "*"}}}]})"_trust_policy_from_aws;

// Every element, in an unusual order, with the forms that the vectors above do not have.
constexpr auto manifold = R"(
{
  "Statement": [
    {
      "Principal": {
        "Federated": "cognito-identity.amazonaws.com",
        "AWS": [
          "arn:aws:iam::111122223333:user/division_abc/alice",
          "arn:aws-cn:iam::111122223333:role/team/app",
          "arn:aws:sts::111122223333:assumed-role/app/i-0123456789abcdef0",
          "arn:aws-us-gov:sts::111122223333:federated-user/bob",
          "AROADBQP57FF2AEXAMPLE",
          "*"
        ],
        "Service": ["ec2.amazonaws.com.cn"]
      },
      "Sid": "First1",
      "Condition": {
        "ForAllValues:StringLike": { "aws:TagKeys": ["team-*", "cost"], "sts:TransitiveTagKeys": [] },
        "BoolIfExists": { "aws:MultiFactorAuthPresent": true },
        "NumericLessThan": { "aws:MultiFactorAuthAge": 3.6e3 },
        "Null": {}
      },
      "NotAction": ["sts:TagSession", "STS:Set*"],
      "Effect": "Deny"
    },
    { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["sts:*"], "Condition": {} },
    { "Sid": "", "Effect": "Allow", "Principal": "*", "Action": "sts:Assume?ole" }
  ],
  "Id": "",
  "Version": "2008-10-17"
}
)"_trust_policy_from_aws;

// The other kinds. policy-id-resource-only: the manual allows Id only in policies of resources; the authors of
// https://github.com/getmoto/moto have seen IAM accept it in an identity policy, so the grammar accepts it.
constexpr auto identity = R"({
  "Version": "2012-10-17",
  "Id": "I1",
  "Statement": [
    { "Sid": "S1", "Effect": "Allow", "Action": ["sts:AssumeRole", "IAM:Pass?ole", "*:*", "*"],
      "Resource": ["arn:aws:iam::111122223333:role/team/*", "arn:*:iam::*:user/${aws:username}", "arn:aws:sqs", "*"],
      "Condition": { "Bool": { "aws:MultiFactorAuthPresent": true } } },
    { "Effect": "Deny", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::bucket/a:b?" },
    { "Resource": "arn:aws:iam::111122223333:*", "Action": "execute-api:Invoke", "Effect": "Deny" }
  ]
})"_identity_policy_from_aws;
constexpr auto old_identity = R"({"Version": "2008-10-17", "Statement":
  {"Effect": "Allow", "Action": "*", "Resource": "*"}})"_identity_policy;
constexpr auto identity_of_no_version = R"({"Statement":
  {"Effect": "Allow", "Action": "*", "Resource": "\u002a"}})"_identity_policy;
constexpr auto scp = R"({"Version": "2012-10-17", "Statement": [
  {"Sid": "Full", "Effect": "Allow", "Action": "*", "Resource": "*"},
  {"Effect": "Deny", "NotAction": ["sts:*", "iam:*"], "Resource": "*", "Condition": {
    "StringNotEquals": {"aws:RequestedRegion": ["eu-central-1"]}}},
  {"Effect": "Deny", "Action": "sts:AssumeRole", "NotResource": "arn:aws:iam::*:role/team/*"}
]})"_service_control_policy;
constexpr auto rcp = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Deny", "Principal": "*", "Action": ["sts:AssumeRole", "s3:*"], "Resource": "*", "Condition": {
    "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "BoolIfExists": {"aws:PrincipalIsAWSService": false}}},
  {"Effect": "Deny", "Principal": "*", "Action": "sts:*", "NotResource": "arn:aws:iam::111122223333:role/open"}
]})"_resource_control_policy;
constexpr auto endpoint = R"({"Statement": [
  {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"},
  {"Effect": "Allow", "Principal": {"AWS": ["111122223333", "arn:aws:iam::444455556666:role/app"]},
   "NotAction": "s3:*", "Resource": "*"},
  {"Effect": "Deny", "NotPrincipal": {"AWS": ["arn:aws:iam::111122223333:user/alice", "111122223333"]},
   "Action": "sts:*", "NotResource": "arn:aws:iam::111122223333:role/open"},
  {"NotPrincipal": "*", "Effect": "Deny", "Action": "sts:*", "Resource": "*"}
]})"_endpoint_policy;

struct Accepted {
  const char* id;
  TrustPolicy policy;
  PolicyVersion version;
  PrincipalKey key;
  PrincipalForm form;
  std::size_t principals;
  Text last_action;
};

constexpr auto v_2012 = PolicyVersion::v2012_10_17;
constexpr auto no_version = PolicyVersion::absent;
constexpr Accepted accepted[] = {
    {"g-01", g_01, v_2012, PrincipalKey::aws, PrincipalForm::root, 1, "sts:AssumeRole"},
    {"g-02", g_02, v_2012, PrincipalKey::aws, PrincipalForm::account, 1, "sts:AssumeRole"},
    {"g-03", g_03, v_2012, PrincipalKey::aws, PrincipalForm::account, 2, "sts:AssumeRole"},
    {"g-04", g_04, v_2012, PrincipalKey::aws, PrincipalForm::root, 1, "sts:AssumeRole"},
    {"g-08", g_08, no_version, PrincipalKey::everyone, PrincipalForm::everyone, 1, "sts:AssumeRole"},
    {"g-09", g_09, no_version, PrincipalKey::aws, PrincipalForm::everyone, 1, "sts:AssumeRole"},
    {"g-14", g_14, v_2012, PrincipalKey::service, PrincipalForm::service, 1, "sts:AssumeRole"},
    {"g-15", g_15, v_2012, PrincipalKey::service, PrincipalForm::service, 2, "sts:AssumeRole"},
    {"g-17", g_17, v_2012, PrincipalKey::federated, PrincipalForm::saml_provider, 1, "sts:AssumeRoleWithSAML"},
    {"g-18", g_18, v_2012, PrincipalKey::federated, PrincipalForm::saml_provider, 1, "sts:AssumeRole"},
    {"g-19", g_19, v_2012, PrincipalKey::federated, PrincipalForm::oidc_provider, 1, "sts:AssumeRoleWithWebIdentity"},
    {"g-21", g_21, v_2012, PrincipalKey::federated, PrincipalForm::built_in_issuer, 1, "sts:AssumeRoleWithWebIdentity"},
    {"g-26", g_26, no_version, PrincipalKey::aws, PrincipalForm::account, 1, "sts:AssumeRole"},
    {"g-29", g_29, v_2012, PrincipalKey::aws, PrincipalForm::account, 1, "sts:AssumeRole"},
    {"g-32", g_32, v_2012, PrincipalKey::aws, PrincipalForm::account, 1, "sts:TagSession"},
    {"g-33", g_33, v_2012, PrincipalKey::service, PrincipalForm::service, 1, "sts:AssumeRole"},
    {"g-34", g_34, v_2012, PrincipalKey::aws, PrincipalForm::account, 1, "sts:AssumeRole"},
    {"g-35", g_35, v_2012, PrincipalKey::service, PrincipalForm::service, 1, "sts:AssumeRole"},
    {"g-36", g_36, v_2012, PrincipalKey::aws, PrincipalForm::iam_user, 1, "sts:AssumeRole"},
    {"g-39", g_39, v_2012, PrincipalKey::federated, PrincipalForm::oidc_provider, 1, "sts:AssumeRoleWithWebIdentity"},
    {"g-40", g_40, v_2012, PrincipalKey::federated, PrincipalForm::oidc_provider, 1, "sts:AssumeRoleWithWebIdentity"},
};

constexpr bool says_what_is_expected(const Accepted& row) {
  const TrustPolicy& policy = row.policy;
  if (policy.version() != row.version || policy.statements().size() != 1) return false;
  const Statement& statement = policy.statements()[0];
  const Span<PrincipalEntry> principals = policy.principals_of(statement);
  const Span<Slice> actions = policy.actions_of(statement);
  if (statement.effect != Effect::allow || statement.not_action || statement.sid != Slice{}) return false;
  if (principals.size() != row.principals || actions.empty()) return false;
  for (const PrincipalEntry& each : principals) {
    if (each.key != row.key || each.form != row.form) return false;
  }
  return policy.at(actions[actions.size() - 1]) == row.last_action;
}

constexpr bool same(const PrincipalEntry& left, const PrincipalEntry& right) {
  return left.key == right.key && left.form == right.form && left.partition == right.partition &&
         left.has_partition == right.has_partition && left.account == right.account && left.text == right.text &&
         left.path == right.path && left.name == right.name && left.session == right.session;
}
constexpr bool same(const Condition& left, const Condition& right) {
  return left.test == right.test && left.key == right.key && left.values == right.values &&
         left.operator_at == right.operator_at;
}
constexpr bool same(const Statement& left, const Statement& right) {
  return left.effect == right.effect && left.not_action == right.not_action &&
         left.not_principal == right.not_principal && left.not_resource == right.not_resource &&
         left.sid == right.sid && left.source == right.source && left.principals == right.principals &&
         left.actions == right.actions && left.resources == right.resources && left.conditions == right.conditions;
}
constexpr bool same(const Slice& left, const Slice& right) { return left == right; }

template <class Record>
constexpr bool same(Span<Record> left, Span<Record> right) {
  bool equal = left.size() == right.size();
  for (std::size_t i = 0; equal && i < left.size(); ++i) equal = same(left[i], right[i]);
  return equal;
}

// Field by field, including the position of each text.
constexpr bool same_records(const Policy& left, const Policy& right) {
  bool equal = left.version() == right.version() && left.id() == right.id() && left.source() == right.source() &&
               same(left.statements(), right.statements());
  for (std::size_t i = 0; equal && i < left.statements().size(); ++i) {
    const Statement &of_left = left.statements()[i], &of_right = right.statements()[i];
    equal = same(left.principals_of(of_left), right.principals_of(of_right)) &&
            same(left.actions_of(of_left), right.actions_of(of_right)) &&
            same(left.resources_of(of_left), right.resources_of(of_right)) &&
            same(left.conditions_of(of_left), right.conditions_of(of_right));
    const Span<Condition> conditions = left.conditions_of(of_left);
    for (std::size_t k = 0; equal && k < conditions.size(); ++k) {
      const Span<Slice> values = left.values_of(conditions[k]);
      equal = same(values, right.values_of(right.conditions_of(of_right)[k]));
      for (const Slice value : values) equal = equal && left.at(value) == right.at(value);
      equal = equal && left.at(conditions[k].key) == right.at(conditions[k].key);
    }
    for (const PrincipalEntry& each : left.principals_of(of_left)) {
      equal = equal && left.at(each.text) == right.at(each.text) && left.at(each.name) == right.at(each.name);
    }
    equal = equal && left.at(of_left.sid) == right.at(of_left.sid);
  }
  return equal;
}

// Whether two policies mean the same, regardless of positions in the text.
constexpr bool same_meaning(const TrustPolicy& left, const TrustPolicy& right) {
  const auto equal = [&](Slice of_left, Slice of_right) { return left.at(of_left) == right.at(of_right); };
  if (left.version() != right.version() || left.id() != right.id()) return false;
  if (left.statements().size() != right.statements().size()) return false;
  for (std::size_t i = 0; i < left.statements().size(); ++i) {
    const Statement &one = left.statements()[i], &other = right.statements()[i];
    if (one.effect != other.effect || one.not_action != other.not_action || !equal(one.sid, other.sid)) return false;
    if (one.principals.count != other.principals.count || one.actions.count != other.actions.count) return false;
    if (one.conditions.count != other.conditions.count) return false;
    for (std::size_t k = 0; k < one.principals.count; ++k) {
      const PrincipalEntry &a = left.principals_of(one)[k], &b = right.principals_of(other)[k];
      if (a.key != b.key || a.form != b.form || a.account != b.account || a.partition != b.partition) return false;
      if (!equal(a.text, b.text) || !equal(a.path, b.path) || !equal(a.name, b.name)) return false;
      if (!equal(a.session, b.session)) return false;
    }
    for (std::size_t k = 0; k < one.actions.count; ++k) {
      if (!equal(left.actions_of(one)[k], right.actions_of(other)[k])) return false;
    }
    for (std::size_t k = 0; k < one.conditions.count; ++k) {
      const Condition &a = left.conditions_of(one)[k], &b = right.conditions_of(other)[k];
      if (a.test != b.test || !equal(a.key, b.key) || a.values.count != b.values.count) return false;
      for (std::size_t v = 0; v < a.values.count; ++v) {
        if (!equal(left.values_of(a)[v], right.values_of(b)[v])) return false;
      }
    }
  }
  return true;
}

template <std::size_t Count>
constexpr bool says(const Policy& policy, Span<Slice> words, const Text (&expected)[Count]) {
  if (words.size() != Count) return false;
  for (std::size_t i = 0; i < Count; ++i) {
    if (policy.at(words[i]) != expected[i]) return false;
  }
  return true;
}

constexpr const Statement& statement(const TrustPolicy& policy, std::size_t at = 0) { return policy.statements()[at]; }
constexpr const PrincipalEntry& principal(const TrustPolicy& policy, std::size_t at) {
  return policy.principals_of(statement(policy))[at];
}
constexpr const Condition& condition(const TrustPolicy& policy, std::size_t at = 0) {
  return policy.conditions_of(statement(policy))[at];
}
constexpr Text value(const TrustPolicy& policy, std::size_t condition_at = 0, std::size_t at = 0) {
  return policy.at(policy.values_of(condition(policy, condition_at))[at]);
}

}  // namespace

DUAL_TEST_CASE("every accepted vector has the expected records") {
  for (const Accepted& row : accepted) EXPECT(says_what_is_expected(row));
}

TEST_CASE("a source gives the same records as a literal and as a document") {
  const auto check = [](TrustPolicy literal) {
    const auto document = TrustPolicyDocument::parse(literal.source(), whence::DocumentsFrom::aws);
    REQUIRE(document.has_value());
    CHECK(same_records(literal, document->view()));
  };
  for (const Accepted& row : accepted) {
    INFO(row.id);
    check(row.policy);
  }
  check(manifold);
}

template <PolicyKind Kind>
void check_document_of(whence::PolicyOf<Kind> literal) {
  const auto document = whence::PolicyDocument<Kind>::parse(literal.source(), whence::DocumentsFrom::aws);
  REQUIRE(document.has_value());
  CHECK(same_records(literal, document->view()));
}

TEST_CASE("a source of any other kind gives the same records as a literal and as a document") {
  check_document_of<PolicyKind::identity>(identity);
  check_document_of<PolicyKind::identity>(old_identity);
  check_document_of<PolicyKind::identity>(identity_of_no_version);
  check_document_of<PolicyKind::service_control>(scp);
  check_document_of<PolicyKind::resource_control>(rcp);
  check_document_of<PolicyKind::endpoint>(endpoint);
}

DUAL_TEST_CASE("an identity policy has actions and resources, but no principals") {
  const IdentityPolicy policy = identity;
  EXPECT(policy.version() == PolicyVersion::v2012_10_17);
  EXPECT(policy.id() == "I1");
  EXPECT(policy.statements().size() == 3);

  const Statement& first = policy.statements()[0];
  EXPECT(first.effect == Effect::allow);
  EXPECT(!first.not_action);
  EXPECT(!first.not_resource);
  EXPECT(!first.not_principal);
  EXPECT(policy.principals_of(first).empty());
  constexpr Text actions[] = {"sts:AssumeRole", "IAM:Pass?ole", "*:*", "*"};
  constexpr Text resources[] = {"arn:aws:iam::111122223333:role/team/*", "arn:*:iam::*:user/${aws:username}",
                                "arn:aws:sqs", "*"};
  EXPECT(says(policy, policy.actions_of(first), actions));
  EXPECT(says(policy, policy.resources_of(first), resources));
  EXPECT(policy.conditions_of(first).size() == 1);
  EXPECT(policy.at(policy.values_of(policy.conditions_of(first)[0])[0]) == "true");

  const Statement& second = policy.statements()[1];
  EXPECT(second.effect == Effect::deny);
  EXPECT(second.not_action);
  EXPECT(second.not_resource);
  EXPECT(!second.not_principal);
  constexpr Text iam[] = {"iam:*"}, object[] = {"arn:aws:s3:::bucket/a:b?"};
  EXPECT(says(policy, policy.actions_of(second), iam));
  EXPECT(says(policy, policy.resources_of(second), object));

  const Statement& third = policy.statements()[2];
  constexpr Text invoke[] = {"execute-api:Invoke"}, all_of_iam[] = {"arn:aws:iam::111122223333:*"};
  EXPECT(says(policy, policy.actions_of(third), invoke));
  EXPECT(says(policy, policy.resources_of(third), all_of_iam));
}

DUAL_TEST_CASE("an identity policy can have any version, or none") {
  EXPECT(IdentityPolicy(old_identity).version() == PolicyVersion::v2008_10_17);
  const IdentityPolicy policy = identity_of_no_version;
  EXPECT(policy.version() == PolicyVersion::absent);
  constexpr Text all[] = {"*"};
  EXPECT(says(policy, policy.resources_of(policy.statements()[0]), all));
}

DUAL_TEST_CASE("a service control policy allows or denies, and has no principals") {
  const ServiceControlPolicy policy = scp;
  EXPECT(policy.statements().size() == 3);
  EXPECT(policy.at(policy.statements()[0].sid) == "Full");
  constexpr Text sts_and_iam[] = {"sts:*", "iam:*"}, team[] = {"arn:aws:iam::*:role/team/*"};
  const Statement &regions = policy.statements()[1], &roles = policy.statements()[2];
  EXPECT(regions.not_action);
  EXPECT(!regions.not_resource);
  EXPECT(says(policy, policy.actions_of(regions), sts_and_iam));
  EXPECT(policy.conditions_of(regions).size() == 1);
  EXPECT(!roles.not_action);
  EXPECT(roles.not_resource);
  EXPECT(says(policy, policy.resources_of(roles), team));
  for (const Statement& each : policy.statements()) EXPECT(policy.principals_of(each).empty());
}

DUAL_TEST_CASE("a resource control policy applies to everyone") {
  const ResourceControlPolicy policy = rcp;
  EXPECT(policy.statements().size() == 2);
  for (const Statement& each : policy.statements()) {
    EXPECT(each.effect == Effect::deny);
    EXPECT(policy.principals_of(each).size() == 1);
    EXPECT(policy.principals_of(each)[0].key == PrincipalKey::everyone);
  }
  EXPECT(policy.conditions_of(policy.statements()[0]).size() == 2);
  EXPECT(!policy.statements()[0].not_resource);
  EXPECT(policy.statements()[1].not_resource);
}

// notprincipal-deny-only
DUAL_TEST_CASE("an endpoint policy has Principal, and in a Deny it can have NotPrincipal") {
  const EndpointPolicy policy = endpoint;
  EXPECT(policy.statements().size() == 4);
  const Statement &named = policy.statements()[1], &spared = policy.statements()[2], &nobody = policy.statements()[3];
  EXPECT(!named.not_principal);
  EXPECT(named.not_action);
  EXPECT(policy.principals_of(named).size() == 2);
  EXPECT(policy.principals_of(named)[0].form == PrincipalForm::account);
  EXPECT(policy.at(policy.principals_of(named)[1].name) == "app");
  EXPECT(spared.not_principal);
  EXPECT(spared.not_resource);
  EXPECT(!spared.not_action);
  EXPECT(policy.principals_of(spared).size() == 2);
  EXPECT(policy.principals_of(spared)[0].form == PrincipalForm::iam_user);
  EXPECT(nobody.not_principal);
  EXPECT(policy.principals_of(nobody)[0].form == PrincipalForm::everyone);
}

DUAL_TEST_CASE("an account is named by its root ARN or by its number") {
  const TrustPolicy by_arn = g_01, by_number = g_02, two = g_03;
  EXPECT(principal(by_arn, 0).account.number() == 111122223333);
  EXPECT(principal(by_arn, 0).has_partition);
  EXPECT(by_arn.at(principal(by_arn, 0).text) == "arn:aws:iam::111122223333:root");
  EXPECT(principal(by_number, 0).account.number() == 111122223333);
  EXPECT(!principal(by_number, 0).has_partition);
  EXPECT(principal(two, 0).account.number() == 111122223333);
  EXPECT(principal(two, 1).account.number() == 444455556666);
}

DUAL_TEST_CASE("a variable is kept as written") {  // g-26: what it means depends on the version
  EXPECT(TrustPolicy(g_26).version() == PolicyVersion::absent);
  EXPECT(value(g_26) == "${aws:username}");
}

DUAL_TEST_CASE("a policy can have an Id") {
  EXPECT(TrustPolicy(g_29).id() == "cd3ad3d9-2776-4ef1-a904-4c229d1642ee");
  EXPECT(TrustPolicy(g_01).id().empty());
}

// policy-block-order-free
DUAL_TEST_CASE("elements can have any order") {
  const TrustPolicy policy = manifold;
  EXPECT(policy.version() == PolicyVersion::v2008_10_17);
  EXPECT(policy.statements().size() == 3);

  const Statement& first = statement(policy, 0);
  EXPECT(first.effect == Effect::deny);
  EXPECT(first.not_action);
  EXPECT(policy.at(first.sid) == "First1");
  EXPECT(first.principals == (Range{0, 8}));
  EXPECT(first.actions.count == 2);
  EXPECT(first.conditions == (Range{0, 4}));
  EXPECT(policy.at(policy.actions_of(first)[0]) == "sts:TagSession");
  EXPECT(policy.at(policy.actions_of(first)[1]) == "STS:Set*");  // action-case-insensitive, action-wildcards

  const Statement& second = statement(policy, 1);
  EXPECT(second.effect == Effect::allow);
  EXPECT(!second.not_action);
  EXPECT(second.sid == Slice{});
  EXPECT(second.principals == (Range{8, 1}));
  EXPECT(second.actions.count == 1);
  EXPECT(second.conditions == (Range{4, 0}));
  EXPECT(policy.at(second.source) ==
         R"({ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["sts:*"], "Condition": {} })");

  const Statement& third = statement(policy, 2);
  EXPECT(policy.principals_of(third)[0].key == PrincipalKey::everyone);
  EXPECT(policy.at(policy.actions_of(third)[0]) == "sts:Assume?ole");
  EXPECT(policy.at(third.source) ==
         R"({ "Sid": "", "Effect": "Allow", "Principal": "*", "Action": "sts:Assume?ole" })");
}

DUAL_TEST_CASE("principals are parsed in their order") {
  const TrustPolicy policy = manifold;
  EXPECT(principal(policy, 0).key == PrincipalKey::federated);
  EXPECT(principal(policy, 0).form == PrincipalForm::built_in_issuer);

  const PrincipalEntry& user = principal(policy, 1);
  EXPECT(user.key == PrincipalKey::aws);
  EXPECT(user.form == PrincipalForm::iam_user);
  EXPECT(user.partition == Partition::aws);
  EXPECT(user.account.number() == 111122223333);
  EXPECT(policy.at(user.path) == "/division_abc/");
  EXPECT(policy.at(user.name) == "alice");

  const PrincipalEntry& role = principal(policy, 2);
  EXPECT(role.form == PrincipalForm::role);
  EXPECT(role.partition == Partition::aws_cn);
  EXPECT(policy.at(role.path) == "/team/");
  EXPECT(policy.at(role.name) == "app");

  const PrincipalEntry& session = principal(policy, 3);
  EXPECT(session.form == PrincipalForm::role_session);
  EXPECT(policy.at(session.name) == "app");
  EXPECT(policy.at(session.session) == "i-0123456789abcdef0");
  EXPECT(session.path == Slice{});

  EXPECT(principal(policy, 4).form == PrincipalForm::federated_user);
  EXPECT(principal(policy, 4).partition == Partition::aws_us_gov);
  EXPECT(policy.at(principal(policy, 4).name) == "bob");
  EXPECT(principal(policy, 5).form == PrincipalForm::unique_id);
  EXPECT(policy.at(principal(policy, 5).name) == "AROADBQP57FF2AEXAMPLE");
  EXPECT(principal(policy, 6).key == PrincipalKey::aws);
  EXPECT(principal(policy, 6).form == PrincipalForm::everyone);
  EXPECT(principal(policy, 7).key == PrincipalKey::service);
  EXPECT(policy.at(principal(policy, 7).name) == "ec2.amazonaws.com.cn");
}

// condition-map-shape. An operator without keys and a key without values are valid: Access Analyzer only suggests
// otherwise (EMPTY_OBJECT_CONDITION, EMPTY_ARRAY_CONDITION).
DUAL_TEST_CASE("a condition is an operator, a key and its values") {
  const TrustPolicy policy = manifold;
  EXPECT(condition(policy, 0).test.test == ConditionTest::string_like);
  EXPECT(condition(policy, 0).test.values == whence::ValueSet::for_all_values);
  EXPECT(!condition(policy, 0).test.if_exists);
  EXPECT(policy.at(condition(policy, 0).key) == "aws:TagKeys");
  EXPECT(policy.values_of(condition(policy, 0)).size() == 2);
  EXPECT(value(policy, 0, 0) == "team-*");
  EXPECT(value(policy, 0, 1) == "cost");
  EXPECT(condition(policy, 1).test == condition(policy, 0).test);
  EXPECT(policy.at(condition(policy, 1).key) == "sts:TransitiveTagKeys");
  EXPECT(policy.values_of(condition(policy, 1)).empty());
  EXPECT(condition(policy, 2).test.test == ConditionTest::boolean);
  EXPECT(condition(policy, 2).test.if_exists);
  EXPECT(policy.source().part(condition(policy, 2).operator_at, 14) == "\"BoolIfExists\"");
}

// policy-number-bool-unquoted
DUAL_TEST_CASE("numbers and booleans need no quotes") {
  EXPECT(value(manifold, 2) == "true");
  EXPECT(value(manifold, 3) == "3.6e3");

  constexpr auto bare = R"({"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole",
    "Condition": {"NumericEquals": {"a": [0, -1, 10, 2.50, 1E+2, 1e-2, -0.0],"b":1},
    "Bool": {"a": [true,false], "b":false
    }}}})"_trust_policy_from_aws;
  constexpr auto quoted = R"({"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole",
    "Condition": {"NumericEquals": {"a": ["0", "-1", "10", "2.50", "1E+2", "1e-2", "-0.0"], "b": "1"},
    "Bool": {"a": ["true", "false"], "b": "false"}}}})"_trust_policy_from_aws;
  EXPECT(same_meaning(bare, quoted));
}

// policy-single-value-no-brackets
DUAL_TEST_CASE("a single value is a list of one") {
  constexpr auto single = R"({"Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"},
    "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "12"}}}})"_trust_policy;
  constexpr auto listed = R"({"Statement": [{"Effect": "Allow", "Principal": {"AWS": ["111122223333"]},
    "Action": ["sts:AssumeRole"], "Condition": {"StringEquals": {"sts:ExternalId": ["12"]}}}]})"_trust_policy;
  EXPECT(same_meaning(single, listed));
  EXPECT(!same_meaning(single, g_02));
}

DUAL_TEST_CASE("an escape means the same as the character") {
  constexpr auto plain = R"({"Version": "2012-10-17", "Id": "A/b", "Statement": {"Sid": "A1", "Effect": "Allow",
    "Principal": {"AWS": ["arn:aws:iam::111122223333:role/App", "*"], "Service": "ec2.amazonaws.com"},
    "Action": "sts:AssumeRole", "Condition": {"ArnLike": {"aws:SourceArn": ["A*", "é"]}}}})"_trust_policy_from_aws;
  constexpr auto escaped = R"({"\u0056ersion": "2012\u002d10-17", "I\u0064": "A\/b", "St\u0061tement": {
    "\u0053id": "\u00411", "Effect": "\u0041llow",
    "\u0050rincipal": {"A\u0057S": ["arn:aws:iam::111122223333:role\/\u0041pp", "\u002A"],
    "S\u0065rvice": "ec2.\u0061mazonaws.com"}, "Actio\u006E": "sts\u003aAssumeRole",
    "\u0043ondition": {"Arn\u004cike": {"\u0061ws:SourceArn": ["\u0041*", "\u00e9"]}}}})"_trust_policy_from_aws;
  EXPECT(same_meaning(plain, escaped));
  const TrustPolicy policy = escaped;
  EXPECT(principal(policy, 0).form == PrincipalForm::role);
  EXPECT(policy.at(principal(policy, 0).path) == "/");
  EXPECT(policy.at(principal(policy, 0).name) == "App");
  EXPECT(policy.source().starts_with(R"({"\u0056ersion": "2012\u002d)"));
  EXPECT(policy.source().ends_with("}}}}"));
}

DUAL_TEST_CASE("a short escape means its control character") {
  constexpr auto policy = R"({"Id": "\"\\\/\b\f\n\r\t", "Statement": {"Effect": "Allow", "Principal": "*",
    "Action": "sts:AssumeRole"}})"_trust_policy_from_aws;
  EXPECT(TrustPolicy(policy).id() == "\"\\/\b\f\n\r\t");
}

// policy-charset
DUAL_TEST_CASE("a policy can contain characters up to U+00FF") {
  constexpr auto policy = R"({"Id": "é §ÿ", "Statement": {"Effect": "Allow", "Principal": "*",
    "Action": "sts:AssumeRole"}})"_trust_policy_from_aws;
  EXPECT(TrustPolicy(policy).id() == "\xC3\xA9 \xC2\xA7\xC3\xBF");
}

DUAL_TEST_CASE("white space around tokens has no meaning") {
  constexpr auto dense = R"({"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":["*"]},)"
                         R"("Action":["sts:*"]}]})"_trust_policy_from_aws;
  constexpr auto loose =
      "\r\n\t {\t\"Version\" \r\n: \"2012-10-17\" ,\t\"Statement\" : [ { \"Effect\" : \"Deny\"\n"
      ", \"Principal\" : { \"AWS\" : [ \"*\" ] } , \"Action\" : [ \"sts:*\" ] } ] } \n"_trust_policy_from_aws;
  EXPECT(same_meaning(dense, loose));
}

// sid-unique is about Sids that are not empty.
DUAL_TEST_CASE("several statements can have an empty Sid") {
  constexpr auto policy = R"({"Statement": [
    {"Sid": "", "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"},
    {"Sid": "", "Effect": "Allow", "Principal": "*", "Action": "sts:TagSession"},
    {"Sid": "S1", "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"},
    {"Sid": "S2", "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}]})"_trust_policy_from_aws;
  EXPECT(TrustPolicy(policy).statements().size() == 4);
}

DUAL_TEST_CASE("several operators and statements can test one key") {
  constexpr auto policy = R"({"Statement": [
    {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", "Condition": {
      "StringLike": {"aws:userid": "A*"}, "StringLikeIfExists": {"aws:userid": "B*"},
      "ForAnyValue:StringLike": {"aws:userid": "C*"}, "ForAllValues:StringLike": {"aws:userid": "D*"}}},
    {"Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole", "Condition": {
      "StringLike": {"aws:userid": "A*", "aws:username": "a"}}}]})"_trust_policy_from_aws;
  EXPECT(TrustPolicy(policy).conditions_of(statement(policy, 0)).size() == 4);
  EXPECT(TrustPolicy(policy).conditions_of(statement(policy, 1)).size() == 2);
}

DUAL_TEST_CASE("a default trust policy has no statement") {
  EXPECT(TrustPolicy().statements().empty());
  EXPECT(TrustPolicy().version() == PolicyVersion::absent);
  EXPECT(TrustPolicy().source().empty());
  EXPECT(TrustPolicy().id().empty());
}

DUAL_TEST_CASE("a literal is a value that can be copied") {
  auto copy = manifold;
  EXPECT(same_records(TrustPolicy(manifold), TrustPolicy(copy)));
  EXPECT(same_meaning(manifold, copy));
}

// Actions, resources, and condition keys for AWS Identity and Access Management,
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
DUAL_TEST_CASE("a policy can name every type of resource of IAM") {
  constexpr auto every_type = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:*", "Resource": [
    "arn:aws:iam::111122223333:access-report/o-a1b2c3d4e5", "arn:aws:iam::111122223333:delegation-request/r",
    "arn:aws:iam::111122223333:federated-user/carol", "arn:aws:iam::111122223333:group/team",
    "arn:aws:iam::111122223333:instance-profile/app", "arn:aws:iam::111122223333:mfa/alice",
    "arn:aws:iam::111122223333:oidc-provider/idp.example.com", "arn:aws:iam::111122223333:policy/only-s3",
    "arn:aws:iam::111122223333:report/r", "arn:aws:iam::111122223333:role/app",
    "arn:aws:iam::111122223333:saml-provider/idp", "arn:aws:iam::111122223333:server-certificate/web",
    "arn:aws:iam::111122223333:sms-mfa/alice", "arn:aws:iam::111122223333:user/alice"
  ]}})"_identity_policy;
  const IdentityPolicy policy = every_type;
  EXPECT(policy.resources_of(policy.statements()[0]).size() == 14);
}
