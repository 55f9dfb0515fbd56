// What a trust policy lacks against a confused deputy: W901 and W902, of designs and deployments.
#include "dual.hpp"

#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto ours = "111122223333"_account;
constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client), app("app");

// The trust policy of a role of 111122223333, with one statement.
#define TRUST(PRINCIPAL, CONDITION)                                                                                    \
  R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": )" PRINCIPAL \
  R"(, "Condition": {)" CONDITION R"(}}]})"                                                                            \
  ""_trust_policy
#define VENDOR R"({"AWS": "arn:aws:iam::444455556666:root"})"
#define TASKS R"({"Service": "ecs-tasks.amazonaws.com"})"

template <class Rule>
constexpr bool keeps(const TrustPolicy& trust) {
  const Role role(ours, "shop", trust);
  return Rule::holds(FindingFacts{&role, Rule::bit}) == Truth::yes;
}
using external_id = another_account_needs_an_external_id;
using source = a_service_needs_its_source;

#define LITERAL(NAME, PRINCIPAL, CONDITION) constexpr auto NAME = TRUST(PRINCIPAL, CONDITION)
LITERAL(without, VENDOR, "");
LITERAL(with_id, VENDOR, R"("StringEquals": {"sts:ExternalId": "shop-1f0a"})");
LITERAL(with_id_spelled_otherwise, VENDOR, R"("StringEquals": {"sts:externalid": "shop-1f0a"})");
LITERAL(with_a_pattern, VENDOR, R"("StringLike": {"sts:ExternalId": "shop-*"})");
LITERAL(with_any_of_two, VENDOR, R"("StringEquals": {"sts:ExternalId": ["shop-1f0a", "shop-2b1c"]})");
LITERAL(with_any_id, VENDOR, R"("StringLike": {"sts:ExternalId": "*"})");
LITERAL(with_one_or_any_id, VENDOR, R"("StringLike": {"sts:ExternalId": ["shop-1f0a", "**"]})");
LITERAL(with_another_id, VENDOR, R"("StringNotEquals": {"sts:ExternalId": "shop-1f0a"})");
LITERAL(with_an_id_if_sent, VENDOR, R"("StringEqualsIfExists": {"sts:ExternalId": "shop-1f0a"})");
LITERAL(with_an_id_present, VENDOR, R"("Null": {"sts:ExternalId": "false"})");
LITERAL(with_mfa, VENDOR, R"("Bool": {"aws:MultiFactorAuthPresent": "true"})");
LITERAL(of_our_organization, VENDOR, R"("StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"})");
LITERAL(of_any_organization, VENDOR, R"("StringLike": {"aws:PrincipalOrgID": "*"})");
LITERAL(a_role_of_theirs, R"({"AWS": "arn:aws:iam::444455556666:role/scanner"})", "");
LITERAL(a_session_of_theirs, R"({"AWS": "arn:aws:sts::444455556666:assumed-role/scanner/job"})", "");
LITERAL(both_accounts, R"({"AWS": ["111122223333", "444455556666"]})", "");
LITERAL(everybody, R"({"AWS": "*"})", "");
LITERAL(everybody_of_ours, R"({"AWS": "*"})", R"("StringEquals": {"aws:PrincipalAccount": "111122223333"})");
LITERAL(everybody_of_theirs, R"({"AWS": "*"})", R"("StringEquals": {"aws:PrincipalAccount": "444455556666"})");
LITERAL(our_account, R"({"AWS": "111122223333"})", "");
LITERAL(our_user, R"({"AWS": "arn:aws:iam::111122223333:user/alice"})", "");

constexpr auto denied_without_id = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "444455556666"}},
  {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"},
   "Condition": {"StringNotEquals": {"sts:ExternalId": "shop-1f0a"}}}]})"_trust_policy;
constexpr auto denied_without_id_if_sent = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "444455556666"}},
  {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"},
   "Condition": {"StringNotEqualsIfExists": {"sts:ExternalId": "shop-1f0a"},
                 "Bool": {"aws:SecureTransport": "false"}}}]})"_trust_policy;
constexpr auto one_of_them_denied_without_id = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "444455556666"}},
  {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "arn:aws:iam::444455556666:role/scanner"},
   "Condition": {"StringNotEquals": {"sts:ExternalId": "shop-1f0a"}}}]})"_trust_policy;
constexpr auto two_statements = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "444455556666"},
   "Condition": {"StringEquals": {"sts:ExternalId": "shop-1f0a"}}},
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "777788889999"}}]})"_trust_policy;
constexpr auto only_tags = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:TagSession", "Principal": {"AWS": "444455556666"}}]})"_trust_policy;

