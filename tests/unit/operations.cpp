// The operations of STS: the sessions they begin, for how long, and the chains that come of it. The ids in the comments
// are those of the cases and rows from which the expectations come; they rest on the pages named at each group.
#include "dual.hpp"

#include <whence/whence.hpp>

#include <type_traits>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto a = "111122223333"_account;
constexpr IamUser alice(a, "/team/", "alice");
constexpr RootUser root(a);
constexpr Service ec2("ec2.amazonaws.com");
constexpr RoleSession elsewhere(a, "app", "s1");  // a session known by its name alone

constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {
    "AWS": "111122223333", "Service": "ec2.amazonaws.com"}},
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "accounts.google.com"}},
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML", "Principal": {
    "Federated": "arn:aws:iam::111122223333:saml-provider/idp"}}
]})"_trust_policy;
constexpr WebIdentity token_holder = *WebIdentity::from("accounts.google.com");
constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");

constexpr Role with_an_hour(a, "/service-role/", "hour", trust);  // MaxSessionDuration 3600, as a new role has it
constexpr Role with_twelve = Role(a, "twelve", trust).with_maximum_session(hours(12));

constexpr StsRequest lasting(std::int64_t duration) { return {.session_name = "s1", .duration = {duration}}; }
constexpr StsRequest unset() { return {.session_name = "s1"}; }
constexpr auto allows = CallerSide::allows;

// For how long the session lasts; -1 when there is none.
constexpr std::int64_t length(const Begun& begun) { return begun ? (begun->ends() - begun->begins()).count : -1; }

template <class Rule>
constexpr Judged<Begun> invalid(const Begun& begun) {
  return {!begun && begun.error().refused_by<Rule>() && begun.error().decision == Decision::invalid_request, begun};
}
using operations_limits = the_duration_is_within_the_operations_limits;
using roles_maximum = the_duration_is_within_the_roles_maximum;
using chained_hour = a_chained_session_lasts_an_hour;

}  // namespace

// A session comes of an operation and of nothing else; a role is no principal; views do not outlive what they view.
static_assert(!std::is_default_constructible_v<Session>);
static_assert(!std::is_default_constructible_v<Principal>);
static_assert(!std::is_default_constructible_v<Role>);
static_assert(!std::is_default_constructible_v<Chain>);
static_assert(!std::is_default_constructible_v<TemporaryCredential>);
static_assert(!std::is_default_constructible_v<LongTermCredential>);
static_assert(!std::is_constructible_v<Session, Principal>);
static_assert(!std::is_constructible_v<Session, Principal, Role>);
static_assert(!std::is_constructible_v<Session, SessionKind, Principal, Principal, Instant, Instant>);
static_assert(!std::is_aggregate_v<Session>);
static_assert(std::is_copy_constructible_v<Session> && std::is_copy_assignable_v<Session>);
static_assert(!std::is_constructible_v<Principal, Role> && !std::is_convertible_v<Role, Principal>);
static_assert(!std::is_constructible_v<Principal, Account>);
static_assert(!std::is_constructible_v<Principal, Software>);
static_assert(!std::is_constructible_v<Principal, OsUser>);
static_assert(std::is_convertible_v<IamUser, Principal> && std::is_convertible_v<Service, Principal>);
static_assert(std::is_constructible_v<Chain, const Session&> && !std::is_constructible_v<Chain, Session>);
static_assert(std::is_constructible_v<TemporaryCredential, const Session&>);
static_assert(!std::is_constructible_v<TemporaryCredential, Session>);
static_assert(!std::is_constructible_v<TemporaryCredential, IamUser>);
static_assert(!std::is_constructible_v<LongTermCredential, RoleSession>);
static_assert(!std::is_constructible_v<LongTermCredential, Service>);
static_assert(!std::is_constructible_v<LongTermCredential, Session>);

// By the rule that says so: tests/refused/assume_role_*.cpp.
template <class Caller>
concept assumes_at_all = !detail::RefusedAs<Caller, detail::AssumesNoRole> && requires(const Caller& caller) {
  assume_role(caller, with_an_hour, unset());
};
static_assert(assumes_at_all<IamUser> && assumes_at_all<Service> && assumes_at_all<Session> &&
              assumes_at_all<Principal>);
