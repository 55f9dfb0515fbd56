// Who may assume which role. The ids in the comments are those of the worked cases from which the expectations come;
// they rest on the pages named at each group. Accounts: A 111122223333, B 444455556666, C 777788889999.
#include "dual.hpp"

#include <initializer_list>
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto a = "111122223333"_account;
constexpr auto b = "444455556666"_account;

constexpr IamUser alice(a, "alice");
constexpr RoleSession s1(a, "app", "s1"), s2(a, "app", "s2");
constexpr Service ec2("ec2.amazonaws.com"), ssm("ssm.amazonaws.com"), lambda("lambda.amazonaws.com");

// What an identity policy says of the target: no relevant statement, an Allow, an explicit Deny.
constexpr CallerSide none = CallerSide::silent, allows = CallerSide::allows, denies = CallerSide::denies;
constexpr CallerSide not_given = CallerSide::not_given, blocked = CallerSide::blocked;

#define ALLOW_IF(principal, action, condition) \
  R"({"Effect": "Allow", "Principal": )" principal R"(, "Action": ")" action R"(")" condition "}"
#define ALLOW(principal) ALLOW_IF(principal, "sts:AssumeRole", "")
#define DENY(principal, condition) \
  R"({"Effect": "Deny", "Principal": )" principal R"(, "Action": "sts:AssumeRole")" condition "}"
#define TRUST(...)                                          \
  R"({"Version": "2012-10-17", "Statement": [)" __VA_ARGS__ \
  "]}"                                                      \
  ""_trust_policy_from_aws

#define ACCOUNT_A R"({"AWS": "arn:aws:iam::111122223333:root"})"
#define ALICE R"({"AWS": "arn:aws:iam::111122223333:user/alice"})"
#define APP R"({"AWS": "arn:aws:iam::111122223333:role/app"})"
#define S1 R"({"AWS": "arn:aws:sts::111122223333:assumed-role/app/s1"})"
#define EVERYONE R"({"AWS": "*"})"
#define EC2 R"({"Service": "ec2.amazonaws.com"})"

constexpr auto account_a = TRUST(ALLOW(ACCOUNT_A));
constexpr auto account_a_by_number = TRUST(ALLOW(R"({"AWS": "111122223333"})"));
constexpr auto account_b = TRUST(ALLOW(R"({"AWS": "arn:aws:iam::444455556666:root"})"));
constexpr auto account_c = TRUST(ALLOW(R"({"AWS": "arn:aws:iam::777788889999:root"})"));
constexpr auto named_alice = TRUST(ALLOW(ALICE));
constexpr auto named_bob = TRUST(ALLOW(R"({"AWS": "arn:aws:iam::111122223333:user/bob"})"));
constexpr auto named_app = TRUST(ALLOW(APP));
constexpr auto named_s1 = TRUST(ALLOW(S1));
constexpr auto everyone = TRUST(ALLOW(EVERYONE));
constexpr auto sets_source_identity = R"({"Statement": {"Effect": "Allow",
  "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"], "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
constexpr auto service_ec2 = TRUST(ALLOW(EC2));
constexpr auto service_ssm = TRUST(ALLOW(R"({"Service": "ssm.amazonaws.com"})"));
constexpr auto alice_and_deny_alice = TRUST(ALLOW(ALICE) "," DENY(ALICE, ""));
constexpr auto account_a_and_deny_alice = TRUST(ALLOW(ACCOUNT_A) "," DENY(ALICE, ""));
constexpr auto deleted_user = TRUST(ALLOW(R"({"AWS": "AIDACKCEVSQ6C2EXAMPLE"})"));
constexpr auto deleted_role = TRUST(ALLOW(R"({"AWS": "AROADBQP57FF2AEXAMPLE"})"));

// The target in the caller's account, and the one in another account.
constexpr Role ta(const TrustPolicy& trust) { return Role(a, "target", trust); }
constexpr Role tb(const TrustPolicy& trust) { return Role(b, "target", trust); }

constexpr Judged<Verdict> allowed(const Verdict& verdict, int statement = 0) {
  return {verdict && verdict.decision == Decision::allowed && verdict.rule == nullptr && verdict.open == nullptr &&
              verdict.statement == statement,
          verdict};
}
template <class Rule>
constexpr Judged<Verdict> denied(const Verdict& verdict, Decision how, int statement) {
  return {!verdict && !verdict.is_unknown() && verdict.decision == how && verdict.refused_by<Rule>() &&
              verdict.open == nullptr && verdict.statement == statement,
          verdict};
}
template <class Rule>
constexpr Judged<Verdict> denied_implicitly(const Verdict& verdict, int statement = -1) {
  return denied<Rule>(verdict, Decision::denied_implicitly, statement);
}
template <class Rule>
constexpr Judged<Verdict> denied_explicitly(const Verdict& verdict, int statement = -1) {
  return denied<Rule>(verdict, Decision::denied_explicitly, statement);
}
template <class Rule>
constexpr Judged<Verdict> invalid(const Verdict& verdict) {
  return denied<Rule>(verdict, Decision::invalid_request, -1);
}
template <class Rule>
constexpr Judged<Verdict> unknown(const Verdict& verdict, const OpenQuestion* open = nullptr, int statement = 0) {
  return {!verdict && verdict.is_unknown() && verdict.left_open_by<Rule>() && verdict.open == open &&
              verdict.statement == statement,
          verdict};
}

