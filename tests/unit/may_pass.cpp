// Who may pass which role to a service. The ids in the comments are those of the worked cases from which the
// expectations come. Accounts: A 111122223333, B 444455556666.
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
constexpr RoleSession s1(a, "app", "s1");
constexpr Service ec2("ec2.amazonaws.com");

constexpr auto for_ec2 = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
constexpr auto for_lambda = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "lambda.amazonaws.com"}}})"_trust_policy;
constexpr Role web(a, "web", for_ec2), function(a, "function", for_lambda), foreign(b, "web", for_ec2);
constexpr Role chinese(a, "web", for_ec2, Partition::aws_cn);

#define OWN(effect, action, resource, condition)                                             \
  R"({"Version": "2012-10-17", "Statement": {"Effect": ")" effect R"(", "Action": ")" action \
  R"(", "Resource": ")" resource R"(")" condition                                            \
  "}}"                                                                                       \
  ""_identity_policy
#define TO(service) R"(, "Condition": {"StringEquals": {"iam:PassedToService": ")" service R"("}})"
#define WEB "arn:aws:iam::111122223333:role/web"
constexpr auto run_instances = OWN("Allow", "ec2:RunInstances", "*", "");
constexpr auto pass_web = OWN("Allow", "iam:PassRole", WEB, "");
constexpr auto pass_all = OWN("Allow", "IAM:Pass*", "*", "");
constexpr auto pass_to_lambda = OWN("Allow", "iam:PassRole", "*", TO("lambda.amazonaws.com"));
constexpr auto pass_to_ec2 = OWN("Allow", "iam:PassRole", "*", TO("ec2.amazonaws.com"));
constexpr auto pass_to_tasks = OWN("Allow", "iam:PassRole", "*", TO("ecs-tasks.amazonaws.com"));
constexpr auto never = OWN("Deny", "iam:PassRole", "*", "");
constexpr auto assume_all = OWN("Allow", "sts:AssumeRole", "*", "");

template <const auto&... Literal>
constexpr IdentityPolicy only[] = {Literal...};
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

constexpr ContextKey to_ec2_keys[] = {{"iam:PassedToService", "ec2.amazonaws.com"}};
constexpr ContextKey to_lambda_keys[] = {{"iam:PassedToService", "lambda.amazonaws.com"}};
constexpr ContextKey to_tasks_keys[] = {{"iam:PassedToService", "ecs-tasks.amazonaws.com"}};
constexpr RequestContext to_ec2 = to_ec2_keys, to_lambda = to_lambda_keys, to_tasks = to_tasks_keys;

constexpr Judged<Verdict> cites(const Verdict& verdict, Gate gate, int statement, int condition = -1, int policy = 0) {
  return {verdict.action == "iam:PassRole" && verdict.cited.gate == gate && verdict.cited.policy == policy &&
          verdict.cited.statement == statement && verdict.cited.condition == condition,
          verdict};
}
constexpr Judged<Verdict> allowed(const Verdict& verdict) {
  return {verdict && verdict.rule == nullptr && verdict.action == "iam:PassRole", verdict};
}
template <class Rule>
constexpr Judged<Verdict> denied(const Verdict& verdict, Decision how = Decision::denied_implicitly) {
  return {!verdict && verdict.decision == how && verdict.refused_by<Rule>() && verdict.action == "iam:PassRole",
          verdict};
}
template <class Rule>
constexpr Judged<Verdict> unknown(const Verdict& verdict) {
  return {!verdict && verdict.is_unknown() && verdict.left_open_by<Rule>() && verdict.action == "iam:PassRole",
          verdict};
}

using may_pass_it = the_caller_may_pass_the_role;
using side_denies = the_callers_policies_do_not_deny;

}  // namespace