static_assert(!assumes_at_all<Role> && !assumes_at_all<Account> && !assumes_at_all<Software> &&
              !assumes_at_all<OsUser>);

template <class Caller>
concept takes_session_token = !detail::RefusedAs<Caller, detail::GetsNoToken> && requires(const Caller& caller) {
  get_session_token(caller);
};
static_assert(takes_session_token<IamUser> && takes_session_token<RootUser>);
static_assert(!takes_session_token<Session> && !takes_session_token<RoleSession>);  // du-27
static_assert(!takes_session_token<FederatedUser> && !takes_session_token<Service>);

template <class Caller>
concept takes_federation_token = !detail::RefusedAs<Caller, detail::GetsNoToken> && requires(const Caller& caller) {
  get_federation_token(caller, "carol", {}, CallerSide::allows);
};
static_assert(takes_federation_token<IamUser> && takes_federation_token<RootUser>);
static_assert(!takes_federation_token<Session> && !takes_federation_token<RoleSession>);  // du-28
static_assert(!takes_federation_token<FederatedUser> && !takes_federation_token<InstanceIdentity>);
static_assert(!takes_federation_token<Service> && !takes_federation_token<Principal>);

// Request temporary security credentials,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
DUAL_TEST_CASE("AssumeRole begins a session of the role, named as asked, whose assumer is the caller") {
  const Begun begun = assume_role(alice, with_an_hour, {.session_name = "debug", .duration = minutes(15), .at = {1000}},
                                  CallerSide::allows);
  EXPECT(begun.has_value());
  EXPECT(begun->kind() == SessionKind::role);
  EXPECT(begun->operation() == Operation::assume_role);
  EXPECT(begun->principal().kind() == PrincipalKind::role_session);
  EXPECT(begun->principal() == Principal(RoleSession(a, "hour", "debug")));
  EXPECT(begun->principal() != Principal(RoleSession(a, "hour", "other")));
  EXPECT(begun->principal() != Principal(RoleSession(a, "other", "debug")));
  EXPECT(begun->principal().name().path == "/service-role/");
  EXPECT(begun->begun_by() == Principal(alice));
  EXPECT(begun->role() == &with_an_hour);
  EXPECT(begun->before() == nullptr);
  EXPECT(begun->begins() == Instant{1000});
  EXPECT(begun->ends() == Instant{1900});
}

DUAL_TEST_CASE("a role has an ARN with its path, which a session's has not") {
  EXPECT(with_an_hour.arn() == "arn:aws:iam::111122223333:role/service-role/hour"_principal_name);
  EXPECT(with_an_hour.arn().has_partition);
  EXPECT(Role::from_arn("arn:aws:iam::111122223333:role/service-role/hour", trust)->arn() == with_an_hour.arn());
  EXPECT(Role::from_arn("arn:aws:iam::111122223333:role/twelve", trust)->path() == "/");
  EXPECT(!Role::from_arn("arn:aws:sts::111122223333:assumed-role/hour/s1", trust));
  EXPECT(!Role::from_arn("arn:aws:iam::111122223333:user/hour", trust));
}

DUAL_TEST_CASE("a session is valid from its beginning until just before its end") {
  const Begun begun = assume_role(alice, with_an_hour, {.session_name = "s1", .at = {1000}}, CallerSide::allows);
  EXPECT(!begun->is_valid_at({999}));
  EXPECT(begun->is_valid_at({1000}));
  EXPECT(begun->is_valid_at({4599}));
  EXPECT(!begun->is_valid_at({4600}));
  EXPECT(!begun->is_valid_at({0}));
}