using side_denies = the_callers_policies_do_not_deny;
using trust_denies = the_trust_policy_does_not_deny;
using names_caller = the_trust_policy_names_the_caller;
using own_policies = the_callers_own_policies_allow;
using conditions = the_conditions_are_met;

}  // namespace

// How AWS enforcement code logic evaluates requests,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
DUAL_TEST_CASE("same account: a user needs the trust policy, and an Allow of his own where it names only his account") {
  EXPECT(denied_implicitly<own_policies>(may_assume(alice, ta(account_a), none), 0));   // sa-01
  EXPECT(allowed(may_assume(alice, ta(account_a), allows)));                            // sa-02, sa-10 to sa-12, sa-14
  EXPECT(allowed(may_assume(alice, ta(named_alice), none)));                            // sa-03
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, ta(named_bob), allows)));    // sa-04
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, ta(service_ec2), allows)));  // sa-05
  EXPECT(allowed(may_assume(alice, ta(account_a_by_number), allows)));                  // sa-08
  // An Allow for another role, another letter case or another path is none for this one.
  EXPECT(denied_implicitly<own_policies>(may_assume(alice, ta(account_a), none), 0));         // sa-09, sa-13, sa-16
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, ta(account_b), allows)));          // sa-25
  EXPECT(unknown<own_policies>(may_assume(alice, ta(everyone), none), &open_questions::x1));  // sa-28
}

DUAL_TEST_CASE("an explicit Deny on either side ends the evaluation") {
  EXPECT(denied_explicitly<side_denies>(may_assume(alice, ta(named_alice), denies)));                   // sa-06
  EXPECT(denied_explicitly<trust_denies>(may_assume(alice, ta(alice_and_deny_alice), allows), 1));      // sa-07
  EXPECT(denied_explicitly<side_denies>(may_assume(alice, tb(account_a), denies)));                     // xa-07
  EXPECT(denied_explicitly<trust_denies>(may_assume(alice, tb(account_a_and_deny_alice), allows), 1));  // xa-08
  EXPECT(denied_explicitly<side_denies>(may_assume(s1, ta(named_s1), denies)));  // bs-09, bs-10, bs-13
}

DUAL_TEST_CASE(
    "a boundary, session policy or service control policy that leaves the call out stops all but the one named") {
  using blocks = rules::no_limit_of_the_caller_blocks;
  EXPECT(unknown<blocks>(may_assume(alice, ta(named_alice), blocked), &open_questions::x2));  // bs-01
  EXPECT(denied_implicitly<blocks>(may_assume(alice, ta(account_a), blocked)));               // bs-02, or-02
  EXPECT(denied_implicitly<blocks>(may_assume(s1, ta(named_app), blocked)));                  // bs-03, bs-04
  EXPECT(unknown<blocks>(may_assume(s1, ta(named_s1), blocked), &open_questions::x3));
  EXPECT(denied_implicitly<blocks>(may_assume(alice, tb(named_alice), blocked)));  // xa-12
  EXPECT(denied_implicitly<blocks>(may_assume(s1, tb(named_app), blocked)));       // xa-13
  EXPECT(allowed(may_assume(ec2, ta(service_ec2), blocked)));                      // or-10
}

DUAL_TEST_CASE("same account: a session is named by its own ARN, by its role or through its account") {
  EXPECT(allowed(may_assume(s1, ta(named_app), none)));                         // sa-17
  EXPECT(allowed(may_assume(s1, ta(named_s1), none)));                          // sa-18
  EXPECT(denied_implicitly<names_caller>(may_assume(s2, ta(named_s1), none)));  // sa-19
  EXPECT(allowed(may_assume(s2, ta(named_app), none)));
  EXPECT(denied_implicitly<own_policies>(may_assume(s1, ta(account_a), none), 0));  // sa-20
  EXPECT(allowed(may_assume(s1, ta(account_a), allows)));                           // sa-21
}

// Compare AWS STS credentials, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
DUAL_TEST_CASE("some callers may assume no role, whatever the policies say") {
  const Begun alices = get_session_token(alice);
  const Begun federated = get_federation_token(alice, "carol", {}, allows);
  const Begun roots = get_session_token(RootUser(a));
  const Begun roots_federated = get_federation_token(RootUser(a), "carol", {}, none);
  constexpr InstanceIdentity instance(a, "i-0123456789abcdef0");
  using no_root = the_root_user_assumes_no_role;
  using no_federated_user = a_federated_user_assumes_no_role;
  using no_instance = the_instance_identity_assumes_no_role;
  for (const CallerSide side : {allows, none, not_given}) {
    EXPECT(denied_implicitly<no_root>(may_assume(RootUser(a), ta(account_a), side)));             // sa-22
    EXPECT(denied_implicitly<no_root>(may_assume(*roots, ta(account_a), side)));                  // m-root-gst
    EXPECT(denied_implicitly<no_federated_user>(may_assume(*federated, ta(named_alice), side)));  // sa-23, op-c8
    EXPECT(denied_implicitly<no_federated_user>(may_assume(*roots_federated, ta(account_a), side)));
    EXPECT(denied_implicitly<no_instance>(may_assume(instance, ta(account_a), side)));  // sv-21
  }
  EXPECT(denied_implicitly<no_root>(may_assume(RootUser(a), tb(everyone), allows)));
  EXPECT(allowed(may_assume(*alices, ta(account_a), allows)));  // sa-24: AssumeRole is the one call it keeps
  EXPECT(allowed(may_assume(*alices, ta(named_alice), none)));
}