// Grant a user permissions to pass a role to an AWS service,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
DUAL_TEST_CASE("a role is passed by whose own policies allow iam:PassRole on it") {
  const Verdict without = may_pass(alice, web, own(only<run_instances>), to_ec2);  // sv-08
  EXPECT(denied<may_pass_it>(without));
  EXPECT(without.cited.gate == Gate::identity);
  EXPECT(without.cited.statement == -1);
  const Verdict with = may_pass(alice, web, own(only<run_instances, pass_web>), to_ec2);
  EXPECT(allowed(with));
  EXPECT(cites(with, Gate::identity, 0, -1, 1));
  EXPECT(denied<may_pass_it>(may_pass(alice, function, own(only<pass_web>), to_lambda)));
  EXPECT(allowed(may_pass(alice, function, own(only<pass_all>), to_lambda)));
  EXPECT(allowed(may_pass(s1, web, own(only<pass_web>), to_ec2)));
  EXPECT(denied<may_pass_it>(may_pass(alice, web, own(only<assume_all>), to_ec2)));
  const Verdict denial = may_pass(alice, web, own(only<pass_web, never>), to_ec2);
  EXPECT(denied<side_denies>(denial, Decision::denied_explicitly));
  EXPECT(cites(denial, Gate::identity, 0, -1, 1));
  Policies more = own(only<run_instances>);
  more.other_identity_policies = true;
  EXPECT(unknown<may_pass_it>(may_pass(alice, web, more, to_ec2)));
}

DUAL_TEST_CASE("in one word what the own policies say") {
  EXPECT(allowed(may_pass(alice, web, CallerSide::allows)));
  EXPECT(denied<may_pass_it>(may_pass(alice, web, CallerSide::silent)));
  EXPECT(denied<may_pass_it>(may_pass(alice, web, CallerSide::blocked)));
  EXPECT(denied<side_denies>(may_pass(alice, web, CallerSide::denies), Decision::denied_explicitly));
  EXPECT(unknown<may_pass_it>(may_pass(alice, web)));
}

DUAL_TEST_CASE("passing a role and its being assumed are two questions") {
  // sv-09: passed to EC2, which the role does not trust.
  EXPECT(allowed(may_pass(alice, function, own(only<pass_all>), to_ec2)));
  EXPECT(refused_by<the_trust_policy_names_the_caller>(may_assume(ec2, function)));
  // sv-11: taken away once the instance runs, which is not asked again.
  EXPECT(denied<may_pass_it>(may_pass(alice, web, own(only<run_instances>), to_ec2)));
  EXPECT(may_assume(ec2, web));
  // sv-13: a role that trusts only its service cannot be assumed by whoever may assume anything.
  const Role linked(a, "/aws-service-role/ec2.amazonaws.com/", "AWSServiceRoleForEC2", for_ec2);
  EXPECT(refused_by<the_trust_policy_names_the_caller>(may_assume(alice, linked, own(only<assume_all>))));
}

DUAL_TEST_CASE("iam:PassedToService tells to which service a role may be passed") {
  EXPECT(allowed(may_pass(alice, web, own(only<pass_to_ec2>), to_ec2)));
  const Verdict other = may_pass(alice, web, own(only<pass_to_lambda>), to_ec2);  // sv-10
  EXPECT(denied<may_pass_it>(other));
  EXPECT(cites(other, Gate::identity, 0, 0));
  EXPECT(allowed(may_pass(alice, function, own(only<pass_to_lambda>), to_lambda)));           // mp-05
  EXPECT(denied<may_pass_it>(may_pass(alice, function, own(only<pass_to_ec2>), to_lambda)));  // mp-05
  EXPECT(allowed(may_pass(alice, function, own(only<pass_to_tasks>), to_tasks)));             // mp-06
  EXPECT(denied<may_pass_it>(may_pass(alice, function, own(only<pass_to_ec2>), to_tasks)));   // mp-06
  const Verdict open = may_pass(alice, web, own(only<pass_to_ec2>));
  EXPECT(unknown<may_pass_it>(open));
  EXPECT(cites(open, Gate::identity, 0, 0));
}

DUAL_TEST_CASE("a role is passed within its account only: sv-12") {
  using rule = a_role_is_passed_within_its_account;
  EXPECT(denied<rule>(may_pass(alice, foreign, own(only<pass_all>), to_ec2)));
  EXPECT(denied<rule>(may_pass(alice, foreign)));
  EXPECT(denied<rule>(may_pass(RootUser(a), foreign)));
  EXPECT(denied<rule>(may_pass(alice, chinese, own(only<pass_all>), to_ec2)));
  EXPECT(allowed(may_pass(IamUser(b, "zoe"), foreign, own(only<pass_all>), to_ec2)));
}