DUAL_TEST_CASE("whoever shows a token begins a session by the operation that takes it") {
  const Begun web = assume_role(token_holder, with_an_hour, {.session_name = "web"});
  EXPECT(web->operation() == Operation::assume_role_with_web_identity);
  EXPECT(web->begun_by().kind() == PrincipalKind::web_identity);
  EXPECT(web->principal() == Principal(RoleSession(a, "hour", "web")));
  const Begun saml = assume_role(employee, with_an_hour, {.session_name = "saml"});
  EXPECT(saml->operation() == Operation::assume_role_with_saml);
  EXPECT(saml->begun_by().kind() == PrincipalKind::saml_identity);
  EXPECT(saml->principal() == Principal(RoleSession(a, "hour", "saml")));
}

DUAL_TEST_CASE("whom may_assume does not let in begins nothing, and the verdict is the same") {
  const Begun silent = assume_role(alice, with_an_hour, {.session_name = "s1"}, CallerSide::silent);
  EXPECT(!silent);
  EXPECT(refused_by<the_callers_own_policies_allow>(silent.error()));
  EXPECT(silent.error().decision == Decision::denied_implicitly);
  const Begun not_given = assume_role(alice, with_an_hour, {.session_name = "s1"});
  EXPECT(!not_given);
  EXPECT(is_unknown(not_given.error()));
  EXPECT(left_open_by<the_callers_own_policies_allow>(not_given.error()));
  const Begun roots = assume_role(Principal(root), with_an_hour, unset());
  EXPECT(!roots);
  EXPECT(refused_by<the_root_user_assumes_no_role>(roots.error()));
}

// AssumeRole, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, and Methods to assume a role,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html
DUAL_TEST_CASE("AssumeRole lasts 900 seconds up to the role's maximum, and one hour when nothing is asked for") {
  EXPECT(length(assume_role(alice, with_twelve, lasting(43200), allows)) == 43200);         // du-01
  EXPECT(invalid<roles_maximum>(assume_role(alice, with_an_hour, lasting(7200), allows)));  // du-02
  EXPECT(invalid<roles_maximum>(assume_role(alice, with_an_hour, lasting(3601), allows)));
  EXPECT(length(assume_role(alice, with_an_hour, lasting(3600), allows)) == 3600);
  EXPECT(length(assume_role(alice, with_twelve, unset(), allows)) == 3600);  // du-03
  EXPECT(length(assume_role(alice, with_twelve, lasting(900), allows)) == 900);
  EXPECT(invalid<operations_limits>(assume_role(alice, with_twelve, lasting(899), allows)));    // du-04
  EXPECT(invalid<operations_limits>(assume_role(alice, with_twelve, lasting(43201), allows)));  // du-05
  EXPECT(invalid<operations_limits>(assume_role(alice, with_twelve, lasting(1), allows)));
  EXPECT(invalid<operations_limits>(assume_role(alice, with_twelve, lasting(0), allows)));  // stated, if as nothing
  EXPECT(invalid<operations_limits>(assume_role(alice, with_twelve, lasting(-3600), allows)));
}

DUAL_TEST_CASE("whoever shows a token may ask for as much as the role's maximum") {
  EXPECT(length(assume_role(token_holder, with_twelve, lasting(43200))) == 43200);  // du-09
  EXPECT(length(assume_role(employee, with_twelve, lasting(43200))) == 43200);
  EXPECT(length(assume_role(token_holder, with_twelve, unset())) == 3600);
  EXPECT(length(assume_role(employee, with_twelve, unset())) == 3600);
  EXPECT(invalid<roles_maximum>(assume_role(token_holder, with_an_hour, lasting(3601))));
  EXPECT(invalid<roles_maximum>(assume_role(employee, with_an_hour, lasting(3601))));
  EXPECT(invalid<operations_limits>(assume_role(token_holder, with_twelve, lasting(899))));
  EXPECT(invalid<operations_limits>(assume_role(employee, with_twelve, lasting(43201))));
}

DUAL_TEST_CASE("the role's maximum does not bind a service") {
  EXPECT(length(assume_role(ec2, with_an_hour, lasting(23700))) == 23700);  // du-12: 6 h 35 min, as seen in 2023
  EXPECT(length(assume_role(ec2, with_an_hour, lasting(43200))) == 43200);
  EXPECT(length(assume_role(ec2, with_an_hour, unset())) == 3600);
}

