// How long sessions can last, what ends them before their time, the edges of a chain, and the operations that few
// callers need. The ids in the comments are those of the worked cases from which the expectations come. Accounts: A
// 111122223333, B 444455556666; the management account of the organization is 999988887777.
#include "dual.hpp"

#include <initializer_list>
#include <whence/catalog.hpp>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto a = "111122223333"_account;
constexpr auto b = "444455556666"_account;
constexpr auto m = "999988887777"_account;
constexpr IamUser alice(a, "alice");
constexpr RootUser root(a);
constexpr Service ec2("ec2.amazonaws.com"), lambda("lambda.amazonaws.com"), ssm("ssm.amazonaws.com");
constexpr RoleSession elsewhere(a, "app", "s1");
constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");
constexpr WebIdentity token_holder = *WebIdentity::from("accounts.google.com");

constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"], "Principal": {
    "AWS": "111122223333", "Service": ["ec2.amazonaws.com", "ssm.amazonaws.com", "autoscaling.amazonaws.com"]}},
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "accounts.google.com"}},
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML", "Principal": {
    "Federated": "arn:aws:iam::111122223333:saml-provider/idp"}}
]})"_trust_policy;
constexpr Role hour(a, "hour", trust), twelve = Role(a, "twelve", trust).with_maximum_session(hours(12));
constexpr Role linked(a, "/aws-service-role/autoscaling.amazonaws.com/", "AWSServiceRoleForAutoScaling", trust);

constexpr auto allows = CallerSide::allows, silent = CallerSide::silent, denies = CallerSide::denies;
constexpr StsRequest asking(Seconds duration = StsRequest::not_stated, Instant at = {}) {
  return {.session_name = "s1", .duration = duration, .at = at};
}
template <class Value>
constexpr Verdict why(const Result<Value, Verdict>& result) {
  return result ? Verdict{} : result.error();
}
constexpr std::int64_t length(const Session& session) { return (session.ends() - session.begins()).count; }
template <class Rule>
constexpr Judged<Verdict> invalid(const Verdict& verdict) {
  return {verdict.refused_by<Rule>() && verdict.decision == Decision::invalid_request, verdict};
}
template <class Rule>
constexpr Judged<Verdict> denied(const Verdict& verdict) {
  return {verdict.refused_by<Rule>() && verdict.decision == Decision::denied_implicitly, verdict};
}
using by_operation = rules::the_duration_is_within_the_operations_limits;
using by_role = rules::the_duration_is_within_the_roles_maximum;
using by_chain = rules::a_chained_session_lasts_an_hour;

// A lifetime that is known, and what caps it.
template <class Rule>
constexpr bool lasts(const LongestLifetime& lifetime, Seconds longest) {
  return lifetime.longest == longest && lifetime.certain == longest && lifetime.cap == &Rule::info;
}

}  // namespace

// AssumeRoleWithSAML, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html; GetSessionToken,
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html; and Methods to assume a role,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html
DUAL_TEST_CASE(
    "too long a wish is an error, or cut for the root user, or ended by the sign-in, and these are told apart") {
  // duration-above-max-fails: an error, and no shorter session.
  EXPECT(invalid<by_role>(why(assume_role(alice, hour, asking(hours(2)), allows))));  // du-02
  EXPECT(assume_role(alice, twelve, asking(hours(12)), allows)->lifetime_basis() == LifetimeBasis::as_asked);
  EXPECT(assume_role(alice, twelve, asking(), allows)->lifetime_basis() == LifetimeBasis::not_asked);  // du-03
  // root-token-one-hour-silent
  const Session cut = *get_session_token(root, {.duration = hours(36)});  // du-17
  EXPECT(length(cut) == 3600);
  EXPECT(cut.lifetime_basis() == LifetimeBasis::cut_for_root);
  EXPECT(get_federation_token(root, "carol", {.duration = hours(12)})->lifetime_basis() ==
         LifetimeBasis::cut_for_root);  // du-19
  EXPECT(get_session_token(root, {.duration = hours(1)})->lifetime_basis() == LifetimeBasis::as_asked);
  EXPECT(get_session_token(root)->lifetime_basis() == LifetimeBasis::not_asked);
  EXPECT(length(*get_session_token(root)) == 3600);
  EXPECT(get_session_token(alice, {.duration = hours(36)})->lifetime_basis() == LifetimeBasis::as_asked);
  // saml-duration-minimum-of
  const Session ended = *assume_role(
      employee, twelve, {.session_name = "s1", .duration = hours(2), .at = {1000}, .sign_in_ends = {2800}});  // du-14
  EXPECT(length(ended) == 1800);
  EXPECT(ended.lifetime_basis() == LifetimeBasis::ends_with_sign_in);
  const Session later = *assume_role(
      employee, twelve, {.session_name = "s1", .duration = hours(2), .at = {1000}, .sign_in_ends = {99999}});
  EXPECT(length(later) == 7200);
  EXPECT(later.lifetime_basis() == LifetimeBasis::as_asked);
  // Even then more than the role's maximum is an error.
  EXPECT(invalid<by_role>(
      why(assume_role(employee, hour, {.session_name = "s1", .duration = hours(2), .sign_in_ends = {1800}}))));
  EXPECT(invalid<by_chain>(why(assume_role(elsewhere, twelve, asking(hours(2)), allows))));  // du-06
}

