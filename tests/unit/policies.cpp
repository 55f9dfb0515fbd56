// may_assume with the documents that take part. The ids in the comments are those of the worked cases from which the
// expectations come; they rest on the pages named at each group. Accounts: A 111122223333, B 444455556666,
// C 777788889999, M 999900001111, which manages an organization of A and B.
#include "dual.hpp"

#include <initializer_list>
#include <whence/decide/find_policy.hpp>
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto a = "111122223333"_account;
constexpr auto b = "444455556666"_account;
constexpr auto c = "777788889999"_account;
constexpr auto m = "999900001111"_account;

constexpr IamUser alice(a, "alice");
constexpr RoleSession s1(a, "app", "s1");
constexpr Service ec2("ec2.amazonaws.com");

#define STATEMENT(who, effect, action, resource, condition) \
  R"({"Effect": ")" effect R"(")" who R"(, "Action": ")" action R"(", "Resource": ")" resource R"(")" condition "}"
#define POLICY(...) R"({"Version": "2012-10-17", "Statement": [)" __VA_ARGS__ "]}"
#define ALLOWED(action, resource) STATEMENT("", "Allow", action, resource, "")
#define DENIED(action, resource) STATEMENT("", "Deny", action, resource, "")
#define IF(test) R"(, "Condition": {)" test "}"
#define ANYONE R"(, "Principal": "*")"
#define AR "sts:AssumeRole"
#define TA "arn:aws:iam::111122223333:role/target"
#define TB "arn:aws:iam::444455556666:role/target"

constexpr auto s3 = POLICY(ALLOWED("s3:*", "*")) ""_identity_policy;
constexpr auto to_ta = POLICY(ALLOWED(AR, TA)) ""_identity_policy;
constexpr auto to_tb = POLICY(ALLOWED(AR, TB)) ""_identity_policy;
constexpr auto to_all = POLICY(ALLOWED(AR, "*")) ""_identity_policy;
constexpr auto to_other = POLICY(ALLOWED(AR, "arn:aws:iam::111122223333:role/other")) ""_identity_policy;
constexpr auto to_ta_in_other_case = POLICY(ALLOWED("STS:assumerole", TA)) ""_identity_policy;
constexpr auto all_of_sts = POLICY(ALLOWED("sts:*", TA)) ""_identity_policy;
constexpr auto one_letter_open = POLICY(ALLOWED("sts:Assume?ole", "*")) ""_identity_policy;
constexpr auto to_capital_target = POLICY(ALLOWED(AR, "arn:aws:iam::111122223333:role/Target")) ""_identity_policy;
constexpr auto never = POLICY(ALLOWED(AR, "*") "," DENIED(AR, "*")) ""_identity_policy;
constexpr auto never_target =
    POLICY(DENIED("s3:*", "*") "," DENIED(AR, "arn:aws:iam::*:role/target")) ""_identity_policy;

template <const auto&... Literal>
constexpr IdentityPolicy only[] = {Literal...};

// Policies of alice, or of the role behind s1; then what cuts them down.
constexpr Policies own(Span<IdentityPolicy> identity) {
  Policies policies;
  policies.identity = identity;
  return policies;
}
constexpr Policies bounded(Span<IdentityPolicy> identity, IdentityPolicy boundary) {
  Policies policies = own(identity);
  policies.boundary = boundary;
  return policies;
}
constexpr Policies in_session(Span<IdentityPolicy> identity, Span<IdentityPolicy> session) {
  Policies policies = own(identity);
  policies.session = session;
  return policies;
}
constexpr Policies under(Span<IdentityPolicy> identity, Span<Span<ServiceControlPolicy>> levels) {
  Policies policies = own(identity);
  policies.service_control = levels;
  policies.management_account = m;
  return policies;
}
constexpr Policies at_roles_under(Span<IdentityPolicy> identity, Span<Span<ResourceControlPolicy>> levels) {
  Policies policies = own(identity);
  policies.resource_control = levels;
  policies.management_account = m;
  return policies;
}
constexpr Policies through(Span<IdentityPolicy> identity, EndpointPolicy endpoint) {
  Policies policies = own(identity);
  policies.endpoint = endpoint;
  return policies;
}

#define TRUST(principal, condition)                                                                                    \
  R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": )" principal \
      condition                                                                                                        \
  "}]}"                                                                                                                \
  ""_trust_policy
constexpr auto account_a = TRUST(R"({"AWS": "111122223333"})", "");
constexpr auto account_c = TRUST(R"({"AWS": "777788889999"})", "");
constexpr auto account_m = TRUST(R"({"AWS": "999900001111"})", "");
constexpr auto named_alice = TRUST(R"({"AWS": "arn:aws:iam::111122223333:user/alice"})", "");
constexpr auto named_bob = TRUST(R"({"AWS": "arn:aws:iam::111122223333:user/bob"})", "");
constexpr auto named_app = TRUST(R"({"AWS": "arn:aws:iam::111122223333:role/app"})", "");
constexpr auto named_s1 = TRUST(R"({"AWS": "arn:aws:sts::111122223333:assumed-role/app/s1"})", "");
constexpr auto everyone = TRUST(R"({"AWS": "*"})", "");
constexpr auto app_of_everyone =
    TRUST(R"({"AWS": "*"})", IF(R"("ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/app"})"));
constexpr auto service_ec2 = TRUST(R"({"Service": "ec2.amazonaws.com"})", "");

constexpr Role ta(const TrustPolicy& trust) { return Role(a, "target", trust); }
constexpr Role tb(const TrustPolicy& trust) { return Role(b, "target", trust); }

constexpr Judged<Verdict> cites(const Verdict& verdict, Gate gate, int statement, int condition = -1, int policy = 0,
                                int level = -1) {
  return {verdict.cited.gate == gate && verdict.cited.level == level && verdict.cited.policy == policy &&
              verdict.cited.statement == statement && verdict.cited.condition == condition,
          verdict};
}
constexpr Judged<Verdict> allowed(const Verdict& verdict) {
  return {verdict && verdict.decision == Decision::allowed && verdict.rule == nullptr && verdict.open == nullptr &&
              cites(verdict, Gate::trust, 0) && verdict.action == "sts:AssumeRole",
          verdict};
}
template <class Rule>
constexpr Judged<Verdict> denied(const Verdict& verdict, Decision how = Decision::denied_implicitly) {
  return {!verdict && verdict.decision == how && verdict.refused_by<Rule>() && verdict.open == nullptr, verdict};
}
template <class Rule>
constexpr Judged<Verdict> denied_explicitly(const Verdict& verdict) {
  return {denied<Rule>(verdict, Decision::denied_explicitly) && verdict.action == "sts:AssumeRole", verdict};
}
template <class Rule>
constexpr Judged<Verdict> unknown(const Verdict& verdict, const OpenQuestion* open = nullptr) {
  return {!verdict && verdict.is_unknown() && verdict.left_open_by<Rule>() && verdict.open == open, verdict};
}

using side_denies = the_callers_policies_do_not_deny;
using names_caller = the_trust_policy_names_the_caller;
using own_policies = the_callers_own_policies_allow;
using blocks = no_limit_of_the_caller_blocks;
using levels_allow = every_level_of_service_control_policies_allows;
using resource_control = the_resource_control_policies_do_not_deny;

}  // namespace