DUAL_TEST_CASE("a session that a role session begins lasts one hour at the most") {
  EXPECT(invalid<chained_hour>(assume_role(elsewhere, with_twelve, lasting(3601), allows)));  // du-06
  EXPECT(invalid<chained_hour>(assume_role(elsewhere, with_twelve, lasting(43200), allows)));
  EXPECT(length(assume_role(elsewhere, with_twelve, lasting(3600), allows)) == 3600);  // du-07
  EXPECT(length(assume_role(elsewhere, with_twelve, unset(), allows)) == 3600);        // du-08, sa-17, sa-18, sa-21
  EXPECT(length(assume_role(elsewhere, with_twelve, lasting(900), allows)) == 900);
  EXPECT(invalid<operations_limits>(assume_role(elsewhere, with_twelve, lasting(899), allows)));

  const Begun web = assume_role(token_holder, with_twelve, lasting(43200));
  EXPECT(invalid<chained_hour>(assume_role(*web, with_twelve, lasting(7200), allows)));  // du-10
  const Begun delivered = assume_role(ec2, with_an_hour, lasting(21600));
  EXPECT(invalid<chained_hour>(assume_role(*delivered, with_twelve, lasting(7200), allows)));  // du-11
  EXPECT(length(assume_role(*delivered, with_twelve, lasting(3600), allows)) == 3600);
  const Begun first = assume_role(alice, with_twelve, lasting(43200), allows);
  EXPECT(invalid<chained_hour>(assume_role(*first, with_twelve, lasting(7200), allows)));
}

DUAL_TEST_CASE("whether the hour holds for the session of a user is open (X-4)") {
  const Begun token = get_session_token(alice);
  EXPECT(length(assume_role(*token, with_twelve, lasting(3600), allows)) == 3600);
  const Begun longer = assume_role(*token, with_twelve, lasting(7200), allows);  // du-13, which rests on field reports
  EXPECT(left_open_by<rules::a_chained_session_lasts_an_hour>(longer.error()));
  EXPECT(longer.error().open == &open_questions::x4);
}

DUAL_TEST_CASE("a session begins nothing at or after its end") {
  const Begun first = assume_role(alice, with_twelve, lasting(3600), allows);
  EXPECT(assume_role(*first, with_twelve, {.session_name = "s2", .at = {3599}}, CallerSide::allows).has_value());
  EXPECT(invalid<rules::a_session_is_used_before_it_ends>(
      assume_role(*first, with_twelve, {.session_name = "s2", .at = {3600}}, CallerSide::allows)));
}

// CreateRole, https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
DUAL_TEST_CASE("a role's maximum is one hour unless changed, and between one hour and twelve") {
  EXPECT(Role(a, "app", trust).maximum_session() == hours(1));
  EXPECT(with_twelve.maximum_session() == hours(12));
  EXPECT(Role(a, "app", trust).with_maximum_session(seconds(5400)).maximum_session() == seconds(5400));
  const Role too_short = Role(a, "app", trust).with_maximum_session(seconds(900));  // du-24
  const Role too_long = Role(a, "app", trust).with_maximum_session(seconds(43201));
  EXPECT(invalid<rules::the_roles_maximum_is_within_iams_limits>(assume_role(ec2, too_short, lasting(900))));
  EXPECT(invalid<rules::the_roles_maximum_is_within_iams_limits>(assume_role(alice, too_long, lasting(3600), allows)));
}

// GetSessionToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
DUAL_TEST_CASE("GetSessionToken gives a user credentials of his own, for 900 seconds to 36 hours") {
  const Begun begun = get_session_token(alice, {.at = {500}});
  EXPECT(begun->kind() == SessionKind::user);
  EXPECT(begun->operation() == Operation::get_session_token);
  EXPECT(begun->principal() == Principal(alice));  // not a new principal
  EXPECT(begun->begun_by() == Principal(alice));
  EXPECT(begun->role() == nullptr);
  EXPECT(begun->before() == nullptr);
  EXPECT(begun->begins() == Instant{500});
  EXPECT(length(begun) == 43200);  // du-15
  EXPECT(length(get_session_token(alice)) == 43200);
  EXPECT(length(get_session_token(alice, {.duration = hours(36)})) == 129600);  // du-16
  EXPECT(length(get_session_token(alice, {.duration = minutes(15)})) == 900);
  EXPECT(invalid<operations_limits>(get_session_token(alice, {.duration = seconds(899)})));
  EXPECT(invalid<operations_limits>(get_session_token(alice, {.duration = seconds(129601)})));
}