DUAL_TEST_CASE("a session delivered to a machine assumes roles like any other") {
  const Role delivered_role(a, "app", service_ec2);
  const Begun delivered = assume_role(ec2, delivered_role, {.session_name = "s1"});
  EXPECT(allowed(may_assume(*delivered, ta(account_a), allows)));  // m-role-ec2
  EXPECT(allowed(may_assume(*delivered, ta(named_app), none)));
  EXPECT(allowed(may_assume(*delivered, ta(named_s1), none)));
  EXPECT(denied_implicitly<own_policies>(may_assume(*delivered, tb(named_s1), none), 0));
}

namespace {

constexpr Role app(a, "app", account_a);
constexpr Software agent("SSM agent", OsUser("root", Privilege::superuser));

}  // namespace

// IAM roles, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html
DUAL_TEST_CASE("what has no credentials of AWS makes no request") {
  for (const CallerSide side : {allows, none, denies, not_given}) {
    EXPECT(invalid<only_a_principal_calls_sts>(may_assume(agent, ta(account_a), side)));
    EXPECT(invalid<only_a_principal_calls_sts>(may_assume(OsUser("ec2-user"), ta(account_a), side)));
    EXPECT(invalid<a_role_never_acts>(may_assume(app, ta(named_app), side)));  // m-role-itself
    EXPECT(invalid<an_account_makes_no_request>(may_assume(Account(a), ta(account_a), side)));
  }
}

// Cross-account policy evaluation logic,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
DUAL_TEST_CASE("cross account: both sides must allow, however closely the trust policy names the caller") {
  EXPECT(denied_implicitly<own_policies>(may_assume(alice, tb(named_alice), none), 0));  // xa-01
  EXPECT(allowed(may_assume(alice, tb(named_alice), allows)));                           // xa-02
  EXPECT(allowed(may_assume(alice, tb(account_a), allows)));                             // xa-03
  EXPECT(denied_implicitly<own_policies>(may_assume(alice, tb(account_a), none), 0));    // xa-04
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, tb(account_c), allows)));     // xa-05
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, tb(named_bob), allows)));     // xa-06
  EXPECT(allowed(may_assume(s1, tb(named_app), allows)));                                // xa-09
  EXPECT(denied_implicitly<own_policies>(may_assume(s1, tb(named_s1), none), 0));        // xa-10
  EXPECT(allowed(may_assume(s1, tb(named_s1), allows)));                                 // xa-11
  // A boundary or session policy that does not allow leaves the caller's side without an Allow.
  EXPECT(denied_implicitly<own_policies>(may_assume(alice, tb(named_alice), none), 0));  // xa-12
  EXPECT(denied_implicitly<own_policies>(may_assume(s1, tb(named_app), none), 0));       // xa-13
  EXPECT(denied_implicitly<own_policies>(may_assume(alice, tb(everyone), none), 0));     // xa-14
  EXPECT(allowed(may_assume(alice, tb(everyone), allows)));
  // A role does not trust its own account, or the account of its caller, unless it says so.
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, tb(account_b), allows)));
}

// IAM identifiers, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
DUAL_TEST_CASE("there is no trust across partitions") {
  const Role chinese(b, "target", everyone, Partition::aws_cn);
  const Role same_number(a, "target", account_a_by_number, Partition::aws_cn);
  EXPECT(denied_implicitly<no_trust_across_partitions>(may_assume(alice, chinese, allows)));  // xa-19
  EXPECT(denied_implicitly<no_trust_across_partitions>(may_assume(s1, chinese, allows)));
  EXPECT(denied_implicitly<no_trust_across_partitions>(may_assume(alice, same_number, allows)));
  EXPECT(allowed(may_assume(IamUser(b, "alice", Partition::aws_cn), chinese, allows)));
  EXPECT(allowed(may_assume(IamUser(a, "alice", Partition::aws_cn), same_number, allows)));
}

// Methods to assume a role, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html
DUAL_TEST_CASE("a role's session assumes the role again only where the role trusts it explicitly") {
  EXPECT(denied_implicitly<names_caller>(may_assume(s1, Role(a, "app", service_ec2), allows)));  // sd-01
  EXPECT(allowed(may_assume(s1, Role(a, "app", account_a), allows)));                            // sd-02
  EXPECT(denied_implicitly<own_policies>(may_assume(s1, Role(a, "app", account_a), none), 0));
  EXPECT(allowed(may_assume(s1, Role(a, "app", named_app), none)));  // sd-03, sd-07
}