// How AWS enforcement code logic evaluates requests,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
DUAL_TEST_CASE("a trust policy that names the account needs an Allow for this action on this role") {
  const Policies none = own(only<s3>), nothing = own({});
  EXPECT(denied<own_policies>(may_assume(alice, ta(account_a), none)));                             // sa-01
  EXPECT(denied<own_policies>(may_assume(alice, ta(account_a), nothing)));                          // sa-01
  EXPECT(allowed(may_assume(alice, ta(account_a), own(only<to_ta>))));                              // sa-02, sa-08
  EXPECT(allowed(may_assume(alice, ta(named_alice), none)));                                        // sa-03
  EXPECT(denied<names_caller>(may_assume(alice, ta(named_bob), own(only<to_ta>))));                 // sa-04
  EXPECT(denied<names_caller>(may_assume(alice, ta(service_ec2), own(only<to_ta>))));               // sa-05
  EXPECT(denied<own_policies>(may_assume(alice, ta(account_a), own(only<to_other>))));              // sa-09
  EXPECT(allowed(may_assume(alice, ta(account_a), own(only<to_ta_in_other_case>))));                // sa-10
  EXPECT(allowed(may_assume(alice, ta(account_a), own(only<all_of_sts>))));                         // sa-11
  EXPECT(allowed(may_assume(alice, ta(account_a), own(only<one_letter_open>))));                    // sa-12
  EXPECT(denied<own_policies>(may_assume(alice, ta(account_a), own(only<to_capital_target>))));     // sa-13
  EXPECT(allowed(may_assume(alice, ta(account_a), own(only<s3, to_other, to_ta>))));                // sa-14
  EXPECT(denied<own_policies>(may_assume(alice, Role(a, "Target", account_a), own(only<to_ta>))));  // sa-15
  const Role with_path(a, "/team/", "target", account_a);
  EXPECT(denied<own_policies>(may_assume(alice, with_path, own(only<to_ta>))));  // sa-16
  EXPECT(allowed(may_assume(alice, with_path, own(only<to_all>))));
  EXPECT(denied<own_policies>(may_assume(alice, tb(named_alice), none)));  // xa-01
  EXPECT(allowed(may_assume(alice, tb(named_alice), own(only<to_tb>))));   // xa-02
  EXPECT(denied<own_policies>(may_assume(alice, tb(account_a), own(only<to_ta>))));
}

DUAL_TEST_CASE("an explicit Deny in an own policy ends the evaluation, and is cited") {
  const Verdict denial = may_assume(alice, ta(named_alice), own(only<to_ta, never>));  // sa-06
  EXPECT(denied_explicitly<side_denies>(denial));
  EXPECT(cites(denial, Gate::identity, 1, -1, 1));
  const Verdict across = may_assume(alice, tb(account_a), own(only<to_tb, never_target>));  // xa-07
  EXPECT(denied_explicitly<side_denies>(across));
  EXPECT(cites(across, Gate::identity, 1, -1, 1));
  EXPECT(allowed(may_assume(alice, Role(b, "other", account_a), own(only<to_all, never_target>))));
}

namespace {

constexpr auto not_iam = POLICY(R"({"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"})") ""_identity_policy;
constexpr auto not_sts = POLICY(R"({"Effect": "Allow", "NotAction": "STS:*", "Resource": "*"})") ""_identity_policy;
constexpr auto all_but_ta =
    POLICY(R"({"Effect": "Allow", "Action": "*", "NotResource": ")" TA R"("})") ""_identity_policy;
constexpr auto role_of_ones_own =
    POLICY(ALLOWED(AR, "arn:aws:iam::111122223333:role/${aws:username}")) ""_identity_policy;
constexpr auto role_without_version =
    R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
        "Resource": "arn:aws:iam::111122223333:role/${aws:username}"}})"_identity_policy;

}  // namespace