DUAL_TEST_CASE("GetSessionToken gives the root user one hour at the most, and cuts a longer wish") {
  EXPECT(get_session_token(root)->kind() == SessionKind::root);
  EXPECT(get_session_token(root)->principal() == Principal(root));
  EXPECT(length(get_session_token(root)) == 3600);
  EXPECT(length(get_session_token(root, {.duration = seconds(129600)})) == 3600);  // du-17
  EXPECT(length(get_session_token(root, {.duration = seconds(3601)})) == 3600);
  EXPECT(length(get_session_token(root, {.duration = seconds(900)})) == 900);
  EXPECT(invalid<operations_limits>(get_session_token(root, {.duration = seconds(899)})));
}

// GetFederationToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
DUAL_TEST_CASE("GetFederationToken begins a session of somebody else, and the chain keeps who made it") {
  const Begun begun = get_federation_token(alice, "carol", {.at = {500}}, CallerSide::allows);
  EXPECT(begun->kind() == SessionKind::federated_user);
  EXPECT(begun->operation() == Operation::get_federation_token);
  EXPECT(begun->principal() == Principal(FederatedUser(a, "carol")));
  EXPECT(begun->begun_by() == Principal(alice));
  EXPECT(begun->role() == nullptr);
  EXPECT(begun->begins() == Instant{500});
  EXPECT(length(begun) == 43200);  // du-18
  EXPECT(length(get_federation_token(alice, "carol", {.duration = hours(36)}, CallerSide::allows)) == 129600);
  EXPECT(invalid<operations_limits>(get_federation_token(alice, "carol", {.duration = {899}}, CallerSide::allows)));
  EXPECT(invalid<operations_limits>(get_federation_token(alice, "carol", {.duration = {129601}}, CallerSide::allows)));
  EXPECT(get_federation_token(root, "carol", {}, CallerSide::silent)->kind() == SessionKind::federated_user);
  EXPECT(get_federation_token(root, "carol", {}, CallerSide::silent)->begun_by() == Principal(root));
  EXPECT(length(get_federation_token(root, "carol", {}, CallerSide::silent)) == 3600);
  EXPECT(length(get_federation_token(root, "carol", {.duration = hours(12)}, CallerSide::silent)) == 3600);  // du-19
}

// Permissions for GetFederationToken,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html
DUAL_TEST_CASE("GetFederationToken asks a user for a permission, GetSessionToken asks nobody") {
  using rule = a_user_needs_permission_for_federation_tokens;
  const Begun silent = get_federation_token(alice, "carol", {}, CallerSide::silent);  // op-c5
  EXPECT(!silent);
  EXPECT(refused_by<rule>(silent.error()));
  EXPECT(silent.error().decision == Decision::denied_implicitly);
  const Begun denied = get_federation_token(alice, "carol", {}, CallerSide::denies);
  EXPECT(!denied);
  EXPECT(denied.error().decision == Decision::denied_explicitly);
  const Begun not_given = get_federation_token(alice, "carol", {}, CallerSide::not_given);
  EXPECT(!not_given);
  EXPECT(left_open_by<rule>(not_given.error()));
  EXPECT(get_federation_token(root, "carol", {}, CallerSide::not_given).has_value());  // m-root-key
  EXPECT(get_session_token(alice).has_value());                                        // op-c3, op-c4
}