DUAL_TEST_CASE("a session could last as long as its operation, its role and its chain let it") {
  const Session first = *assume_role(alice, twelve, asking(minutes(15)), allows);
  const Session by_token = *assume_role(token_holder, twelve, asking());
  const Session by_assertion = *assume_role(employee, twelve, asking());
  EXPECT(lasts<by_role>(longest_lifetime_of(first), hours(12)));         // du-01
  EXPECT(lasts<by_role>(longest_lifetime_of(by_token), hours(12)));      // du-09
  EXPECT(lasts<by_role>(longest_lifetime_of(by_assertion), hours(12)));  // chaining-not-first-hop
  EXPECT(lasts<by_role>(longest_lifetime_of(*assume_role(alice, hour, asking(), allows)), hours(1)));
  const Session chained = *assume_role(first, twelve, asking(), allows);
  EXPECT(lasts<by_chain>(longest_lifetime_of(chained), hours(1)));  // du-07, trap-chain-one-hour
  EXPECT(lasts<by_chain>(longest_lifetime_of(*assume_role(by_token, twelve, asking(), allows)), hours(1)));  // du-10
  const Session delivered = *assume_role(ec2, hour, asking(hours(6)));
  EXPECT(longest_lifetime_of(delivered).certain >= hours(6));  // du-12, max-session-not-for-services
  EXPECT(lasts<by_chain>(longest_lifetime_of(*assume_role(delivered, twelve, asking(), allows)),
                         hours(1)));  // du-11, trap-instance-then-assume
  EXPECT(lasts<by_operation>(longest_lifetime_of(*get_session_token(alice)), hours(36)));  // du-16
  EXPECT(lasts<by_operation>(longest_lifetime_of(*get_federation_token(alice, "carol", {}, allows)), hours(36)));
  EXPECT(lasts<rules::root_sessions_last_an_hour>(longest_lifetime_of(*get_session_token(root)), hours(1)));
  EXPECT(lasts<rules::root_sessions_last_an_hour>(longest_lifetime_of(*get_federation_token(root, "carol", {})),
                                                  hours(1)));
  const Session signed_in =
      *assume_role(employee, twelve, {.session_name = "s1", .duration = hours(2), .sign_in_ends = {1800}});
  EXPECT(lasts<rules::a_session_ends_with_its_sign_in>(longest_lifetime_of(signed_in), seconds(1800)));  // du-14
}

DUAL_TEST_CASE("behind GetSessionToken more than an hour is open (X-4)") {
  const Session token = *get_session_token(alice);
  const Session on_twelve = *assume_role(token, twelve, asking(), allows);
  const LongestLifetime open = longest_lifetime_of(on_twelve);
  EXPECT(open.certain == hours(1));
  EXPECT(open.longest == hours(12));
  EXPECT(open.open == &by_chain::info);
  EXPECT(lasts<by_role>(longest_lifetime_of(*assume_role(token, hour, asking(), allows)), hours(1)));
  EXPECT(longest_lifetime_of(Chain(on_twelve)).certain == hours(1));
}

// U-2
DUAL_TEST_CASE("each session of a chain ends by itself") {
  const Session first = *assume_role(alice, twelve, asking(minutes(15), {0}), allows);
  const Session second = *assume_role(first, twelve, asking(hours(1), {600}), allows);
  EXPECT(second.ends() == Instant{4200});  // child-may-outlive-parent, trap-expiry-of-parent
  EXPECT(is_usable(second, {4199}));
  EXPECT(!is_usable(first, {4199}));
  EXPECT(is_usable(Chain(second), {4199}));
  EXPECT(!is_usable(Chain(second), {4200}));
  EXPECT(Chain(second).earliest_end() == Instant{900});
  EXPECT(lasts<by_chain>(longest_lifetime_of(Chain(second)), hours(1)));
  EXPECT(lasts<by_role>(longest_lifetime_of(Chain(first)), hours(12)));
}

namespace {

constexpr OsUser zoe("zoe", Privilege::ordinary, Plane::client), ec2_user("ec2-user");
constexpr Software cli("aws-cli", zoe);
constexpr Place memory = catalog::cli_memory.owned_by(zoe);
constexpr Flow profile = assumes(ec2, hour) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                         read_by(ec2_user) | calls("s3:GetObject");
constexpr Flow by_hand = assumes(alice, twelve, allows) | rests_in(memory) | read_by(cli) | calls("s3:GetObject");
constexpr Flow chained_flow =
    assumes(elsewhere, twelve, allows) | rests_in(memory) | read_by(cli) | calls("s3:GetObject");

}  // namespace