// Only aws:userid tells whether the id is that of the caller (U-127).
DUAL_TEST_CASE("the id that is left of a deleted user or role does not name the one that has another id") {
  const ContextKey users[] = {{"aws:userid", "AIDAJQABLZS4A3QDU576Q"}},
                   roles[] = {{"aws:userid", "AROAJQABLZS4A3QDU576Q:s1"}};
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, ta(deleted_user), allows, users)));  // sd-05
  EXPECT(denied_implicitly<names_caller>(may_assume(s1, ta(deleted_role), allows, roles)));     // sd-06
  EXPECT(denied_implicitly<names_caller>(may_assume(s1, tb(deleted_role), allows, roles)));
  const Verdict open = may_assume(alice, ta(deleted_user), allows);
  EXPECT((open.is_unknown() && open.rule == &names_caller::info && open.open == &open_questions::u127));
  EXPECT(denied_implicitly<names_caller>(may_assume(s1, ta(deleted_user), allows)));  // a user's id
}

// Grant a user permissions to pass a role to an AWS service,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
DUAL_TEST_CASE("a service needs the trust policy and nothing else") {
  for (const CallerSide side : {not_given, none, allows, denies}) {  // or-10: no policy of an account is on its side
    EXPECT(allowed(may_assume(ec2, ta(service_ec2), side)));         // sv-01
    EXPECT(allowed(may_assume(ec2, tb(service_ec2), side)));
    EXPECT(denied_implicitly<names_caller>(may_assume(lambda, ta(service_ec2), side)));  // sv-02
    EXPECT(denied_implicitly<names_caller>(may_assume(ec2, ta(TrustPolicy()), side)));   // sv-03
    EXPECT(denied_implicitly<names_caller>(may_assume(ssm, ta(service_ec2), side)));     // sv-15
    EXPECT(allowed(may_assume(ssm, ta(service_ssm), side)));
    EXPECT(denied_implicitly<names_caller>(may_assume(ec2, ta(account_a), side)));
  }
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, ta(service_ec2), allows)));  // sv-04, sv-13
  EXPECT(unknown<names_caller>(may_assume(ec2, ta(everyone)), &open_questions::u101));
}

namespace {

constexpr auto deny_ec2 = TRUST(ALLOW(EC2) "," DENY(EC2, ""));
constexpr auto ec2_but_not_everyone = TRUST(ALLOW(EC2) "," DENY(EVERYONE, ""));
constexpr auto alice_but_not_everyone = TRUST(ALLOW(ALICE) "," DENY(EVERYONE, ""));
constexpr auto app_but_not_s1 = TRUST(DENY(S1, "") "," ALLOW(APP));
constexpr auto not_alice_twice = TRUST(DENY(ALICE, "") "," ALLOW(ACCOUNT_A) "," DENY(ALICE, ""));
constexpr auto alice_but_not_her_account = TRUST(ALLOW(ALICE) "," DENY(ACCOUNT_A, ""));

}  // namespace

DUAL_TEST_CASE("a Deny names its callers like an Allow does") {
  EXPECT(denied_explicitly<trust_denies>(may_assume(ec2, ta(deny_ec2)), 1));
  EXPECT(denied_explicitly<trust_denies>(may_assume(ec2, ta(ec2_but_not_everyone)), 1));
  EXPECT(denied_explicitly<trust_denies>(may_assume(alice, ta(alice_but_not_everyone), allows), 1));
  EXPECT(denied_explicitly<trust_denies>(may_assume(s1, ta(app_but_not_s1), allows), 0));
  EXPECT(allowed(may_assume(s2, ta(app_but_not_s1), none), 1));
  EXPECT(denied_explicitly<trust_denies>(may_assume(alice, ta(not_alice_twice), allows), 0));
  EXPECT(denied_explicitly<trust_denies>(may_assume(alice, ta(alice_but_not_her_account), allows), 1));
}

DUAL_TEST_CASE("where the caller's own policies matter and are not given, the answer is unknown, and only there") {
  EXPECT(unknown<own_policies>(may_assume(alice, ta(account_a))));
  EXPECT(unknown<own_policies>(may_assume(s1, ta(account_a))));
  EXPECT(unknown<own_policies>(may_assume(alice, ta(everyone)), &open_questions::x1));
  for (const TrustPolicy& trust : {TrustPolicy(account_a), TrustPolicy(named_alice), TrustPolicy(everyone)}) {
    EXPECT(unknown<own_policies>(may_assume(alice, tb(trust))));
  }
  for (const TrustPolicy& trust : {TrustPolicy(account_a), TrustPolicy(named_app), TrustPolicy(named_s1)}) {
    EXPECT(unknown<own_policies>(may_assume(s1, tb(trust))));
  }
  EXPECT(allowed(may_assume(alice, ta(named_alice))));
  EXPECT(allowed(may_assume(s1, ta(named_app))));
  EXPECT(allowed(may_assume(s1, ta(named_s1))));
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, ta(named_bob))));
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, tb(account_c))));
  EXPECT(denied_explicitly<trust_denies>(may_assume(alice, ta(alice_and_deny_alice)), 1));
}

namespace {

constexpr auto account_then_alice = TRUST(ALLOW(ACCOUNT_A) "," ALLOW(ALICE));
constexpr auto everyone_then_account = TRUST(ALLOW(EVERYONE) "," ALLOW(ACCOUNT_A));
constexpr auto everyone_and_account_in_a_list = TRUST(ALLOW(R"({"AWS": ["*", "111122223333"]})"));
constexpr auto account_and_alice_in_a_list =
    TRUST(ALLOW(R"({"AWS": ["111122223333", "arn:aws:iam::111122223333:user/alice"]})"));
constexpr auto account_then_conditions = TRUST(ALLOW(ACCOUNT_A) "," ALLOW_IF(
    ALICE, "sts:AssumeRole", R"(, "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}})"));