// Compare AWS STS credentials, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html, and for
// those that it does not list their own pages, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html and so on
DUAL_TEST_CASE("each operation has the limits and the default that are documented") {
  const struct {
    Operation operation;
    Text action;
    bool is_signed;
    std::int64_t shortest, longest, when_unset;
  } rows[] = {
      {Operation::assume_role, "sts:AssumeRole", true, 900, 43200, 3600},
      {Operation::assume_role_with_saml, "sts:AssumeRoleWithSAML", false, 900, 43200, 3600},
      {Operation::assume_role_with_web_identity, "sts:AssumeRoleWithWebIdentity", false, 900, 43200, 3600},
      {Operation::get_session_token, "sts:GetSessionToken", true, 900, 129600, 43200},
      {Operation::get_federation_token, "sts:GetFederationToken", true, 900, 129600, 43200},
      {Operation::assume_root, "sts:AssumeRoot", true, 0, 900, 900},
      {Operation::get_web_identity_token, "sts:GetWebIdentityToken", true, 60, 3600, 300},
      {Operation::get_delegated_access_token, "sts:GetDelegatedAccessToken", true, 300, 43200, 0},  // as was requested
      // GSC-5: 1 to 129600; without it, the end of the calling session.
      {Operation::get_scoped_credentials, "sts:GetScopedCredentials", true, 1, 129600, 0},
      {Operation::get_caller_identity, "sts:GetCallerIdentity", true, 0, 0, 0},  // nothing lasts
      {Operation::get_access_key_info, "sts:GetAccessKeyInfo", true, 0, 0, 0},
      {Operation::decode_authorization_message, "sts:DecodeAuthorizationMessage", true, 0, 0, 0},
  };
  EXPECT(sizeof operations / sizeof operations[0] == sizeof rows / sizeof rows[0]);
  for (const auto& row : rows) {
    const OperationInfo& info = info_of(row.operation);
    EXPECT(info.operation == row.operation);
    EXPECT(info.action == row.action);
    EXPECT(find_operation(row.action) == &info);
    EXPECT(info.name() == row.action.part(4));
    EXPECT(info.is_signed == row.is_signed);
    EXPECT(info.duration.least == row.shortest);
    EXPECT(info.duration.most == row.longest);
    EXPECT(info.when_unset.count == row.when_unset);
  }
}

DUAL_TEST_CASE("a chain leads from the last session back to the first, and to where it came from") {
  const Begun token = get_session_token(alice, {.duration = seconds(900), .at = {0}});
  const Begun second = assume_role(*token, with_twelve, {.session_name = "second", .duration = hours(1), .at = {100}},
                                   CallerSide::allows);
  const Begun third = assume_role(*second, with_an_hour, {.session_name = "third", .duration = hours(1), .at = {3600}},
                                  CallerSide::allows);
  const Chain chain(*third);
  EXPECT(chain.length() == 3);
  EXPECT(&chain.last() == &*third);
  EXPECT(chain.last().before() == &*second);
  EXPECT(&chain.first() == &*token);
  EXPECT(chain.assumer() == second->principal());
  EXPECT(chain.origin().kind == OriginKind::long_term_key);
  EXPECT(chain.origin().principal == Principal(alice));
  EXPECT(chain.earliest_end() == Instant{900});
  EXPECT(Chain(*second).earliest_end() == Instant{900});
  EXPECT(Chain(*second).length() == 2);
  EXPECT(Chain(*second).assumer() == Principal(alice));
  EXPECT(Chain(*token).length() == 1);
  EXPECT(&Chain(*token).first() == &*token);
  // U-2: whether a session ends with the one before it is not documented; each has an end of its own.
  EXPECT(second->ends() == Instant{3700});
}

DUAL_TEST_CASE("the earliest end may be that of any session of the chain") {
  const Begun first = assume_role(alice, with_twelve, lasting(900), allows);
  const Begun second = assume_role(*first, with_twelve, lasting(3600), allows);
  const Begun third = assume_role(*second, with_twelve, lasting(1800), allows);
  EXPECT(Chain(*first).earliest_end() == Instant{900});
  EXPECT(Chain(*second).earliest_end() == Instant{900});
  EXPECT(Chain(*third).earliest_end() == Instant{900});
  const Begun longer = assume_role(alice, with_twelve, lasting(43200), allows);
  const Begun shorter = assume_role(*longer, with_twelve, lasting(1800), allows);
  EXPECT(Chain(*shorter).earliest_end() == Instant{1800});
}