// Methods to assume a role, as above
DUAL_TEST_CASE("a flow lasts as long as the session that it begins, a design as long as its shortest") {
  EXPECT(lasts<by_role>(longest_lifetime_of(by_hand), hours(12)));
  EXPECT(lasts<by_chain>(longest_lifetime_of(chained_flow), hours(1)));
  // A service sets it, within what the operation takes.
  EXPECT(longest_lifetime_of(profile).longest == hours(12));
  EXPECT(longest_lifetime_of(profile).open != nullptr);
  const Design both{by_hand, chained_flow};
  EXPECT(lasts<by_chain>(longest_lifetime_of(both), hours(1)));
}

namespace {

constexpr Session on_twelve = *assume_role(alice, twelve, asking(), allows);
constexpr Chain chain_of_one(on_twelve);
static_assert(longest_lifetime<on_twelve> >= hours{12});
static_assert(longest_lifetime<chain_of_one> >= hours{6});
static_assert(longest_lifetime<by_hand> >= hours{12});
static_assert(longest_lifetime<chained_flow> >= hours{1});
static_assert(longest_lifetime<on_twelve>.value() == hours{12});

}  // namespace

// Revoke IAM role temporary security credentials,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
DUAL_TEST_CASE("a session is used while it is valid") {
  const Session session = *assume_role(alice, hour, asking(hours(1), {1000}), allows);
  EXPECT(is_usable(session, {1000}));
  EXPECT(is_usable(session, {4599}));
  EXPECT(invalid<rules::a_session_is_used_before_it_ends>(is_usable(session, {4600})));
  EXPECT(!is_usable(session, {999}));
}

DUAL_TEST_CASE("what is revoked are the older sessions of the role, and no others") {
  using revoked = rules::the_session_is_not_revoked;
  const Session older = *assume_role(alice, hour, asking(hours(1), {1000}), allows);
  const Session newer = *assume_role(alice, hour, asking(hours(1), {2000}), allows);
  const Session downstream = *assume_role(older, twelve, asking(hours(1), {1500}), allows);
  const Session unrelated = *assume_role(alice, twelve, asking(hours(1), {1000}), allows);
  const Revocation revocation{.role = &hour, .issued_before = {2000}};
  const Verdict verdict = is_usable(older, {2100}, revocation);  // revoke-older-sessions
  EXPECT(refused_by<revoked>(verdict));
  EXPECT(verdict.decision == Decision::denied_explicitly);
  EXPECT(is_usable(newer, {2100}, revocation));
  EXPECT(is_usable(unrelated, {2100}, revocation));
  EXPECT(is_usable(downstream, {2100}, revocation));  // trap-revocation-downstream, revoke-propagation
  EXPECT(is_usable(older, {2100}));
  // The same role by its ARN, where it is another object.
  const Role same(a, "hour", trust), same_name_in_b(b, "hour", trust);
  EXPECT(refused_by<revoked>(is_usable(older, {2100}, Revocation{.role = &same, .issued_before = {2000}})));
  EXPECT(is_usable(older, {2100}, Revocation{.role = &same_name_in_b, .issued_before = {2000}}));
  // revoke-not-slr
  const Session of_service = *assume_role(Service("autoscaling.amazonaws.com"), linked, asking(hours(1), {1000}));
  EXPECT(is_usable(of_service, {2100}, Revocation{.role = &linked, .issued_before = {2000}}));
  // Sessions of users have no role.
  const Session token = *get_session_token(alice, {.at = {1000}});
  EXPECT(is_usable(token, {2100}, revocation));
}

DUAL_TEST_CASE("without its role a session may do nothing, and those begun with it stay") {
  const Session session = *assume_role(alice, hour, asking(), allows);
  const Session downstream = *assume_role(session, twelve, asking(), allows);
  const Revocation deleted{.role = &hour, .role_is_deleted = true};
  EXPECT(denied<rules::a_session_needs_its_role>(is_usable(session, {10}, deleted)));  // temp-cred-no-revoke
  EXPECT(is_usable(downstream, {10}, deleted));
}

// IAM roles, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html, and the pages of the other edges
DUAL_TEST_CASE("of the five edges of a chain one changes the principal") {
  EXPECT(sizeof edges / sizeof edges[0] == 5);
  EXPECT(info_of(EdgeKind::assumed_by).changes_principal);
  for (const EdgeKind kind :
       {EdgeKind::configured_by, EdgeKind::delivered_by, EdgeKind::forwarded_by, EdgeKind::identified_by}) {
    EXPECT(!info_of(kind).changes_principal);
    EXPECT(info_of(kind).kind == kind);
  }
  EXPECT(info_of(EdgeKind::identified_by).name == "identified_by");
}