constexpr auto conditions_then_alice = TRUST(ALLOW_IF(
    ALICE, "sts:AssumeRole", R"(, "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}})") "," ALLOW(ALICE));

}  // namespace

DUAL_TEST_CASE("the statement and the principal that take the caller furthest decide") {
  EXPECT(allowed(may_assume(alice, ta(account_then_alice), none), 1));
  EXPECT(allowed(may_assume(alice, ta(account_then_alice), allows), 0));
  EXPECT(allowed(may_assume(alice, ta(account_and_alice_in_a_list), none)));
  EXPECT(allowed(may_assume(alice, ta(conditions_then_alice), none), 1));
  EXPECT(unknown<conditions>(may_assume(alice, ta(account_then_conditions), none), nullptr, 1));
  EXPECT(allowed(may_assume(alice, ta(account_then_conditions), allows), 0));
  // "*" may let in whom the account's name does not, be it in one statement or in two (X-1).
  EXPECT(unknown<own_policies>(may_assume(alice, ta(everyone_then_account), none), &open_questions::x1));
  EXPECT(unknown<own_policies>(may_assume(alice, ta(everyone_and_account_in_a_list), none), &open_questions::x1));
  EXPECT(unknown<own_policies>(may_assume(alice, ta(everyone_and_account_in_a_list)), &open_questions::x1));
  EXPECT(allowed(may_assume(alice, ta(everyone_and_account_in_a_list), allows)));
  EXPECT(denied_implicitly<own_policies>(may_assume(alice, tb(everyone_and_account_in_a_list), none), 0));
}

namespace {

#define IF(test) ", \"Condition\": {" test "}"
#define A_IF(test) TRUST(ALLOW_IF(ACCOUNT_A, "sts:AssumeRole", IF(test)))

constexpr auto principal_arn_alice =
    A_IF(R"("ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:user/alice"})");
constexpr auto principal_arn_root = A_IF(R"("ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:root"})");
constexpr auto principal_arn_app = A_IF(R"("ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/app"})");
constexpr auto principal_arn_s1 =
    A_IF(R"("ArnEquals": {"aws:PrincipalArn": "arn:aws:sts::111122223333:assumed-role/app/s1"})");
constexpr auto everyone_if_app = TRUST(ALLOW_IF(
    EVERYONE, "sts:AssumeRole", IF(R"("ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/app"})")));
constexpr auto of_organization = A_IF(R"("StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"})");
constexpr auto tagged = A_IF(R"("StringEquals": {"aws:PrincipalTag/team": "x"})");
constexpr auto external_id = A_IF(R"("StringEquals": {"sts:ExternalId": "c-42"})");
constexpr auto with_mfa = A_IF(R"("Bool": {"aws:MultiFactorAuthPresent": "true"})");
constexpr auto with_mfa_if_there = A_IF(R"("BoolIfExists": {"aws:MultiFactorAuthPresent": "true"})");
constexpr auto young_mfa = A_IF(R"("NumericLessThan": {"aws:MultiFactorAuthAge": "3600"})");
constexpr auto own_session_name = A_IF(R"("StringEquals": {"sts:RoleSessionName": "${aws:username}"})");
constexpr auto from_address = A_IF(R"("IpAddress": {"aws:SourceIp": "203.0.113.0/24"})");
constexpr auto until = A_IF(R"("DateLessThan": {"aws:CurrentTime": "2016-05-01T12:00:00Z"})");
constexpr auto source_identity = A_IF(R"("StringLike": {"sts:SourceIdentity": "*"})");
constexpr auto source_arn = A_IF(R"("ArnLike": {"aws:SourceArn": "arn:aws:s3:::b"})");
constexpr auto type_user = A_IF(R"("StringEquals": {"aws:PrincipalType": "User"})");
constexpr auto not_through_a_service = A_IF(R"("Bool": {"aws:ViaAWSService": "false"})");
constexpr auto deny_without_mfa =
    TRUST(ALLOW(ACCOUNT_A) "," DENY(EVERYONE, IF(R"("Bool": {"aws:MultiFactorAuthPresent": "false"})")));
constexpr auto deny_without_mfa_if_there =
    TRUST(ALLOW(ACCOUNT_A) "," DENY(EVERYONE, IF(R"("BoolIfExists": {"aws:MultiFactorAuthPresent": "false"})")));

constexpr auto first_deny_without_mfa =
    TRUST(DENY(EVERYONE, IF(R"("Bool": {"aws:MultiFactorAuthPresent": "false"})")) "," ALLOW(ACCOUNT_A));

constexpr TrustPolicy conditional[] = {
    of_organization,    // xa-15, xa-16
    tagged,             // xa-22, xa-23
    external_id,        // tc-01 to tc-03
    with_mfa,           // tc-04, tc-05, tc-09, tc-10, tc-29
    with_mfa_if_there,  // tc-06
    young_mfa,          // tc-11 to tc-13
    from_address,       // tc-18, tc-19
    until,              // tc-20
    source_identity,    // tc-23, tc-24
};

}  // namespace