DUAL_TEST_CASE("boundary and session policy must allow it as well") {
  const Verdict by_boundary = may_pass(alice, web, bounded(only<pass_web>, run_instances), to_ec2);
  EXPECT(denied<may_pass_it>(by_boundary));
  EXPECT(cites(by_boundary, Gate::boundary, -1));
  EXPECT(allowed(may_pass(alice, web, bounded(only<pass_web>, pass_all), to_ec2)));
  const Verdict by_session = may_pass(s1, web, in_session(only<pass_web>, only<run_instances>), to_ec2);
  EXPECT(denied<may_pass_it>(by_session));
  EXPECT(cites(by_session, Gate::session, -1));
  EXPECT(allowed(may_pass(s1, web, in_session(only<pass_web>, only<run_instances, pass_all>), to_ec2)));
  EXPECT(denied<side_denies>(may_pass(s1, web, in_session(only<pass_web>, only<pass_all, never>), to_ec2),
                             Decision::denied_explicitly));
}

namespace {

constexpr auto control_all =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}})"_service_control_policy;
constexpr auto control_ec2 =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}})"_service_control_policy;
constexpr auto control_no_pass =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "iam:PassRole", "Resource": "*"}})"_service_control_policy;
constexpr ServiceControlPolicy all_level[] = {control_all}, ec2_level[] = {control_ec2},
                               no_pass_level[] = {control_all, control_no_pass};
constexpr Span<ServiceControlPolicy> open_levels[] = {all_level}, gap[] = {all_level, ec2_level},
                                     denial[] = {no_pass_level};

constexpr Policies under(Span<IdentityPolicy> identity, Span<Span<ServiceControlPolicy>> levels) {
  Policies policies = own(identity);
  policies.service_control = levels;
  return policies;
}

}  // namespace

// Service control policies, https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
DUAL_TEST_CASE("the root user needs no Allow of its own; service control policies bind it like everybody") {
  using levels_allow = every_level_of_service_control_policies_allows;
  for (const Principal& who : {Principal(RootUser(a)), Principal(alice)}) {
    EXPECT(allowed(may_pass(who, web, under(only<pass_all>, open_levels), to_ec2)));
    const Verdict left_out = may_pass(who, web, under(only<pass_all>, gap), to_ec2);
    EXPECT(denied<levels_allow>(left_out));
    EXPECT(left_out.cited.level == 1);
    const Verdict denied_above = may_pass(who, web, under(only<pass_all>, denial), to_ec2);
    EXPECT(denied<side_denies>(denied_above, Decision::denied_explicitly));
    EXPECT(denied_above.cited.gate == Gate::service_control);
  }
  EXPECT(allowed(may_pass(RootUser(a), web)));
  EXPECT(allowed(may_pass(RootUser(a), web, own({}), to_ec2)));
  EXPECT(allowed(may_pass(*get_session_token(RootUser(a)), web, own({}), to_ec2)));
}

DUAL_TEST_CASE("services and whoever shows a token pass no role; sessions pass roles like users") {
  constexpr WebIdentity job = *WebIdentity::from("accounts.google.com");
  constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");
  using rule = only_users_and_sessions_pass_roles;
  constexpr auto how = Decision::invalid_request;
  EXPECT(denied<rule>(may_pass(ec2, web, own(only<pass_all>), to_ec2), how));
  EXPECT(denied<rule>(may_pass(job, web, CallerSide::allows), how));
  EXPECT(denied<rule>(may_pass(employee, web, CallerSide::allows), how));
  const Begun begun = assume_role(ec2, web, {.session_name = "s1"});
  EXPECT(allowed(may_pass(*begun, web, own(only<pass_web>), to_ec2)));
  EXPECT(denied<may_pass_it>(may_pass(*begun, function, own(only<pass_web>), to_ec2)));
}

namespace {

constexpr Policies alices_policies = own(only<pass_web>);

}  // namespace

static_assert(holds<may_pass, alice, web, alices_policies, to_ec2>);