namespace {

struct Edges {
  EdgeKind kinds[8]{};
  Principal by[8] = {root, root, root, root, root, root, root, root};
  const Session* sessions[8]{};
  std::size_t count = 0;
};
constexpr Edges edges_of(const Session& session) {
  Edges found;
  for_each_edge(Chain(session), [&](const Edge& edge) {
    found.kinds[found.count] = edge.kind;
    found.by[found.count] = *edge.by;
    found.sessions[found.count++] = edge.session;
  });
  return found;
}

}  // namespace

// Instance profiles: IAM roles for Amazon EC2,
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
DUAL_TEST_CASE("the edges of a chain lead back to its origin") {
  const Result<PassedRole, Verdict> passed = pass_role(alice, hour, ec2, allows);
  const InstanceIdentity instance(a, "i-0123456789abcdef0");
  const Session delivered = *assume_role(ec2, hour, {.session_name = "i-0123456789abcdef0", .configured_by = &*passed});
  const Session second = *assume_role(delivered, twelve, asking(), allows);
  const Edges found = edges_of(second);
  EXPECT(found.count == 4);
  EXPECT(found.kinds[0] == EdgeKind::assumed_by);
  EXPECT(found.by[0] == delivered.principal());  // assumer-is-caller-of-assumerole
  EXPECT(found.sessions[0] == &second);
  EXPECT(found.kinds[1] == EdgeKind::delivered_by);  // instance-profile-assumer-is-ec2
  EXPECT(found.by[1] == Principal(ec2));
  EXPECT(found.kinds[2] == EdgeKind::assumed_by);
  EXPECT(found.by[2] == Principal(ec2));
  EXPECT(found.kinds[3] == EdgeKind::configured_by);  // passrole-not-an-assumption
  EXPECT(found.by[3] == Principal(alice));
  EXPECT(found.sessions[3] == &delivered);
  // iir-registers-instance, dhmc-assumer-is-ssm
  const Session managed = *assume_role(ssm, hour, {.session_name = "i-0123456789abcdef0", .identified_by = &instance});
  const Edges host = edges_of(managed);
  EXPECT(host.count == 3);
  EXPECT(host.kinds[0] == EdgeKind::delivered_by);
  EXPECT(host.kinds[1] == EdgeKind::assumed_by);
  EXPECT(host.by[1] == Principal(ssm));
  EXPECT(host.kinds[2] == EdgeKind::identified_by);
  EXPECT(host.by[2] == Principal(instance));
  // Somebody's own session was delivered by nobody.
  const Session own = *assume_role(alice, hour, asking(), allows);
  EXPECT(edges_of(own).count == 1);
  EXPECT(edges_of(own).kinds[0] == EdgeKind::assumed_by);
  EXPECT(edges_of(own).by[0] == Principal(alice));
}

namespace {

constexpr auto may_pass_hour = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/hour"}})"_identity_policy;
constexpr auto to_lambda = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {
  "iam:PassedToService": "lambda.amazonaws.com"}}}})"_identity_policy;
constexpr auto run_instances =
    R"({"Statement": {"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*"}})"_identity_policy;
constexpr auto trust_lambda = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}})"_trust_policy;
template <const auto&... Literal>
constexpr IdentityPolicy only[] = {Literal...};
constexpr Policies own(Span<IdentityPolicy> identity) {
  Policies policies;
  policies.identity = identity;
  return policies;
}
constexpr Role for_lambda(a, "hour", trust_lambda), in_b(b, "hour", trust);

}  // namespace

// Grant a user permissions to pass a role to an AWS service,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
DUAL_TEST_CASE("passing a role needs iam:PassRole, for this service, within the account") {
  using rule = rules::the_caller_may_pass_the_role;
  EXPECT(denied<rule>(why(pass_role(alice, hour, ec2, own(only<run_instances>)))));  // sv-08
  EXPECT(pass_role(alice, hour, ec2, own(only<may_pass_hour>)).has_value());
  EXPECT(denied<rule>(why(pass_role(alice, twelve, ec2, own(only<may_pass_hour>)))));
  EXPECT(denied<rule>(why(pass_role(alice, hour, ec2, own(only<to_lambda>)))));  // sv-10
  EXPECT(pass_role(alice, hour, lambda, own(only<to_lambda>)).has_value());
  EXPECT(refused_by<rules::a_role_is_passed_within_its_account>(why(pass_role(alice, in_b, ec2, allows))));  // sv-12
  EXPECT(why(pass_role(alice, hour, ec2, denies)).decision == Decision::denied_explicitly);
  EXPECT(is_unknown(why(pass_role(alice, hour, ec2))));
  const PassedRole passed = *pass_role(alice, hour, ec2, allows);
  EXPECT(passed.by() == Principal(alice));
  EXPECT(passed.to() == Principal(ec2));
  EXPECT(&passed.role() == &hour);
  // A session passes roles too.
  const Session session = *assume_role(alice, twelve, asking(), allows);
  EXPECT(pass_role(session, hour, ec2, allows)->by() == session.principal());
}