// IAM JSON policy elements: NotAction, NotResource and variables,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
DUAL_TEST_CASE("an Allow can name what it does not allow, and a resource by the caller's name") {
  EXPECT(allowed(may_assume(alice, ta(account_a), own(only<not_iam>))));
  EXPECT(denied<own_policies>(may_assume(alice, ta(account_a), own(only<not_sts>))));
  EXPECT(denied<own_policies>(may_assume(alice, ta(account_a), own(only<all_but_ta>))));
  EXPECT(allowed(may_assume(alice, tb(account_a), own(only<all_but_ta>))));
  const Role alices(a, "alice", account_a);
  EXPECT(allowed(may_assume(alice, alices, own(only<role_of_ones_own>))));
  EXPECT(denied<own_policies>(may_assume(alice, ta(account_a), own(only<role_of_ones_own>))));
  // A session has no user name, and a policy without Version no variables.
  EXPECT(denied<own_policies>(may_assume(s1, alices, own(only<role_of_ones_own>))));
  EXPECT(denied<own_policies>(may_assume(alice, alices, own(only<role_without_version>))));
}

DUAL_TEST_CASE("where more policies are said to be there, what is missing is not known, and a Deny still ends it") {
  const auto more = [](Span<IdentityPolicy> identity) {
    Policies policies = own(identity);
    policies.other_identity_policies = true;
    return policies;
  };
  EXPECT(unknown<own_policies>(may_assume(alice, ta(account_a), more(only<s3>))));
  EXPECT(unknown<own_policies>(may_assume(alice, tb(named_alice), more({}))));
  EXPECT(allowed(may_assume(alice, ta(account_a), more(only<to_ta>))));
  EXPECT(allowed(may_assume(alice, ta(named_alice), more(only<s3>))));
  EXPECT(denied_explicitly<side_denies>(may_assume(alice, ta(account_a), more(only<never>))));
  EXPECT(denied<names_caller>(may_assume(alice, ta(named_bob), more(only<s3>))));
}

namespace {

constexpr auto to_ta_with_mfa =
    POLICY(STATEMENT("", "Allow", AR, TA, IF(R"("Bool": {"aws:MultiFactorAuthPresent": "true"})"))) ""_identity_policy;
constexpr auto never_without_mfa =
    POLICY(STATEMENT("", "Deny", AR, "*", IF(R"("StringEquals": {"aws:username": "alice"},
                                                "BoolIfExists": {"aws:MultiFactorAuthPresent": "false"})")) "," ALLOWED(
        AR, "*")) ""_identity_policy;
constexpr ContextKey with_mfa[] = {{"aws:MultiFactorAuthPresent", "true"}};
constexpr RequestContext nothing_else{Span<ContextKey>{}};
// The path of a session's role is not in the session's name.
constexpr ContextKey at_the_top[] = {{"aws:PrincipalArn", "arn:aws:iam::111122223333:role/app"}};

}  // namespace

// Secure API access with MFA, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
DUAL_TEST_CASE("conditions of own policies are asked, and the one that decides is cited") {
  const Policies only_with_mfa = own(only<s3, to_ta_with_mfa>);
  EXPECT(allowed(may_assume(alice, ta(account_a), only_with_mfa, RequestContext(with_mfa))));  // mp-03
  const Verdict without = may_assume(alice, ta(account_a), only_with_mfa, nothing_else);       // mp-03
  EXPECT(denied<own_policies>(without));
  EXPECT(cites(without, Gate::identity, 0, 0, 1));
  const Verdict open = may_assume(alice, ta(account_a), only_with_mfa);
  EXPECT(unknown<own_policies>(open));
  EXPECT(cites(open, Gate::identity, 0, 0, 1));

  const Policies never_without = own(only<never_without_mfa>);
  EXPECT(allowed(may_assume(alice, ta(account_a), never_without, RequestContext(with_mfa))));
  const Verdict denial = may_assume(alice, ta(named_alice), never_without, nothing_else);
  EXPECT(denied_explicitly<side_denies>(denial));
  EXPECT(cites(denial, Gate::identity, 0));
  const Verdict perhaps = may_assume(alice, ta(named_alice), never_without);
  EXPECT(unknown<side_denies>(perhaps));
  EXPECT(cites(perhaps, Gate::identity, 0, 1));
}

DUAL_TEST_CASE(
    "of explicit denials the own side's is told first, then the trust policy's, and any before what is missing") {
  constexpr auto not_alice = R"({"Statement": {"Effect": "Deny", "Action": "sts:*",
    "Principal": {"AWS": "111122223333"}}})"_trust_policy_from_aws;
  EXPECT(denied_explicitly<side_denies>(may_assume(alice, ta(not_alice), own(only<never>))));
  EXPECT(denied_explicitly<the_trust_policy_does_not_deny>(may_assume(alice, ta(not_alice), own(only<s3>))));
  EXPECT(denied_explicitly<side_denies>(may_assume(alice, ta(named_bob), own(only<never>))));
}

DUAL_TEST_CASE(
    "a boundary or a session policy that leaves the call out stops whom the trust policy names by its account") {
  const Policies boundary = bounded(only<to_ta>, s3);
  const Verdict stopped = may_assume(alice, ta(account_a), boundary);  // bs-02
  EXPECT(denied<blocks>(stopped));
  EXPECT(cites(stopped, Gate::boundary, -1));
  EXPECT(allowed(may_assume(alice, ta(account_a), bounded(only<to_ta>, to_all))));
  EXPECT(denied<own_policies>(may_assume(alice, ta(account_a), bounded(only<s3>, to_all))));
  EXPECT(denied<blocks>(may_assume(s1, ta(named_app), bounded(only<s3>, s3))));                      // bs-03
  const Verdict in_session_only_s3 = may_assume(s1, ta(named_app), in_session(only<s3>, only<s3>));  // bs-04
  EXPECT(denied<blocks>(in_session_only_s3));
  EXPECT(cites(in_session_only_s3, Gate::session, -1));
  EXPECT(denied<own_policies>(may_assume(s1, ta(account_a), in_session(only<s3>, only<to_ta>))));  // bs-11
  EXPECT(allowed(may_assume(s1, ta(named_app), in_session(only<s3>, only<to_ta>))));               // bs-12
  // Several session policies allow what one of them allows.
  EXPECT(allowed(may_assume(s1, ta(named_app), in_session(only<s3>, only<s3, to_ta>))));
}