// IAM JSON policy elements: Condition,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
DUAL_TEST_CASE("of a request of which nothing is known, a condition is not decided, and unknown is no yes") {
  const Principal callers[] = {alice, s1};
  for (const TrustPolicy& trust : conditional) {
    for (const Principal& caller : callers) {
      EXPECT(unknown<conditions>(may_assume(caller, tb(trust), allows), nullptr, 0));
      EXPECT(unknown<conditions>(may_assume(caller, ta(trust), allows), nullptr, 0));
      EXPECT(denied_implicitly<own_policies>(may_assume(caller, ta(trust), none), 0));
      EXPECT(denied_implicitly<own_policies>(may_assume(caller, tb(trust), none), 0));
      EXPECT(denied_explicitly<side_denies>(may_assume(caller, tb(trust), denies)));
      EXPECT(is_unknown(may_assume(caller, tb(trust))));
    }
  }
}

// AWS global condition context keys,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
DUAL_TEST_CASE("what caller and role determine needs not be told") {
  EXPECT(allowed(may_assume(alice, ta(principal_arn_alice), allows)));                          // sa-26
  EXPECT(denied_implicitly<conditions>(may_assume(alice, ta(principal_arn_root), allows), 0));  // sa-27
  EXPECT(allowed(may_assume(alice, tb(type_user), allows)));                                    // tc-26
  EXPECT(denied_implicitly<conditions>(may_assume(s1, tb(type_user), allows), 0));              // tc-27
  EXPECT(denied_implicitly<conditions>(may_assume(alice, tb(source_arn), allows), 0));          // tc-25
  EXPECT(denied_implicitly<conditions>(may_assume(s1, tb(source_arn), allows), 0));
  // A session's ARN does not tell its role's path; where the session came out of an operation, that is known.
  EXPECT(unknown<conditions>(may_assume(s1, tb(principal_arn_app), allows)));
  const Role app_role(a, "app", service_ec2);
  const Begun delivered = assume_role(ec2, app_role, {.session_name = "s1"});
  EXPECT(allowed(may_assume(*delivered, tb(principal_arn_app), allows)));                          // xa-17
  EXPECT(denied_implicitly<conditions>(may_assume(*delivered, tb(principal_arn_s1), allows), 0));  // xa-18
  const Role app_with_path(a, "/team/", "app", service_ec2);
  const Begun of_team = assume_role(ec2, app_with_path, {.session_name = "s1"});
  EXPECT(denied_implicitly<conditions>(may_assume(*of_team, tb(principal_arn_app), allows), 0));
}

DUAL_TEST_CASE("of a request that is described wholly, what is not said is not there") {
  const RequestContext nothing_else{Span<ContextKey>{}};
  EXPECT(denied_implicitly<conditions>(may_assume(alice, tb(with_mfa), allows, nothing_else), 0));  // tc-05
  EXPECT(allowed(may_assume(alice, tb(with_mfa_if_there), allows, nothing_else)));                  // tc-06
  EXPECT(allowed(may_assume(alice, tb(deny_without_mfa), allows, nothing_else)));                   // tc-07
  EXPECT(denied_explicitly<trust_denies>(may_assume(alice, tb(deny_without_mfa_if_there), allows, nothing_else), 1));
  EXPECT(denied_implicitly<conditions>(may_assume(alice, tb(external_id), allows, nothing_else), 0));  // tc-02
  EXPECT(allowed(may_assume(alice, tb(not_through_a_service), allows, nothing_else)));                 // tc-28
  const ContextKey id[] = {{"sts:ExternalId", "c-42"}};
  EXPECT(allowed(may_assume(alice, tb(external_id), allows, RequestContext(id))));  // tc-01
  const ContextKey other_case[] = {{"STS:externalid", "C-42"}};
  EXPECT(denied_implicitly<conditions>(may_assume(alice, tb(external_id), allows, RequestContext(other_case)), 0));
  const ContextKey not_known[] = {ContextKey::unknown("aws:MultiFactorAuthPresent")};
  EXPECT(unknown<conditions>(may_assume(s1, tb(with_mfa), allows, RequestContext(not_known))));  // tc-10
  const ContextKey own_name[] = {{"sts:RoleSessionName", "alice"}};
  EXPECT(allowed(may_assume(alice, tb(own_session_name), allows, RequestContext(own_name))));  // tc-14
  EXPECT(denied_implicitly<conditions>(may_assume(s1, tb(own_session_name), allows, RequestContext(own_name)), 0));
}

namespace {

constexpr auto alice_and_customers = TRUST(ALLOW(ALICE) "," ALLOW_IF(
    R"({"AWS": "444455556666"})", "sts:AssumeRole", IF(R"("StringEquals": {"sts:ExternalId": "c-42"})")));
constexpr IamUser customer(b, "zoe");

}  // namespace

DUAL_TEST_CASE("a Deny with conditions is told wherever it stands") {
  EXPECT(unknown<trust_denies>(may_assume(alice, tb(first_deny_without_mfa), allows), nullptr, 0));
  EXPECT(unknown<trust_denies>(may_assume(alice, tb(deny_without_mfa), allows), nullptr, 1));
  EXPECT(unknown<trust_denies>(may_assume(alice, tb(deny_without_mfa_if_there), allows), nullptr, 1));  // tc-08
  EXPECT(denied_implicitly<own_policies>(may_assume(alice, tb(first_deny_without_mfa), none), 1));
}