DUAL_TEST_CASE("a role that was passed is assumed by its trust policy alone, whatever becomes of the permission") {
  // sv-09: the pass succeeds, and the credentials never come.
  const PassedRole passed = *pass_role(alice, for_lambda, ec2, own(only<may_pass_hour>));
  const Verdict never = why(assume_role(ec2, for_lambda, {.session_name = "s1", .configured_by = &passed}));
  EXPECT(denied<rules::the_trust_policy_names_the_caller>(never));
  // sv-11: what is denied to the user later does not stop the service.
  const PassedRole earlier = *pass_role(alice, hour, ec2, own(only<may_pass_hour>));
  EXPECT(!pass_role(alice, hour, ec2, denies));
  EXPECT(assume_role(ec2, hour, {.session_name = "s1", .configured_by = &earlier}).has_value());
}

// Forward access sessions, https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
namespace {

constexpr auto if_via_service = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"},
  "Condition": {"Bool": {"aws:ViaAWSService": "true"}}}})"_trust_policy;
constexpr auto if_called_via = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}, "Condition": {
  "ForAnyValue:StringEquals": {"aws:CalledVia": "cloudformation.amazonaws.com"},
  "StringEquals": {"aws:CalledViaFirst": "cloudformation.amazonaws.com",
                   "aws:CalledViaLast": "dynamodb.amazonaws.com"}}}})"_trust_policy;
constexpr auto if_from_endpoint = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"},
  "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-1"}}}})"_trust_policy;
constexpr Role via_service(a, "target", if_via_service), called_via(a, "target", if_called_via),
    from_endpoint(a, "target", if_from_endpoint);

}  // namespace

DUAL_TEST_CASE("a request that a service passes on is the caller's still, with keys that say so") {
  const Session session = *assume_role(alice, twelve, asking(), allows);
  const ForwardAccess once(session, Service("cloudformation.amazonaws.com"));
  const ForwardAccess twice(once, Service("dynamodb.amazonaws.com"));
  EXPECT(once.principal() == session.principal());  // trap-fas-is-session
  EXPECT(once.session() == &session);
  EXPECT(once.called_via().size() == 1);
  EXPECT(twice.principal() == session.principal());
  EXPECT(twice.called_via().size() == 2);
  EXPECT(twice.called_via()[0] == "cloudformation.amazonaws.com");
  EXPECT(twice.called_via()[1] == "dynamodb.amazonaws.com");
  EXPECT(call(twice, "dynamodb:GetItem").by == session.principal());
  const ForwardAccess with_key(alice, Service("cloudformation.amazonaws.com"));
  EXPECT(with_key.principal() == Principal(alice));
  EXPECT(with_key.session() == nullptr);
  // result-fas-keeps-principal
  EXPECT(may_assume(once, via_service, allows));
  EXPECT(may_assume(with_key, via_service, allows));
  EXPECT(may_assume(twice, called_via, allows));
  EXPECT(denied<rules::the_conditions_are_met>(may_assume(once, called_via, allows)));
  const ContextKey described[] = {{"sts:RoleSessionName", "s1"}};
  EXPECT(denied<rules::the_conditions_are_met>(may_assume(session, via_service, allows, described)));  // tc-28
  EXPECT(denied<rules::the_callers_own_policies_allow>(may_assume(once, via_service, silent)));
  // result-fas-network-keys: those of the first call are not passed on.
  EXPECT(denied<rules::the_conditions_are_met>(may_assume(once, from_endpoint, allows)));
}

namespace {

constexpr RoleSession administrator(m, "admin", "s1"), delegated(a, "admin", "s1"), of_member(b, "admin", "s1");
constexpr RootAccess central{.management_account = m,
                             .delegated_administrator = a,
                             .is_enabled = Truth::yes,
                             .at_regional_endpoint = Truth::yes};
constexpr Account member(b);
constexpr auto task = RootTask::unlock_queue_policy;

}  // namespace