LITERAL(tasks, TASKS, "");
LITERAL(tasks_of_ours, TASKS, R"("StringEquals": {"aws:SourceAccount": "111122223333"})");
LITERAL(tasks_of_a_resource, TASKS, R"("ArnLike": {"aws:SourceArn": "arn:aws:ecs:eu-west-1:111122223333:*"})");
LITERAL(tasks_of_both, TASKS, R"("StringEquals": {"AWS:sourceaccount": "111122223333"},
  "ArnLike": {"aws:SourceArn": "arn:aws:ecs:eu-west-1:111122223333:*"})");
LITERAL(tasks_of_our_organization, TASKS, R"("StringEquals": {"aws:SourceOrgID": "o-a1b2c3d4e5"})");
LITERAL(tasks_of_anyone, TASKS, R"("StringLike": {"aws:SourceAccount": "*"})");
LITERAL(tasks_of_others, TASKS, R"("StringNotEquals": {"aws:SourceAccount": "111122223333"})");
LITERAL(tasks_if_sent, TASKS, R"("StringEqualsIfExists": {"aws:SourceAccount": "111122223333"})");
LITERAL(tasks_with_the_wrong_key, TASKS, R"("StringEquals": {"aws:PrincipalAccount": "111122223333"})");
LITERAL(systems_manager, R"({"Service": "ssm.amazonaws.com"})", "");
LITERAL(a_regional_name, R"({"Service": "scheduler.eu-west-1.amazonaws.com"})", "");
LITERAL(one_of_two, R"({"Service": ["ec2.amazonaws.com", "pipes.amazonaws.com"]})", "");
LITERAL(instances, R"({"Service": "ec2.amazonaws.com"})", "");
LITERAL(a_longer_name, R"({"Service": "ssm-incidents.amazonaws.com"})", "");

}  // namespace

// The confused deputy problem, https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
DUAL_TEST_CASE("another account assumes the role only with an external id, or from one's own organization") {
  for (const TrustPolicy& trust :
       {TrustPolicy(with_id), TrustPolicy(with_id_spelled_otherwise), TrustPolicy(with_a_pattern),
        TrustPolicy(with_any_of_two), TrustPolicy(of_our_organization), TrustPolicy(everybody_of_ours),
        TrustPolicy(our_account), TrustPolicy(our_user), TrustPolicy(denied_without_id), TrustPolicy(only_tags),
        TrustPolicy(tasks)}) {
    EXPECT(keeps<external_id>(trust));
  }
  for (const TrustPolicy& trust :
       {TrustPolicy(without), TrustPolicy(with_any_id), TrustPolicy(with_one_or_any_id), TrustPolicy(with_another_id),
        TrustPolicy(with_an_id_if_sent), TrustPolicy(with_an_id_present), TrustPolicy(with_mfa),
        TrustPolicy(of_any_organization), TrustPolicy(a_role_of_theirs), TrustPolicy(a_session_of_theirs),
        TrustPolicy(both_accounts), TrustPolicy(everybody), TrustPolicy(everybody_of_theirs),
        TrustPolicy(denied_without_id_if_sent), TrustPolicy(one_of_them_denied_without_id),
        TrustPolicy(two_statements)}) {
    EXPECT(!keeps<external_id>(trust));
  }
}

DUAL_TEST_CASE("a service that sends its source is tested for it; of others it is not documented") {
  for (const TrustPolicy& trust : {TrustPolicy(tasks_of_ours), TrustPolicy(tasks_of_a_resource),
                                   TrustPolicy(tasks_of_both), TrustPolicy(tasks_of_our_organization),
                                   TrustPolicy(instances), TrustPolicy(a_longer_name), TrustPolicy(without)}) {
    EXPECT(keeps<source>(trust));
  }
  for (const TrustPolicy& trust :
       {TrustPolicy(tasks), TrustPolicy(tasks_of_anyone), TrustPolicy(tasks_of_others), TrustPolicy(tasks_if_sent),
        TrustPolicy(tasks_with_the_wrong_key), TrustPolicy(systems_manager), TrustPolicy(a_regional_name),
        TrustPolicy(one_of_two)}) {
    EXPECT(!keeps<source>(trust));
  }
}