DUAL_TEST_CASE("a boundary does not stop a session that is named itself; an explicit Deny does") {
  EXPECT(allowed(may_assume(s1, ta(named_s1), bounded(only<s3>, s3))));                     // bs-05
  EXPECT(allowed(may_assume(s1, ta(app_of_everyone), bounded(only<s3>, s3), at_the_top)));  // bs-07
  const Verdict by_boundary = may_assume(s1, ta(named_s1), bounded(only<s3>, never));       // bs-09
  EXPECT(denied_explicitly<side_denies>(by_boundary));
  EXPECT(cites(by_boundary, Gate::boundary, 1));
  const Verdict by_session = may_assume(s1, ta(named_s1), in_session(only<s3>, only<to_ta, never>));  // bs-10
  EXPECT(denied_explicitly<side_denies>(by_session));
  EXPECT(cites(by_session, Gate::session, 1, -1, 1));
  EXPECT(denied_explicitly<side_denies>(may_assume(s1, ta(named_s1), own(only<never>))));  // bs-13
}

DUAL_TEST_CASE("an Allow that a boundary or session policy would give under a condition is cited with it") {
  const Policies boundary = bounded(only<to_ta>, to_ta_with_mfa);
  EXPECT(allowed(may_assume(alice, ta(account_a), boundary, RequestContext(with_mfa))));
  const Verdict by_boundary = may_assume(alice, ta(account_a), boundary, nothing_else);
  EXPECT(denied<blocks>(by_boundary));
  EXPECT(cites(by_boundary, Gate::boundary, 0, 0));
  const Policies session = in_session(only<to_ta>, only<s3, to_ta_with_mfa>);
  EXPECT(allowed(may_assume(s1, ta(named_app), session, RequestContext(with_mfa))));
  const Verdict by_session = may_assume(s1, ta(named_app), session, nothing_else);
  EXPECT(denied<blocks>(by_session));
  EXPECT(cites(by_session, Gate::session, 0, 0, 1));
  EXPECT(unknown<blocks>(may_assume(s1, ta(named_app), session)));
}

// Cross-account policy evaluation logic,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
DUAL_TEST_CASE("across accounts a boundary and a session policy must allow, however the caller is named") {
  EXPECT(denied<blocks>(may_assume(alice, tb(named_alice), bounded(only<to_tb>, s3))));      // xa-12
  EXPECT(denied<blocks>(may_assume(s1, tb(named_app), in_session(only<to_tb>, only<s3>))));  // xa-13
  EXPECT(denied<blocks>(may_assume(s1, tb(named_s1), in_session(only<to_tb>, only<s3>))));
  EXPECT(denied<blocks>(may_assume(s1, tb(named_s1), bounded(only<to_tb>, s3))));
  EXPECT(allowed(may_assume(s1, tb(named_s1), in_session(only<to_tb>, only<to_all>))));
}

// Points on which the sources differ: X-1, X-2, X-3.
DUAL_TEST_CASE("a disputed point leaves the verdict open, and is read as is chosen") {
  const auto read = [](Policies policies, Truth x1, Truth x2, Truth x3) {
    policies.disputed = {x1, x2, x3};
    return policies;
  };
  constexpr Truth yes = Truth::yes, no = Truth::no, open = Truth::unknown;
  const Policies silent = own(only<s3>), without = bounded(only<s3>, s3);
  const Policies session = in_session(only<s3>, only<s3>);

  EXPECT(unknown<own_policies>(may_assume(alice, ta(everyone), silent), &open_questions::x1));  // sa-28
  EXPECT(allowed(may_assume(alice, ta(everyone), read(silent, yes, no, no))));
  EXPECT(denied<own_policies>(may_assume(alice, ta(everyone), read(silent, no, yes, yes))));
  EXPECT(allowed(may_assume(alice, ta(everyone), own(only<to_ta>))));
  EXPECT(allowed(may_assume(alice, ta(everyone), read(own(only<to_ta>), no, no, no))));
  EXPECT(denied<own_policies>(may_assume(alice, tb(everyone), read(silent, yes, yes, yes))));  // xa-14
  EXPECT(unknown<blocks>(may_assume(alice, ta(everyone), bounded(only<to_ta>, s3)), &open_questions::x1));
  EXPECT(denied<blocks>(may_assume(alice, ta(everyone), read(bounded(only<to_ta>, s3), no, yes, yes))));

  const Verdict x2 = may_assume(alice, ta(named_alice), without);  // bs-01
  EXPECT(unknown<blocks>(x2, &open_questions::x2));
  EXPECT(cites(x2, Gate::boundary, -1));
  EXPECT(allowed(may_assume(alice, ta(named_alice), read(without, no, yes, no))));
  EXPECT(denied<blocks>(may_assume(alice, ta(named_alice), read(without, yes, no, yes))));
  EXPECT(unknown<blocks>(may_assume(alice, ta(named_alice), read(without, yes, open, yes)), &open_questions::x2));
  EXPECT(denied<blocks>(may_assume(alice, ta(account_a), read(bounded(only<to_ta>, s3), yes, yes, yes))));

  const Verdict x3 = may_assume(s1, ta(named_s1), session);  // bs-06
  EXPECT(unknown<blocks>(x3, &open_questions::x3));
  EXPECT(cites(x3, Gate::session, -1));
  EXPECT(allowed(may_assume(s1, ta(named_s1), read(session, no, no, yes))));
  EXPECT(denied<blocks>(may_assume(s1, ta(named_s1), read(session, yes, yes, no))));
  EXPECT(unknown<blocks>(may_assume(s1, ta(app_of_everyone), session, at_the_top), &open_questions::x3));  // bs-08
  EXPECT(allowed(may_assume(s1, ta(app_of_everyone), read(session, no, no, yes), at_the_top)));
  EXPECT(denied<blocks>(may_assume(s1, ta(app_of_everyone), read(session, yes, yes, no), at_the_top)));
  EXPECT(denied<blocks>(may_assume(s1, ta(named_app), read(session, yes, yes, yes))));  // bs-04
}