// AssumeRoot, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html
DUAL_TEST_CASE("AssumeRoot is for a user or a role of the management or the delegated administrator account") {
  using rule = rules::assume_root_is_for_administrators;
  const Session session = *assume_root(delegated, member, task, central, {.at = {1000}}, allows);
  EXPECT(length(session) == 900);  // du-20
  EXPECT(session.kind() == SessionKind::assumed_root);
  EXPECT(session.operation() == Operation::assume_root);
  EXPECT(session.principal() == Principal(RootUser(b)));  // U-6
  EXPECT(session.begun_by() == Principal(delegated));
  EXPECT(session.task() == task);
  EXPECT(session.begins() == Instant{1000});
  EXPECT(session.role() == nullptr);
  EXPECT(invalid<by_operation>(
      why(assume_root(delegated, member, task, central, {.duration = seconds(901)}, allows))));  // du-21
  EXPECT(length(*assume_root(delegated, member, task, central, {.duration = seconds(0)}, allows)) ==
         0);  // trap-assumeroot-zero
  EXPECT(assume_root(administrator, member, task, central, {}, allows).has_value());
  EXPECT(assume_root(IamUser(m, "alice"), member, task, central, {}, allows).has_value());
  EXPECT(denied<rule>(why(assume_root(of_member, member, task, central, {}, allows))));  // op-c11
  EXPECT(denied<rule>(why(assume_root(delegated, member, task, central, {}, silent))));
  EXPECT(why(assume_root(delegated, member, task, central, {}, denies)).decision == Decision::denied_explicitly);
  EXPECT(refused_by<rules::assume_root_is_not_for_root_users>(
      why(assume_root(Principal(RootUser(m)), member, task, central, {}, allows))));  // op-c10
  const Session root_token = *get_session_token(RootUser(m));
  EXPECT(refused_by<rules::assume_root_is_not_for_root_users>(
      why(assume_root(root_token, member, task, central, {}, allows))));
  const Session token = *get_session_token(IamUser(m, "alice"));
  EXPECT(refused_by<rules::session_tokens_call_little_of_sts>(
      why(assume_root(token, member, task, central, {}, allows))));  // m-user-gst
  EXPECT(refused_by<rules::assume_root_is_not_for_root_users>(
      why(assume_root(session, member, task, central, {}, allows))));  // m-assumeroot
  EXPECT(lasts<by_operation>(longest_lifetime_of(session), seconds(900)));
}

DUAL_TEST_CASE("AssumeRoot needs centralized root access and the endpoint of a Region") {
  RootAccess access = central;
  access.at_regional_endpoint = Truth::no;
  const Verdict global = why(assume_root(delegated, member, task, access, {}, allows));
  EXPECT(refused_by<rules::assume_root_is_called_in_a_region>(global));  // op-c12
  access.at_regional_endpoint = Truth::unknown;
  EXPECT(is_unknown(why(assume_root(delegated, member, task, access, {}, allows))));
  access = central;
  access.is_enabled = Truth::no;
  EXPECT(refused_by<rules::assume_root_is_for_administrators>(
      why(assume_root(delegated, member, task, access, {}, allows))));
  EXPECT(is_unknown(why(assume_root(delegated, member, task, RootAccess{}, {}, allows))));
  EXPECT(is_unknown(why(assume_root(delegated, member, task, central, {}))));
}

namespace {
constexpr auto if_assumed_root = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*",
  "Resource": "*", "Condition": {"Bool": {"aws:AssumedRoot": "true"}}}})"_service_control_policy;
constexpr ServiceControlPolicy assumed_root_alone[] = {if_assumed_root};
constexpr auto unless_mfa = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "*", "Resource": "*"},
  {"Effect": "Deny", "Action": "s3:*", "Resource": "*",
   "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}]})"_service_control_policy;
constexpr ServiceControlPolicy mfa_alone[] = {unless_mfa};
}  // namespace

// AWS global condition context keys,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
DUAL_TEST_CASE("the requests of AssumeRoot's session say that they are of an assumed root") {  // result-assumeroot-flag
  const Span<ServiceControlPolicy> levels[] = {assumed_root_alone};
  Policies organization;
  organization.service_control = levels;
  const Session session = *assume_root(delegated, member, RootTask::unlock_bucket_policy, central, {}, allows);
  EXPECT(may_call(session, "s3:GetBucketPolicy", organization));
  const Session other = *get_session_token(RootUser(b));
  EXPECT(!may_call(other, "s3:GetBucketPolicy", organization));
}

// The page says which credentials carry aws:MultiFactorAuthPresent, and does not name those of AssumeRoot.
DUAL_TEST_CASE("whether the session of AssumeRoot carries MFA is not known") {
  const Span<ServiceControlPolicy> levels[] = {mfa_alone};
  Policies organization;
  organization.service_control = levels;
  const Session session = *assume_root(delegated, member, RootTask::unlock_bucket_policy, central, {}, allows);
  EXPECT(is_unknown(may_call(session, "s3:GetBucketPolicy", organization)));
  // A list of keys describes the whole request: it has none.
  constexpr RequestContext nothing_else{Span<ContextKey>{}};
  EXPECT(may_call(session, "s3:GetBucketPolicy", organization, nothing_else).decision == Decision::denied_explicitly);
}

// GetWebIdentityToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html, and Outbound
// identity federation, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html
namespace {
constexpr OutboundFederation enabled{.is_enabled = Truth::yes};
constexpr auto gwit =
    R"({"Statement": {"Effect": "Allow", "Action": "sts:GetWebIdentityToken", "Resource": "*"}})"_identity_policy;
constexpr auto gwit_with_tags = R"({"Statement": {"Effect": "Allow", "Resource": "*",
  "Action": ["sts:GetWebIdentityToken", "sts:TagGetWebIdentityToken"]}})"_identity_policy;
}  // namespace