namespace {

constexpr IamUser chiba_is_nobody_here(ours, "mallory");
constexpr RoleSession worker("444455556666"_account, "worker", "job-1");
constexpr Role scanner(ours, "scanner", without), careful_scanner(ours, "scanner", with_id);
constexpr ContextKey id_keys[] = {{"sts:ExternalId", "shop-1f0a"}};
constexpr RequestContext with_the_id = id_keys;
constexpr Service ecs("ecs-tasks.amazonaws.com");
constexpr Role task_role(ours, "task", tasks), careful_task_role(ours, "task", tasks_of_ours);
constexpr ContextKey source_keys[] = {{"aws:SourceAccount", "111122223333"}};
constexpr RequestContext with_the_source = source_keys;

template <class... Known>
constexpr Flow scanning(const Role& role, const Known&... known) {
  return assumes(worker, role, own_policies_allow, known...) | rests_in(catalog::cli_memory.owned_by(chiba)) |
         read_by(chiba) | calls("ec2:DescribeInstances");
}
template <class... Known>
constexpr Flow tasking(const Role& role, const Known&... known) {
  return assumes(ecs, role, known...) | rests_along(catalog::fargate_task, app) | read_by(app) | calls("s3:GetObject");
}
constexpr Flow careless = scanning(scanner), careful = scanning(careful_scanner, with_the_id);
constexpr Flow plain_task = tasking(task_role), careful_task = tasking(careful_task_role, with_the_source);

}  // namespace

DUAL_TEST_CASE("a design requires or waives findings, and a plain design has none") {
  EXPECT(check(Design{careless, plain_task}));
  const auto both = Design{careful, careless, plain_task} | require<external_id> | require<source>;
  EXPECT(refused_by<external_id>(check(both)));
  EXPECT(check(both).flow == 2);
  EXPECT(check(both).step == 1);
  EXPECT(check(both).who == "worker");
  EXPECT(check(both).what == "scanner");
  EXPECT(refused_by<source>(check(both | waive<external_id>)));
  EXPECT(check(both | waive<external_id>).flow == 3);
  EXPECT(check(both | waive<external_id> | waive<source>));
  EXPECT(check(Design{careful, careful_task} | require<external_id> | require<source>));
  // The external id counts unless it is waived; the source only if it is required.
  EXPECT(refused_by<external_id>(check(Design{careless} | waive<source>)));
  EXPECT(check(Design{plain_task} | require<external_id>));
  EXPECT(refused_by<source>(check(Design{plain_task} | require<source>)));
  // A wrong step is told first.
  const Flow wrong = assumes(chiba_is_nobody_here, scanner) | rests_in(catalog::cli_memory.owned_by(chiba)) |
                     read_by(chiba) | calls("s3:GetObject");
  EXPECT(refused_by<the_trust_policy_names_the_caller>(check(Design{careless, wrong} | require<external_id>)));
}

DUAL_TEST_CASE("so does a deployment") {
  const Environment fargate{.platform = Platform::fargate}, workstation{.platform = Platform::workstation};
  EXPECT(refused_by<external_id>(check(deployed(workstation, careless))));
  EXPECT(check(deployed(workstation, careless) | waive<external_id>));
  EXPECT(check(deployed(workstation, careful)));
  EXPECT(check(deployed(fargate, plain_task)));
  EXPECT(refused_by<source>(check(deployed(fargate, plain_task) | require<source>)));
  EXPECT(check(deployed(fargate, careful_task) | require<source>));
}

// EKS Pod Identity passes six tags, Roles Anywhere the fields of the certificate and its common name; the others pass
// none that is documented. Sources: the pages of the table.
DUAL_TEST_CASE("the table of calling services says what each call has") {
  const auto row = [](Text name) { return find_calling_service(name); };
  EXPECT(row("pods.eks.amazonaws.com") != nullptr);
  EXPECT(Text(row("pods.eks.amazonaws.com")->tags).ends_with(" kubernetes-pod-uid"));
  EXPECT(row("pods.eks.amazonaws.com")->source_arn == nullptr);
  EXPECT(row("rolesanywhere.amazonaws.com")->source_identity != nullptr);
  EXPECT(Text(row("ecs-tasks.amazonaws.com")->source_arn) == "arn:aws:ecs:REGION:ACCOUNT:*");
  EXPECT(row("ssm.eu-west-1.amazonaws.com") == row("ssm.amazonaws.com"));
  EXPECT(row("ssm.amazonaws.com")->tags == nullptr);
  EXPECT(row("ec2.amazonaws.com")->source_arn == nullptr);
  EXPECT(row("ssm-incidents.amazonaws.com") == nullptr);
  EXPECT(row("lambda.amazonaws.com") == nullptr);
  EXPECT(row("ssm") == nullptr);
}