namespace {

constexpr auto full = POLICY(ALLOWED("*", "*")) ""_service_control_policy;
constexpr auto only_s3 = POLICY(ALLOWED("s3:*", "*")) ""_service_control_policy;
constexpr auto no_sts = POLICY(DENIED("s3:*", "*") "," DENIED("sts:AssumeRole", "*")) ""_service_control_policy;
constexpr auto sts_in_region =
    POLICY(STATEMENT("", "Allow", "sts:*", "*",
                     IF(R"("StringEquals": {"aws:RequestedRegion": "eu-west-1"})"))) ""_service_control_policy;
constexpr ServiceControlPolicy full_level[] = {full}, s3_level[] = {only_s3}, region_level[] = {only_s3, sts_in_region},
                               denying_level[] = {full, no_sts};
constexpr Span<ServiceControlPolicy> none_attached{};
constexpr Span<ServiceControlPolicy> full_levels[] = {full_level, full_level},
                                     gap[] = {full_level, s3_level, full_level}, denial[] = {full_level, denying_level},
                                     bare[] = {full_level, none_attached}, by_region[] = {full_level, region_level};

}  // namespace

// Service control policies, https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
DUAL_TEST_CASE(
    "service control policies bind the principals of member accounts: an Allow at every level, no Deny at any") {
  EXPECT(allowed(may_assume(alice, tb(account_a), under(only<to_tb>, full_levels))));
  const Verdict explicitly = may_assume(alice, tb(account_a), under(only<to_tb>, denial));  // or-01
  EXPECT(denied_explicitly<side_denies>(explicitly));
  EXPECT(cites(explicitly, Gate::service_control, 1, -1, 1, 1));
  const Verdict left_out = may_assume(alice, tb(account_a), under(only<to_tb>, gap));  // or-02
  EXPECT(denied<levels_allow>(left_out));
  EXPECT(cites(left_out, Gate::service_control, -1, -1, 0, 1));
  EXPECT(denied<levels_allow>(may_assume(alice, tb(account_a), under(only<to_tb>, bare))));
  EXPECT(denied<levels_allow>(may_assume(s1, ta(named_s1), under(only<s3>, gap))));
  EXPECT(denied_explicitly<side_denies>(may_assume(s1, ta(named_s1), under(only<s3>, denial))));
  // or-03: policies of the role's organization do not bind the caller. They have no place here.
  EXPECT(allowed(may_assume(alice, tb(account_a), own(only<to_tb>))));
  EXPECT(allowed(may_assume(IamUser(m, "root-admin"), tb(account_m), under(only<to_tb>, denial))));  // or-09
  EXPECT(allowed(may_assume(ec2, tb(service_ec2), under({}, denial))));                              // or-10
  EXPECT(allowed(may_assume(ec2, tb(service_ec2), under({}, gap))));
}

DUAL_TEST_CASE("the conditions of a service control policy are asked") {
  constexpr ContextKey here[] = {{"aws:RequestedRegion", "eu-west-1"}},
                       there[] = {{"aws:RequestedRegion", "us-east-1"}};
  const Policies regional = under(only<to_tb>, by_region);
  EXPECT(allowed(may_assume(alice, tb(account_a), regional, RequestContext(here))));
  const Verdict elsewhere = may_assume(alice, tb(account_a), regional, RequestContext(there));
  EXPECT(denied<levels_allow>(elsewhere));
  EXPECT(cites(elsewhere, Gate::service_control, 0, 0, 1, 1));
  const Verdict somewhere = may_assume(alice, tb(account_a), regional);
  EXPECT(unknown<levels_allow>(somewhere));
  EXPECT(cites(somewhere, Gate::service_control, 0, 0, 1, 1));
}

// Service-linked roles, https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
DUAL_TEST_CASE("service control policies do not bind a service-linked role") {
  const Role linked(a, "/aws-service-role/ec2.amazonaws.com/", "AWSServiceRoleForEC2", service_ec2);
  const Role ordinary(a, "/service-role/", "AWSServiceRoleForEC2", service_ec2);
  const Begun session = assume_role(ec2, linked, {.session_name = "s1"});
  const Begun other = assume_role(ec2, ordinary, {.session_name = "s1"});
  EXPECT(allowed(may_assume(*session, tb(account_a), under(only<to_tb>, denial))));
  EXPECT(allowed(may_assume(*session, tb(account_a), under(only<to_tb>, gap))));
  EXPECT(denied_explicitly<side_denies>(may_assume(*other, tb(account_a), under(only<to_tb>, denial))));
  EXPECT(denied<levels_allow>(may_assume(*other, tb(account_a), under(only<to_tb>, gap))));
}