DUAL_TEST_CASE("GetWebIdentityToken gives a token about the caller, which ends with its session") {
  const Session session = *assume_role(
      alice, twelve, {.session_name = "s1", .duration = hours(1), .at = {1000}, .source_identity = "alice"}, allows);
  const OutboundToken token = *get_web_identity_token(session, enabled, {.at = {1000}}, allows);
  EXPECT((token.ends - token.begins) == seconds(300));  // du-22
  EXPECT(token.begins == Instant{1000});
  EXPECT(token.subject == twelve.arn());  // result-gwit-subject-is-role
  EXPECT(token.source_identity == "alice");
  EXPECT(token.session_ends == Instant{4600});
  using outlives = rules::an_outbound_token_ends_with_its_session;
  EXPECT(invalid<outlives>(
      why(get_web_identity_token(session, enabled, {.duration = hours(1), .at = {4000}}, allows))));  // du-23
  EXPECT(get_web_identity_token(session, enabled, {.duration = seconds(600), .at = {4000}}, allows).has_value());
  EXPECT(invalid<outlives>(
      why(get_web_identity_token(session, enabled, {.duration = seconds(601), .at = {4000}}, allows))));
  // A user's own key has no end.
  const OutboundToken of_user = *get_web_identity_token(alice, enabled, {.duration = hours(1)}, allows);
  EXPECT(of_user.subject == Principal(alice).name());
  EXPECT(of_user.session_ends == Instant{});
  EXPECT(of_user.source_identity.empty());
}

DUAL_TEST_CASE("GetWebIdentityToken needs a permission, the switch of the account, and one more for tags") {
  const Session session = *assume_role(alice, twelve, asking(), allows);
  const SessionTag tags[] = {{"team", "red"}};
  const Verdict off = why(get_web_identity_token(session, {.is_enabled = Truth::no}, {}, allows));
  EXPECT(invalid<rules::outbound_federation_is_enabled>(off));  // op-c13
  const OutboundFederation at_global{.is_enabled = Truth::yes, .at_regional_endpoint = Truth::no};
  EXPECT(invalid<rules::outbound_tokens_are_requested_in_a_region>(
      why(get_web_identity_token(session, at_global, {}, allows))));
  EXPECT(is_unknown(why(get_web_identity_token(session, {}, {}, allows))));
  using rule = rules::tags_of_outbound_tokens_need_permission;
  const Verdict lacks = why(get_web_identity_token(session, enabled, {.tags = tags}, own(only<gwit>)));
  EXPECT(denied<rule>(lacks));  // op-c14
  EXPECT(get_web_identity_token(session, enabled, {.tags = tags}, own(only<gwit_with_tags>)).has_value());
  EXPECT(get_web_identity_token(session, enabled, {}, own(only<gwit>)).has_value());
  EXPECT(denied<rules::outbound_tokens_need_permission>(
      why(get_web_identity_token(session, enabled, {}, own(only<run_instances>)))));
  EXPECT(why(get_web_identity_token(session, enabled, {}, denies)).decision == Decision::denied_explicitly);
  EXPECT(why(get_web_identity_token(root, enabled, {}, allows)).open == &open_questions::u4);
  const Session token = *get_session_token(alice);
  EXPECT(get_web_identity_token(token, enabled, {}, allows).has_value());
  EXPECT(denied<rules::outbound_tokens_need_permission>(
      why(get_web_identity_token(token, enabled, {}, CallerSide::silent))));
  const Session federated = *get_federation_token(alice, "carol", {}, allows);
  EXPECT(denied<rules::a_federated_user_assumes_no_role>(why(get_web_identity_token(federated, enabled, {}, allows))));
  const Session root_token = *get_session_token(root);
  EXPECT(why(get_web_identity_token(root_token, enabled, {}, allows)).open == &open_questions::u4);
}