DUAL_TEST_CASE("conditions of other callers' statements decide nothing") {
  EXPECT(allowed(may_assume(alice, ta(alice_and_customers), none)));
  EXPECT(unknown<conditions>(may_assume(customer, ta(alice_and_customers), allows), nullptr, 1));
  EXPECT(unknown<own_policies>(may_assume(customer, ta(alice_and_customers)), nullptr, 1));
  // sd-08, bs-07, bs-08: "*" with the role in a condition.
  EXPECT(is_unknown(may_assume(s1, ta(everyone_if_app), none)));
  EXPECT(unknown<conditions>(may_assume(s1, ta(everyone_if_app), allows)));
  EXPECT(denied_implicitly<own_policies>(may_assume(s1, tb(everyone_if_app), none), 0));
}

namespace {

constexpr auto ec2_for_account =
    TRUST(ALLOW_IF(EC2, "sts:AssumeRole", IF(R"("StringEquals": {"aws:SourceAccount": "111122223333"})")));
constexpr auto ec2_for_resource = TRUST(
    ALLOW_IF(EC2, "sts:AssumeRole", IF(R"("ArnLike": {"aws:SourceArn": "arn:aws:ec2:*:111122223333:instance/*"})")));

}  // namespace

// The confused deputy problem, https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
DUAL_TEST_CASE("for whom a service acts is not decided") {
  EXPECT(unknown<conditions>(may_assume(ec2, ta(ec2_for_account))));   // sv-05, sv-06
  EXPECT(unknown<conditions>(may_assume(ec2, ta(ec2_for_resource))));  // sv-07
  EXPECT(denied_implicitly<names_caller>(may_assume(lambda, ta(ec2_for_account))));
}

namespace {

#define GITHUB R"({"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"})"
#define IDP R"({"Federated": "arn:aws:iam::111122223333:saml-provider/idp"})"
#define WEB "sts:AssumeRoleWithWebIdentity"
#define SAML "sts:AssumeRoleWithSAML"

constexpr auto github = TRUST(ALLOW_IF(GITHUB, WEB, ""));
constexpr auto github_as_plain_role = TRUST(ALLOW(GITHUB));
constexpr auto github_with_conditions = TRUST(
    ALLOW_IF(GITHUB, WEB, IF(R"("StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"})")));
constexpr auto google = TRUST(ALLOW_IF(R"({"Federated": "accounts.google.com"})", WEB, ""));
constexpr auto idp = TRUST(ALLOW_IF(IDP, SAML, ""));
constexpr auto idp_by_web_action = TRUST(ALLOW_IF(IDP, WEB, ""));
constexpr auto idp_with_audience =
    TRUST(ALLOW_IF(IDP, SAML, IF(R"("StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"})")));
constexpr auto everyone_by_web_action = TRUST(ALLOW_IF(EVERYONE, WEB, ""));

constexpr WebIdentity github_job =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
constexpr WebIdentity foreign_job =
    *WebIdentity::from("arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com");
constexpr WebIdentity google_user = *WebIdentity::from("accounts.google.com");
constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");
constexpr SamlIdentity foreign_employee = *SamlIdentity::from("arn:aws:iam::444455556666:saml-provider/idp");

}  // namespace

// Create a role for OpenID Connect federation,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
DUAL_TEST_CASE("whoever shows a token calls the operation that takes it, and has no policies of his own") {
  for (const CallerSide side : {not_given, none, allows, denies}) {  // fe-09: whose process it is does not matter
    EXPECT(allowed(may_assume(github_job, ta(github), side)));
    EXPECT(allowed(may_assume(google_user, ta(google), side)));
    EXPECT(allowed(may_assume(google_user, tb(google), side)));
    EXPECT(allowed(may_assume(employee, ta(idp), side)));
    EXPECT(denied_implicitly<names_caller>(may_assume(github_job, ta(github_as_plain_role), side)));  // fe-02
    EXPECT(denied_implicitly<names_caller>(may_assume(employee, ta(idp_by_web_action), side)));
    EXPECT(denied_implicitly<names_caller>(may_assume(github_job, ta(google), side)));
    EXPECT(denied_implicitly<names_caller>(may_assume(google_user, ta(github), side)));
    EXPECT(denied_implicitly<names_caller>(may_assume(employee, ta(account_a), side)));
    EXPECT(unknown<conditions>(may_assume(github_job, ta(github_with_conditions), side)));  // fe-01, fe-03 to fe-07
    EXPECT(unknown<conditions>(may_assume(employee, ta(idp_with_audience), side)));         // fe-10
    EXPECT(unknown<names_caller>(may_assume(github_job, ta(everyone_by_web_action), side), &open_questions::u101));
  }
  // Whoever signs calls AssumeRole, which such a trust policy does not allow.
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, ta(everyone_by_web_action), allows)));
}

DUAL_TEST_CASE("a provider is an object of IAM in the account of the role that trusts it") {
  using rule = the_identity_provider_is_in_the_roles_account;
  EXPECT(denied_implicitly<rule>(may_assume(github_job, tb(github))));
  EXPECT(denied_implicitly<rule>(may_assume(foreign_job, ta(github))));
  EXPECT(denied_implicitly<rule>(may_assume(employee, tb(idp))));
  EXPECT(denied_implicitly<rule>(may_assume(foreign_employee, ta(idp))));
}

namespace {

constexpr auto trust_for_the_matrix = TRUST(ALLOW(ACCOUNT_A) "," ALLOW(EC2) "," ALLOW_IF(GITHUB, WEB, ""));
constexpr Role matrix_role = ta(trust_for_the_matrix);

}  // namespace

// The column AssumeRole of the matrix of callers.
DUAL_TEST_CASE("of those whom a trust policy names, the barred ones stay out and the others come in") {
  const Begun user_token = get_session_token(alice);
  const Begun user_federated = get_federation_token(alice, "carol", {}, allows);
  const Begun delivered = assume_role(ec2, matrix_role, {.session_name = "i-0123456789abcdef0"});
  const Begun by_web_identity = assume_role(github_job, matrix_role, {.session_name = "GitHubActions"});
  EXPECT(!may_assume(RootUser(a), matrix_role, allows));                                 // m-root-key
  EXPECT(may_assume(alice, matrix_role, allows));                                        // m-user-key
  EXPECT(may_assume(*user_token, matrix_role, allows));                                  // m-user-gst
  EXPECT(!may_assume(*user_federated, matrix_role, allows));                             // m-user-fed
  EXPECT(may_assume(s1, matrix_role, allows));                                           // m-role-ar
  EXPECT(may_assume(*by_web_identity, matrix_role, allows));                             // m-role-web
  EXPECT(may_assume(*delivered, matrix_role, allows));                                   // m-role-ec2
  EXPECT(!may_assume(InstanceIdentity(a, "i-0123456789abcdef0"), matrix_role, allows));  // m-iir
  EXPECT(may_assume(ec2, matrix_role));                                                  // m-service
  EXPECT(!may_assume(matrix_role, matrix_role, allows));                                 // m-role-itself
}

DUAL_TEST_CASE("a trust policy without a statement trusts nobody") {
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, ta(TrustPolicy()), allows)));
  EXPECT(denied_implicitly<names_caller>(may_assume(s1, ta(TrustPolicy()), allows)));
  EXPECT(denied_implicitly<names_caller>(may_assume(github_job, ta(TrustPolicy()), allows)));
}

static_assert(holds<may_assume, s1, app, allows>);

// AssumeRole, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html; role chaining: Roles terms and
// concepts, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html
DUAL_TEST_CASE("a caller may assume a role with a request only if STS takes the request") {
  const Role role = ta(named_alice), long_role = ta(named_alice).with_maximum_session(hours(12));
  const StsRequest plain{.session_name = "s1"}, two{.session_name = "s1", .duration = hours(2)}, nameless{};
  const StsRequest with_a_token{.session_name = "s1", .token_ends = {100}};
  EXPECT(allowed(may_assume(alice, role, plain)));
  EXPECT(invalid<rules::every_parameter_has_its_form>(may_assume(alice, role, nameless)));
  EXPECT(invalid<rules::the_duration_is_within_the_roles_maximum>(may_assume(alice, role, two)));
  EXPECT(invalid<rules::the_operation_takes_every_parameter>(may_assume(alice, role, with_a_token)));
  EXPECT(allowed(may_assume(alice, long_role, two)));
  // STS looks at the form first, then at the policies, then at the duration.
  const Role for_bob = ta(named_bob);
  EXPECT(invalid<rules::every_parameter_has_its_form>(may_assume(alice, for_bob, nameless)));
  EXPECT(denied_implicitly<names_caller>(may_assume(alice, for_bob, two)));
  const Role chained = ta(named_s1).with_maximum_session(hours(12));
  EXPECT(allowed(may_assume(s1, chained, plain)));
  EXPECT(invalid<rules::a_chained_session_lasts_an_hour>(may_assume(s1, chained, two)));
  // A service chooses the name of its sessions.
  EXPECT(allowed(may_assume(ec2, ta(service_ec2), nameless)));
}

DUAL_TEST_CASE("an account is told from a program: it makes no request") {
  EXPECT(may_assume(Account(a), ta(account_a)).refused_by<rules::an_account_makes_no_request>());
  EXPECT(may_assume(ta(account_a), ta(account_a)).refused_by<rules::a_role_never_acts>());
}

// Monitor and control actions taken with assumed roles: the source identity is set once,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
DUAL_TEST_CASE("a caller that carries no source identity can set one") {
  const Role role = ta(sets_source_identity);
  const ContextKey first[] = {{"sts:SourceIdentity", "alice"}, ContextKey::absent("aws:SourceIdentity")};
  EXPECT(allowed(may_assume(alice, role, allows, first)));
  const ContextKey again[] = {{"sts:SourceIdentity", "alice"}, {"aws:SourceIdentity", "alice"}};
  EXPECT(allowed(may_assume(alice, role, allows, again)));
  const ContextKey another[] = {{"sts:SourceIdentity", "alice"}, {"aws:SourceIdentity", "bob"}};
  EXPECT(denied_implicitly<rules::a_source_identity_does_not_change>(may_assume(alice, role, allows, another)));
}