namespace {

constexpr auto ours_only = POLICY(STATEMENT(ANYONE, "Deny", "s3:*", "*", "") "," STATEMENT(
    ANYONE, "Deny", "sts:AssumeRole", "*",
    IF(R"("StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"})"))) ""_resource_control_policy;
constexpr auto ours_or_services = POLICY(
    STATEMENT(ANYONE, "Deny", "sts:AssumeRole", "*", IF(R"("StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
          "BoolIfExists": {"aws:PrincipalIsAWSService": "false"})"))) ""_resource_control_policy;
constexpr auto nothing_denied = POLICY(STATEMENT(ANYONE, "Deny", "s3:*", "*", "")) ""_resource_control_policy;
constexpr ResourceControlPolicy upper[] = {nothing_denied}, lower[] = {nothing_denied, ours_only},
                                sparing[] = {ours_or_services};
constexpr Span<ResourceControlPolicy> at_b[] = {upper, lower}, at_b_sparing_services[] = {upper, sparing},
                                      harmless[] = {upper};
constexpr ContextKey ours[] = {{"aws:PrincipalOrgID", "o-a1b2c3d4e5"}},
                     theirs[] = {{"aws:PrincipalOrgID", "o-z9y8x7w6v5"}};
constexpr IamUser stranger(c, "zoe");

}  // namespace

// Resource control policies, https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
DUAL_TEST_CASE("resource control policies bind the roles of member accounts, whoever calls") {
  const Policies bound = at_roles_under(only<to_tb>, at_b);
  const Verdict outside = may_assume(stranger, tb(account_c), bound, RequestContext(theirs));  // or-04
  EXPECT(denied_explicitly<resource_control>(outside));
  EXPECT(cites(outside, Gate::resource_control, 1, -1, 1, 1));
  EXPECT(denied_explicitly<resource_control>(may_assume(stranger, tb(account_c), bound, nothing_else)));
  EXPECT(allowed(may_assume(alice, tb(account_a), bound, RequestContext(ours))));  // or-05
  const Verdict open = may_assume(alice, tb(account_a), bound);
  EXPECT(unknown<resource_control>(open));
  EXPECT(cites(open, Gate::resource_control, 1, 0, 1, 1));
  EXPECT(denied_explicitly<resource_control>(may_assume(ec2, tb(service_ec2), bound)));  // or-06
  EXPECT(allowed(may_assume(ec2, tb(service_ec2), at_roles_under({}, at_b_sparing_services))));
  EXPECT(denied_explicitly<resource_control>(
      may_assume(stranger, tb(account_c), at_roles_under(only<to_tb>, at_b_sparing_services), RequestContext(theirs))));
  // Only their denials matter: RCPFullAWSAccess is always attached.
  EXPECT(allowed(may_assume(stranger, tb(account_c), at_roles_under(only<to_tb>, harmless), nothing_else)));
  const Role linked(b, "/aws-service-role/ec2.amazonaws.com/", "AWSServiceRoleForEC2", service_ec2);
  EXPECT(allowed(may_assume(ec2, linked, bound)));  // or-07
  const Role in_management(m, "target", service_ec2);
  EXPECT(allowed(may_assume(ec2, in_management, bound)));  // or-08
}

// Resource control policies (RCPs), RCP effects on permissions,
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
DUAL_TEST_CASE("resource control policies do not apply to the calls of a service-linked role") {
  const Role linked(a, "/aws-service-role/ec2.amazonaws.com/", "AWSServiceRoleForEC2", service_ec2);
  const Role ordinary(a, "/service-role/", "AWSServiceRoleForEC2", service_ec2);
  const Begun session = assume_role(ec2, linked, {.session_name = "s1"});
  const Begun other = assume_role(ec2, ordinary, {.session_name = "s1"});
  const Policies bound = at_roles_under(only<to_tb>, at_b);
  EXPECT(allowed(may_assume(*session, tb(account_a), bound, RequestContext(theirs))));
  EXPECT(denied_explicitly<resource_control>(may_assume(*other, tb(account_a), bound, RequestContext(theirs))));
}

namespace {

constexpr auto endpoint_all = POLICY(STATEMENT(ANYONE, "Allow", "*", "*", "")) ""_endpoint_policy;
constexpr auto endpoint_identity =
    POLICY(STATEMENT(ANYONE, "Allow", "sts:GetCallerIdentity", "*", "")) ""_endpoint_policy;
constexpr auto endpoint_not_tb =
    POLICY(STATEMENT(ANYONE, "Allow", "*", "*", "") "," STATEMENT(ANYONE, "Deny", AR, TB, "")) ""_endpoint_policy;
constexpr auto endpoint_alice = POLICY(STATEMENT(R"(, "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"})",
                                                 "Allow", AR, "*", "")) ""_endpoint_policy;

}  // namespace

// Interface VPC endpoints for STS, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sts_vpce.html
DUAL_TEST_CASE("the policy of the endpoint through which the call comes is a gate of its own") {
  EXPECT(allowed(may_assume(alice, ta(named_alice), through(only<s3>, endpoint_all))));
  const Verdict left_out = may_assume(alice, ta(named_alice), through(only<s3>, endpoint_identity));  // or-11
  EXPECT(denied<the_endpoint_policy_allows>(left_out));
  EXPECT(cites(left_out, Gate::endpoint, -1));
  const Verdict denial_there = may_assume(alice, tb(account_a), through(only<to_tb>, endpoint_not_tb));
  EXPECT(denied_explicitly<the_endpoint_policy_does_not_deny>(denial_there));
  EXPECT(cites(denial_there, Gate::endpoint, 1));
  EXPECT(allowed(may_assume(alice, ta(named_alice), through(only<s3>, endpoint_not_tb))));
  EXPECT(allowed(may_assume(alice, ta(named_alice), through(only<s3>, endpoint_alice))));
  EXPECT(denied<the_endpoint_policy_allows>(may_assume(s1, ta(named_s1), through(only<s3>, endpoint_alice))));
}

namespace {

constexpr auto app_trust = R"({"Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}},
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"},
   "Condition": {"StringEquals": {"sts:ExternalId": "c-42"}, "Bool": {"aws:MultiFactorAuthPresent": "true"}}}
]})"_trust_policy;
constexpr Role target(a, "target", app_trust);
constexpr ContextKey without_mfa_keys[] = {{"sts:ExternalId", "c-42"}};
constexpr ContextKey with_both_keys[] = {{"sts:ExternalId", "c-42"}, {"aws:MultiFactorAuthPresent", "true"}};
constexpr RequestContext without_mfa = without_mfa_keys, with_both = with_both_keys;
constexpr Policies alices_policies = own(only<s3, to_ta>);
constexpr Policies walled = under(only<to_ta>, denial);
constexpr Span<ServiceControlPolicy> denial_at_the_root[] = {denying_level, full_level};
constexpr Policies denied_at_the_root = under(only<to_ta>, denial_at_the_root);
constexpr Policies behind_resource_control = at_roles_under(only<to_ta>, at_b);
constexpr Policies behind_endpoint = through(only<to_ta>, endpoint_identity);

}  // namespace