// IAM temporary delegation,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html, and
// GetDelegatedAccessToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html
DUAL_TEST_CASE("a delegation is for partners, for as long as was approved, and four hours where the root user did") {
  const RoleSession partner(m, "partner", "s1");
  const Session session = *get_delegated_access_token(partner, alice, Truth::yes, {.duration = hours(12)}, allows);
  EXPECT(session.kind() == SessionKind::delegated);
  EXPECT(session.principal() == Principal(alice));  // op-get-delegated-access-token
  EXPECT(session.begun_by() == Principal(partner));
  EXPECT(length(session) == 43200);
  EXPECT(get_delegated_access_token(partner, alice, Truth::yes, {.duration = seconds(300)}, allows).has_value());
  // CreateDelegationRequest, https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateDelegationRequest.html
  using four = rules::a_root_user_delegates_for_four_hours;
  for (const Seconds wrong : {seconds(299), seconds(43201)}) {
    const Verdict refused = why(get_delegated_access_token(partner, alice, Truth::yes, {.duration = wrong}, allows));
    EXPECT(invalid<four>(refused));
    EXPECT(refused.limit == &limits::delegated_duration);
  }
  const Session of_root = *get_delegated_access_token(partner, root, Truth::yes, {.duration = hours(4)}, allows);
  EXPECT(length(of_root) == 14400);  // life-gdat
  for (const Seconds wrong : {seconds(299), seconds(14401)}) {
    const Verdict refused = why(get_delegated_access_token(partner, root, Truth::yes, {.duration = wrong}, allows));
    EXPECT(invalid<four>(refused));
    EXPECT(refused.limit == &limits::root_delegated_duration);
  }
  EXPECT(lasts<four>(longest_lifetime_of(of_root), hours(4)));
  EXPECT(lasts<four>(longest_lifetime_of(session), hours(12)));
  // gdat-partner-only
  EXPECT(denied<rules::delegated_tokens_are_for_partners>(
      why(get_delegated_access_token(partner, alice, Truth::no, {.duration = hours(1)}, allows))));
  EXPECT(is_unknown(why(get_delegated_access_token(partner, alice, Truth::unknown, {.duration = hours(1)}, allows))));
  // m-delegated: what of STS it may call is not said.
  const Verdict of_session = why(assume_role(session, twelve, asking(), allows));
  EXPECT(is_unknown(of_session));
  EXPECT(of_session.open == &open_questions::u112);
}

// An explicit Deny ends the evaluation: How AWS enforcement code logic evaluates requests,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
DUAL_TEST_CASE("a Deny of the caller's side denies what else depends on more than policies") {
  const Verdict traded = may_call(alice, "sts:GetDelegatedAccessToken", CallerSide::denies);
  EXPECT(refused_by<rules::the_callers_policies_do_not_deny>(traded));
  EXPECT(traded.decision == Decision::denied_explicitly);
  EXPECT(is_unknown(may_call(alice, "sts:GetDelegatedAccessToken", allows)));
  const Session delegated_to = *get_delegated_access_token(alice, alice, Truth::yes, {.duration = hours(1)}, allows);
  EXPECT(may_call(delegated_to, "iam:ListUsers", CallerSide::denies).decision == Decision::denied_explicitly);
  EXPECT(is_unknown(may_call(delegated_to, "iam:ListUsers", allows)));
  EXPECT(is_unknown(may_assume(delegated_to, twelve, allows)));
}

// Version v1 of the managed policies root-task/..., as https://github.com/zoph-io/MAMIP keeps them
DUAL_TEST_CASE("a task leaves what IAM does to the root user's own credentials, and queues of its account") {
  constexpr Text own = "arn:aws:iam::444455556666:root";
  EXPECT(leaves(RootTask::delete_root_credentials, "iam:DeleteAccessKey", own, own) == Truth::yes);
  EXPECT(leaves(RootTask::delete_root_credentials, "iam:DeleteAccessKey", "arn:aws:iam::444455556666:user/bob", own) ==
         Truth::no);
  EXPECT(leaves(RootTask::delete_root_credentials, "iam:DeleteAccessKey", "", own) == Truth::unknown);
  EXPECT(leaves(RootTask::audit_root_credentials, "iam:GetAccountSummary", "", own) == Truth::yes);
  EXPECT(leaves(RootTask::audit_root_credentials, "iam:DeleteAccessKey", own, own) == Truth::no);
  EXPECT(leaves(RootTask::unlock_queue_policy, "sqs:GetQueueAttributes", "arn:aws:sqs:eu-west-1:444455556666:q", own) ==
         Truth::yes);
  EXPECT(leaves(RootTask::unlock_queue_policy, "sqs:GetQueueAttributes", "arn:aws:sqs:eu-west-1:111122223333:q", own) ==
         Truth::no);
  EXPECT(leaves(RootTask::unlock_queue_policy, "SQS:SetQueueAttributes", "", own) == Truth::yes);
}

// AssumeRoot, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html, and GetDelegatedAccessToken,
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html: neither says whether the
// session shows MFA.
DUAL_TEST_CASE("whether a root session or a delegation shows MFA is not known") {
  EXPECT(assume_root(delegated, member, task, central, {}, allows)->has_mfa() == Truth::unknown);
  EXPECT(get_delegated_access_token(alice, alice, Truth::yes, {.duration = hours(1)}, allows)->has_mfa() ==
         Truth::unknown);
}

// Methods to assume a role, as above
DUAL_TEST_CASE("a flow behind GetSessionToken is open beyond an hour (X-4), and so is a design with it") {
  const Session token = *get_session_token(alice);
  const Flow of_token = assumes(token, twelve, allows) | rests_in(memory) | read_by(cli) | calls("s3:GetObject");
  for (const LongestLifetime& open : {longest_lifetime_of(of_token), longest_lifetime_of(Design{by_hand, of_token}),
                                      longest_lifetime_of(Design{of_token, by_hand})}) {
    EXPECT(open.certain == hours(1));
    EXPECT(open.longest == hours(12));
    EXPECT(open.open == &by_chain::info);
  }
}