DUAL_TEST_CASE("a chain begins with a long-term key, a service, an outside identity, or where knowledge ends") {
  const auto origin = [](const Begun& begun) { return Chain(*begun).origin(); };
  EXPECT(origin(assume_role(alice, with_an_hour, unset(), allows)).kind == OriginKind::long_term_key);
  EXPECT(origin(get_session_token(alice)).kind == OriginKind::long_term_key);
  EXPECT(origin(get_session_token(root)).kind == OriginKind::long_term_key);
  EXPECT(origin(get_session_token(root)).principal == Principal(root));
  EXPECT(origin(get_federation_token(alice, "carol", {}, CallerSide::allows)).principal == Principal(alice));
  EXPECT(origin(assume_role(ec2, with_an_hour, unset())).kind == OriginKind::service);
  EXPECT(origin(assume_role(ec2, with_an_hour, unset())).principal == Principal(ec2));
  EXPECT(origin(assume_role(token_holder, with_an_hour, unset())).kind == OriginKind::outside_identity);
  EXPECT(origin(assume_role(employee, with_an_hour, unset())).kind == OriginKind::outside_identity);
  EXPECT(origin(assume_role(elsewhere, with_an_hour, unset(), allows)).kind == OriginKind::edge_of_knowledge);
  EXPECT(origin(assume_role(elsewhere, with_an_hour, unset(), allows)).principal == Principal(elsewhere));
}

// What the instance's own session begins is a chain of its own beginning: the assumer is the workload, by that session.
DUAL_TEST_CASE("behind a session that was delivered, the workload is the assumer and the service the origin") {
  const Begun delivered = assume_role(ec2, with_an_hour, {.session_name = "i-0123456789abcdef0"});
  const Begun second = assume_role(*delivered, with_twelve, {.session_name = "botocore-session-1"}, CallerSide::allows);
  const Chain chain(*second);
  EXPECT(chain.assumer() == Principal(RoleSession(a, "hour", "i-0123456789abcdef0")));
  EXPECT(chain.origin().kind == OriginKind::service);
  EXPECT(chain.origin().principal == Principal(ec2));
}

DUAL_TEST_CASE("a call is made by the session, or by the user with a key of his own") {
  const Begun session = assume_role(ec2, with_an_hour, {.session_name = "i-0123456789abcdef0", .at = {10}});
  const TemporaryCredential credential(*session);
  EXPECT(&credential.session() == &*session);
  EXPECT(credential.principal() == session->principal());
  EXPECT(credential.expires() == Instant{3610});
  EXPECT(credential.is_valid_at({10}));
  EXPECT(credential.is_valid_at({3609}));
  EXPECT(!credential.is_valid_at({9}));
  EXPECT(!credential.is_valid_at({3610}));
  EXPECT(call(*session, "s3:ListAllMyBuckets").by == session->principal());
  EXPECT(call(credential, "s3:ListAllMyBuckets").by == session->principal());
  EXPECT(call(credential, "s3:ListAllMyBuckets").action == "s3:ListAllMyBuckets");
  EXPECT(call(LongTermCredential(alice), "s3:ListAllMyBuckets").by == Principal(alice));
  EXPECT(LongTermCredential(root).principal() == Principal(root));
  EXPECT(assumer(*session) == Principal(ec2));
}

namespace {

constexpr auto for_alice = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/team/alice"}}})"_trust_policy;
constexpr Role alices(a, "alices", for_alice);

}  // namespace

static_assert(session_of<alice, alices>.begun_by() == Principal(alice));
static_assert(session_of<alice, alices>.role() == &alices);
static_assert(session_of<alice, alices>.ends() - session_of<alice, alices>.begins() == hours(1));
static_assert(session_of<ec2, with_an_hour>.principal().kind() == PrincipalKind::role_session);