DUAL_TEST_CASE("a citation leads back to policy, statement and condition") {
  const Verdict unmet = may_assume(alice, target, alices_policies, without_mfa);
  EXPECT(denied<the_conditions_are_met>(unmet));
  EXPECT(unmet.statement == 1);
  const Policy* const trust = find_policy(unmet.cited, target, &alices_policies);
  EXPECT(trust == &target.trust());
  EXPECT(find_statement(unmet.cited, trust) == &trust->statements()[1]);
  const Condition* const condition = find_condition(unmet.cited, trust);
  EXPECT(condition != nullptr);
  EXPECT(trust->at(condition->key) == "aws:MultiFactorAuthPresent");

  const Verdict denied_above = may_assume(alice, target, walled, with_both);
  const Policy* const above = find_policy(denied_above.cited, target, &walled);
  EXPECT(above == &denying_level[1]);
  EXPECT(find_statement(denied_above.cited, above) == &denying_level[1].statements()[1]);
  EXPECT(find_condition(denied_above.cited, above) == nullptr);

  const Verdict denied_at_role = may_assume(alice, target, behind_resource_control, with_both);
  EXPECT(find_policy(denied_at_role.cited, target, &behind_resource_control) == &lower[1]);
  const Verdict at_endpoint = may_assume(alice, target, behind_endpoint, with_both);
  EXPECT(find_policy(at_endpoint.cited, target, &behind_endpoint) == &behind_endpoint.endpoint);
  EXPECT(find_statement(at_endpoint.cited, &behind_endpoint.endpoint) == nullptr);

  const Policies all_kinds = [] {
    Policies policies = bounded(only<never, to_ta>, s3);
    policies.session = only<s3, to_ta>;
    return policies;
  }();
  Citation found;
  EXPECT(find_policy(found, target, &all_kinds) == nullptr);
  found.gate = Gate::identity;
  EXPECT(find_policy(found, target, &all_kinds) == nullptr);  // among them, and in none
  EXPECT(find_policy(found, target, nullptr) == nullptr);
  found.policy = 1;
  EXPECT(find_policy(found, target, &all_kinds) == &all_kinds.identity[1]);
  found.policy = 2;
  EXPECT(find_policy(found, target, &all_kinds) == nullptr);
  found.gate = Gate::boundary;
  EXPECT(find_policy(found, target, &all_kinds) == &all_kinds.boundary);
  found.gate = Gate::session;
  found.policy = 1;
  EXPECT(find_policy(found, target, &all_kinds) == &all_kinds.session[1]);
  EXPECT(find_statement(found, nullptr) == nullptr);
  EXPECT(find_condition(found, nullptr) == nullptr);
}

DUAL_TEST_CASE("gates have names") {
  EXPECT(name_of(Gate::trust) == "trust policy");
  EXPECT(name_of(Gate::boundary) == "permissions boundary");
  EXPECT(name_of(Gate::service_control) == "service control policy");
  EXPECT(name_of(Gate::endpoint) == "VPC endpoint policy");
}

DUAL_TEST_CASE("a session begins where the policies allow it, and the verdict says why where they do not") {
  constexpr StsRequest request{.session_name = "s1"};
  EXPECT(assume_role(alice, target, request, alices_policies, with_both).has_value());
  EXPECT(denied<the_conditions_are_met>(assume_role(alice, target, request, alices_policies, without_mfa).error()));
  EXPECT(denied_explicitly<side_denies>(assume_role(alice, target, request, walled, without_mfa).error()));
}

static_assert(holds<may_assume, alice, target, alices_policies, with_both>);
static_assert(session_of<alice, target, alices_policies, with_both>.begun_by() == Principal(alice));

// AWS does not say which of several statements is at fault. The verdict cites the one that takes the caller furthest
// (TrustOutcome), and the first of those that take it equally far.
namespace {
#define ADMITS(condition) \
  R"({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"})" condition "}"
#define WITH_MFA IF(R"("Bool": {"aws:MultiFactorAuthPresent": "true"})")
#define WITH_ID IF(R"("StringEquals": {"sts:ExternalId": "c-42"})")
constexpr auto mfa_or_id = POLICY(ADMITS(WITH_MFA) "," ADMITS(WITH_ID)) ""_trust_policy;
constexpr auto mfa_or_anyhow = POLICY(ADMITS(WITH_MFA) "," ADMITS("")) ""_trust_policy;
constexpr ContextKey no_mfa[] = {ContextKey::absent("aws:MultiFactorAuthPresent")};
constexpr ContextKey no_id[] = {ContextKey::absent("sts:ExternalId")};
}  // namespace

DUAL_TEST_CASE("of several statements the one that takes the caller furthest is cited, and the first of equals") {
  const Verdict neither = may_assume(alice, tb(mfa_or_id), own(only<to_all>), nothing_else);
  EXPECT(denied<the_conditions_are_met>(neither));
  EXPECT(cites(neither, Gate::trust, 0, 0));
  const Verdict both_open = may_assume(alice, tb(mfa_or_id), own(only<to_all>));
  EXPECT(both_open.decision == Decision::unknown);
  EXPECT(cites(both_open, Gate::trust, 0, 0));
  // A statement that is open takes the caller further than one that is not met.
  const Verdict first_open =
      may_assume(alice, tb(mfa_or_id), own(only<to_all>), RequestContext(no_id, KeyState::unknown));
  EXPECT(first_open.decision == Decision::unknown);
  EXPECT(cites(first_open, Gate::trust, 0, 0));
  const Verdict second_open =
      may_assume(alice, tb(mfa_or_id), own(only<to_all>), RequestContext(no_mfa, KeyState::unknown));
  EXPECT(second_open.decision == Decision::unknown);
  EXPECT(cites(second_open, Gate::trust, 1, 0));
  // Both lack the caller's own Allow, and only the first lacks MFA too.
  const Verdict silent = may_assume(alice, tb(mfa_or_anyhow), own(only<s3>), nothing_else);
  EXPECT(denied<own_policies>(silent));
  EXPECT(silent.statement == 1);
}

DUAL_TEST_CASE(
    "a citation finds the first policy, statement and condition of the first level, and none beyond the last") {
  Citation found;
  found.gate = Gate::service_control;
  found.policy = 0;
  EXPECT(find_policy(found, target, &walled) == nullptr);  // at no level
  found.level = 0;
  EXPECT(find_policy(found, target, &walled) == &full_level[0]);
  found.level = 1;
  found.policy = 1;
  EXPECT(find_policy(found, target, &walled) == &denying_level[1]);
  found.policy = 2;
  EXPECT(find_policy(found, target, &walled) == nullptr);
  found.level = 2;
  found.policy = 0;
  EXPECT(find_policy(found, target, &walled) == nullptr);

  const Role role = tb(mfa_or_id);
  const Policy& trust = role.trust();
  EXPECT(find_statement(Citation{}, &trust) == nullptr);
  const Citation first{.statement = 0, .condition = 0}, unconditional{.statement = 0};
  EXPECT(find_statement(first, &trust) == &trust.statements()[0]);
  EXPECT(find_condition(first, &trust) == &trust.conditions_of(trust.statements()[0])[0]);
  EXPECT(find_condition(unconditional, &trust) == nullptr);
}

namespace {
constexpr auto all_but_by_tag = POLICY(ALLOWED(
    "*", "*") ","
              R"({"Effect": "Deny", "Action": "*",
  "NotResource": "arn:aws:iam::111122223333:role/${aws:PrincipalTag/role}"})") ""_identity_policy;
constexpr auto not_for_others = POLICY(STATEMENT(ANYONE, "Allow", "*", "*", "") "," STATEMENT(
    R"(, "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:user/alice"})", "Deny", AR, "*", "")) ""_endpoint_policy;
}  // namespace

// IAM policy elements: Variables and tags,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
DUAL_TEST_CASE("what NotResource does with a variable that has no value is open (U-110)") {
  const ContextKey tagged[] = {{"aws:PrincipalTag/role", "target"}}, otherwise[] = {{"aws:PrincipalTag/role", "x"}};
  EXPECT(allowed(may_assume(alice, ta(account_a), own(only<all_but_by_tag>), RequestContext(tagged))));
  EXPECT(denied_explicitly<side_denies>(
      may_assume(alice, ta(account_a), own(only<all_but_by_tag>), RequestContext(otherwise))));
  EXPECT(may_assume(alice, ta(account_a), own(only<all_but_by_tag>), nothing_else).is_unknown());
}

// AWS JSON policy elements: NotPrincipal,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
DUAL_TEST_CASE("a Deny with NotPrincipal binds everyone whom it does not list, and is open for those listed (U-109)") {
  EXPECT(may_assume(alice, ta(account_a), through(only<to_ta>, not_for_others)).is_unknown());
  EXPECT(may_assume(IamUser(a, "bob"), ta(account_a), through(only<to_ta>, not_for_others)).decision ==
         Decision::denied_explicitly);
}

// The place that a compile error names: people count from 1.
DUAL_TEST_CASE("an error at compile time names policy, level and statement") {
  const auto place = [](const Verdict& verdict, const Policies& policies, Text expected) {
    Buffer<192> out;
    const Policy* const policy = find_policy(verdict.cited, target, &policies);
    detail::tell_where(out, verdict.cited, find_statement(verdict.cited, policy));
    return out.view() == expected;
  };
  EXPECT(
      place(may_assume(alice, target, alices_policies, without_mfa), alices_policies, "statement 2 of trust policy"));
  EXPECT(place(may_assume(alice, target, walled, with_both), walled,
               "statement 2 of service control policy 2 of level 2"));
  EXPECT(place(may_assume(alice, target, denied_at_the_root, with_both), denied_at_the_root,
               "statement 2 of service control policy 2 of level 1"));
  EXPECT(
      place(may_assume(alice, target, behind_endpoint, with_both), behind_endpoint, "no Allow in VPC endpoint policy"));
  EXPECT(place(may_assume(alice, target, alices_policies, with_both), alices_policies, "statement 2 of trust policy"));
}
