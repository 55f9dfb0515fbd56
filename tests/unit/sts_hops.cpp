// What a session hands on along a chain, and what of it the next role's policies see: tags, source identity, MFA,
// session policies, the service that delivered it. The ids in the comments are those of the worked cases from which
// the expectations come. Accounts: A 111122223333, B 444455556666, C 777788889999.
#include "dual.hpp"

#include <initializer_list>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto a = "111122223333"_account;
constexpr auto b = "444455556666"_account;
constexpr IamUser alice(a, "alice");
constexpr Service ec2("ec2.amazonaws.com"), ssm("ssm.amazonaws.com");
constexpr WebIdentity web = *WebIdentity::from("accounts.google.com");
constexpr WebIdentity web_of_b = *WebIdentity::from("arn:aws:iam::444455556666:oidc-provider/idp.example.com");
constexpr WebIdentity cognito = *WebIdentity::from("cognito-identity.amazonaws.com");
constexpr SamlIdentity saml = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");

#define AR R"("sts:AssumeRole")"
#define AR_TAG R"(["sts:AssumeRole", "sts:TagSession"])"
#define AR_SOURCE R"(["sts:AssumeRole", "sts:SetSourceIdentity"])"
#define AR_ALL R"(["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"])"
#define TRUST_IF(principal, actions, condition)                                      \
  R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": )" actions \
  R"(, "Principal": )" principal condition                                           \
  "}}"                                                                               \
  ""_trust_policy
#define TRUST(principal, actions) TRUST_IF(principal, actions, "")
#define IF(test) R"(, "Condition": {)" test "}"
#define ACCOUNT_A R"({"AWS": "111122223333"})"
#define ALICE R"({"AWS": "arn:aws:iam::111122223333:user/alice"})"
#define APP R"({"AWS": "arn:aws:iam::111122223333:role/app"})"
#define SERVICES R"({"Service": ["ec2.amazonaws.com", "ssm.amazonaws.com"]})"
#define FEDERATED R"({"Federated": ["accounts.google.com", "arn:aws:iam::111122223333:saml-provider/idp"]})"
#define OWN(actions)                                                         \
  R"({"Statement": {"Effect": "Allow", "Resource": "*", "Action": )" actions \
  "}}"                                                                       \
  ""_identity_policy

constexpr auto account_ar = TRUST(ACCOUNT_A, AR);
constexpr auto account_tag = TRUST(ACCOUNT_A, AR_TAG);
constexpr auto account_source = TRUST(ACCOUNT_A, AR_SOURCE);
constexpr auto account_all = TRUST(ACCOUNT_A, AR_ALL);
constexpr auto app_ar = TRUST(APP, AR);
constexpr auto app_source = TRUST(APP, AR_SOURCE);
constexpr auto services = TRUST(SERVICES, AR);

constexpr auto only_ar = OWN(AR);
constexpr auto only_s3 = OWN(R"("s3:*")");
constexpr auto ar_tag = OWN(AR_TAG);
constexpr auto ar_source = OWN(AR_SOURCE);
template <const auto&... Literal>
constexpr IdentityPolicy only[] = {Literal...};
constexpr Policies own(Span<IdentityPolicy> identity) {
  Policies policies;
  policies.identity = identity;
  return policies;
}
constexpr auto allows = CallerSide::allows, silent = CallerSide::silent;

// The first role, which lets in everybody of account A with whatever is passed, and the same in account B.
constexpr Role app(a, "app", account_all);
constexpr Role target(const TrustPolicy& trust) { return Role(a, "target", trust); }
constexpr Role in_b(const TrustPolicy& trust) { return Role(b, "target", trust); }

constexpr StsRequest s1{.session_name = "s1"};
constexpr std::int64_t length(const Session& session) { return (session.ends() - session.begins()).count; }
// Whether the caller begins a session of the role, and why not. The session itself does not outlive this.
template <class Caller, class... Known>
constexpr Verdict hop(const Caller& caller, const Role& role, const StsRequest& request, const Known&... known) {
  const Begun begun = assume_role(caller, role, request, known...);
  return begun ? Verdict{} : begun.error();
}
template <class Caller, class... Known>
constexpr std::int64_t lasts(const Caller& caller, const Role& role, const StsRequest& request, const Known&... known) {
  const Begun begun = assume_role(caller, role, request, known...);
  return begun ? length(*begun) : -1;
}
template <class Rule>
constexpr Judged<Verdict> denied(const Verdict& verdict) {
  return {verdict.refused_by<Rule>() && verdict.decision == Decision::denied_implicitly, verdict};
}
constexpr bool shows(const Session& session, Text name, Text key, Text value) {
  const ContextKey found = principal_tag(session, name, key);
  return found.state() == KeyState::present && found.size() == 1 && found[0] == value;
}
constexpr bool shows_none(const Session& session, Text name, Text key) {
  return principal_tag(session, name, key).state() == KeyState::absent;
}
using tags_allowed = rules::session_tags_need_tag_session;
using source_allowed = rules::a_source_identity_needs_set_source_identity;
using conditions_met = rules::the_conditions_are_met;

}  // namespace

// Pass session tags in AWS STS, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
DUAL_TEST_CASE("an inherited tag cannot be passed again, and one that is not transitive can") {
  const SessionTag star[] = {{"Star", "1"}}, again[] = {{"star", "1"}}, other[] = {{"Heart", "1"}};
  const Text keys[] = {"Star"};
  const Role data = target(account_all);
  const Session transitive =
      *assume_role(alice, app, {.session_name = "s1", .tags = star, .transitive_tag_keys = keys}, allows);
  const Session plain = *assume_role(alice, app, {.session_name = "s1", .tags = star}, allows);
  using rule = rules::an_inherited_tag_is_not_passed_again;
  EXPECT(denied<rule>(hop(transitive, data, {.session_name = "s2", .tags = star}, allows)));  // ts-06
  EXPECT(denied<rule>(hop(transitive, data, {.session_name = "s2", .tags = again}, allows)));
  EXPECT(hop(transitive, data, {.session_name = "s2", .tags = other}, allows));
  EXPECT(hop(plain, data, {.session_name = "s2", .tags = star}, allows));
  // It stays so along the chain: tag-transitive-inherited.
  const Session second = *assume_role(transitive, app, {.session_name = "s2"}, allows);
  EXPECT(denied<rule>(hop(second, data, {.session_name = "s3", .tags = star}, allows)));
}

DUAL_TEST_CASE("inherited tags need sts:TagSession again, though nothing is passed") {
  const SessionTag star[] = {{"Star", "1"}};
  const Text keys[] = {"Star"};
  const Role without = in_b(account_ar), with = in_b(account_tag);
  const Session transitive =
      *assume_role(alice, app, {.session_name = "s1", .tags = star, .transitive_tag_keys = keys}, allows);
  const Session plain = *assume_role(alice, app, {.session_name = "s1", .tags = star}, allows);
  const Verdict trust_lacks = hop(transitive, without, s1, allows);  // ts-07
  EXPECT(denied<tags_allowed>(trust_lacks));
  EXPECT(trust_lacks.action == "sts:TagSession");
  EXPECT(trust_lacks.cited.gate == Gate::trust);
  const Verdict own_lacks = hop(transitive, with, s1, own(only<only_ar>));
  EXPECT(denied<tags_allowed>(own_lacks));
  EXPECT(own_lacks.cited.gate == Gate::identity);
  EXPECT(hop(transitive, with, s1, own(only<ar_tag>)));
  EXPECT(hop(plain, without, s1, own(only<only_ar>)));  // tag-not-inherited-by-default
  EXPECT(refused_by<tags_allowed>(may_assume(transitive, without, own(only<ar_tag>))));
}

DUAL_TEST_CASE("a tag that is passed wins over the role's, and ends with its session") {
  const SessionTag b_team[] = {{"team", "b"}}, a_team[] = {{"Team", "a"}};
  const Role tagged = app.with_tags(a_team), untagged = target(account_all).with_tags({});
  const Session first = *assume_role(alice, tagged, {.session_name = "s1", .tags = b_team}, allows);
  EXPECT(shows(first, "aws:PrincipalTag/team", "team", "b"));  // ts-09, tag-source-precedence
  const Session of_role = *assume_role(alice, tagged, s1, allows);
  EXPECT(shows(of_role, "aws:PrincipalTag/team", "team", "a"));
  const Session second = *assume_role(first, untagged, s1, allows);
  EXPECT(shows_none(second, "aws:PrincipalTag/team", "team"));  // ts-08, tag-role-tags-not-transitive
  EXPECT(!hands_on_tags(first));
}

namespace {
constexpr auto s3_if_team_b = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*",
  "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalTag/team": "b"}}}})"_identity_policy;
}  // namespace

DUAL_TEST_CASE("what a role's policies say of its session's tags holds for the session that has them") {
  const SessionTag b_team[] = {{"team", "b"}};
  const Text keys[] = {"team"};
  const Role first_role = app.with_tags({}), second_role = target(account_all).with_tags({});
  const Policies permissions = own(only<s3_if_team_b>);
  const Session first = *assume_role(alice, first_role, {.session_name = "s1", .tags = b_team}, allows);
  EXPECT(may_call(first, "s3:GetObject", permissions));
  const Session second = *assume_role(first, second_role, s1, allows);
  EXPECT(denied<rules::ordinary_calls_need_permission>(may_call(second, "s3:GetObject", permissions)));  // ts-08
  const Session transitive =
      *assume_role(alice, first_role, {.session_name = "s1", .tags = b_team, .transitive_tag_keys = keys}, allows);
  const Session inheriting = *assume_role(transitive, second_role, s1, allows);
  EXPECT(may_call(inheriting, "s3:GetObject", permissions));
}

DUAL_TEST_CASE("tags along the chain of the manual: Star, Heart, Sun and Lightning") {  // tag-worked-example
  const SessionTag passed[] = {{"Star", "1"}, {"Heart", "1"}};
  const Text keys[] = {"Star", "Heart"};
  const SessionTag sun[] = {{"Sun", "2"}}, star_and_lightning[] = {{"Star", "3"}, {"Lightning", "3"}};
  const Role one = app.with_tags({}), two = target(account_all).with_tags(sun),
             three = Role(a, "three", account_all).with_tags(star_and_lightning);
  const Session first =
      *assume_role(alice, one, {.session_name = "s1", .tags = passed, .transitive_tag_keys = keys}, allows);
  const Session second = *assume_role(first, two, s1, allows);
  const Session third = *assume_role(second, three, s1, allows);
  EXPECT(shows(first, "aws:PrincipalTag/Star", "Star", "1"));
  EXPECT(shows(first, "aws:PrincipalTag/Heart", "Heart", "1"));
  EXPECT(shows(second, "aws:PrincipalTag/Star", "Star", "1"));
  EXPECT(shows(second, "aws:PrincipalTag/Heart", "Heart", "1"));
  EXPECT(shows(second, "aws:PrincipalTag/Sun", "Sun", "2"));
  EXPECT(shows(third, "aws:PrincipalTag/Star", "Star", "1"));  // ts-10: not 3
  EXPECT(shows(third, "aws:PrincipalTag/star", "star", "1"));
  EXPECT(shows(third, "aws:PrincipalTag/Heart", "Heart", "1"));
  EXPECT(shows(third, "aws:PrincipalTag/Lightning", "Lightning", "3"));
  EXPECT(shows_none(third, "aws:PrincipalTag/Sun", "Sun"));
  EXPECT(handed_on_tag(third, "Star") != nullptr);
  EXPECT(handed_on_tag(third, "Lightning") == nullptr);  // tag-role-tags-not-transitive
  EXPECT(handed_on_tag(second, "Sun") == nullptr);
  EXPECT(hands_on_tags(third));
}

namespace {
constexpr auto if_resource_star_3 = TRUST_IF(ACCOUNT_A, AR_ALL, IF(R"("StringEquals": {"aws:ResourceTag/Star": "3"})"));
constexpr auto if_resource_sun_2 = TRUST_IF(ACCOUNT_A, AR_ALL, IF(R"("StringEquals": {"iam:ResourceTag/Sun": "2"})"));
}  // namespace

DUAL_TEST_CASE("whether a trust policy sees the role's tag or an inherited one is open (X-5)") {
  const SessionTag star[] = {{"Star", "1"}}, of_role[] = {{"Star", "3"}, {"Sun", "2"}};
  const Text keys[] = {"Star"};
  const Role by_star = target(if_resource_star_3).with_tags(of_role),
             by_sun = target(if_resource_sun_2).with_tags(of_role);
  const Session plain = *assume_role(alice, app, s1, allows);
  const Session transitive =
      *assume_role(alice, app, {.session_name = "s1", .tags = star, .transitive_tag_keys = keys}, allows);
  EXPECT(hop(plain, by_star, s1, allows));
  EXPECT(left_open_by<conditions_met>(hop(transitive, by_star, s1, allows)));
  EXPECT(hop(transitive, by_sun, s1, allows));  // of another key
  EXPECT(denied<conditions_met>(hop(plain, target(if_resource_star_3).with_tags({}), s1, allows)));
}

// Monitor and control actions taken with assumed roles,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
DUAL_TEST_CASE("a source identity needs its permission on both sides") {
  const StsRequest as_alice{.session_name = "s1", .source_identity = "alice"};
  const Verdict trust_lacks = hop(alice, in_b(account_ar), as_alice, own(only<ar_source>));  // ts-14
  EXPECT(denied<source_allowed>(trust_lacks));
  EXPECT(trust_lacks.action == "sts:SetSourceIdentity");
  EXPECT(trust_lacks.cited.gate == Gate::trust);
  const Verdict own_lacks = hop(alice, in_b(account_source), as_alice, own(only<only_ar>));  // ts-15
  EXPECT(denied<source_allowed>(own_lacks));
  EXPECT(own_lacks.cited.gate == Gate::identity);
  const Role open = in_b(account_source);
  const Begun begun = assume_role(alice, open, as_alice, own(only<ar_source>));
  EXPECT(begun->source_identity() == "alice");
}

DUAL_TEST_CASE("a source identity stays for the whole chain") {
  const Session first = *assume_role(alice, app, {.session_name = "s1", .source_identity = "alice"}, allows);
  const Role with = in_b(account_source), without = in_b(account_ar);
  using kept = rules::a_source_identity_does_not_change;
  EXPECT(denied<kept>(hop(first, with, {.session_name = "s2", .source_identity = "bob"}, allows)));  // ts-16
  EXPECT(denied<source_allowed>(hop(first, without, s1, allows)));                                   // ts-17
  EXPECT(denied<source_allowed>(hop(first, with, s1, own(only<only_ar>))));
  const Session second = *assume_role(first, with, s1, own(only<ar_source>));  // ts-18
  EXPECT(second.source_identity() == "alice");
  const Session repeated =
      *assume_role(first, with, {.session_name = "s2", .source_identity = "alice"}, own(only<ar_source>));
  EXPECT(repeated.source_identity() == "alice");
  // source-identity-set-once: on the first assumption only; a session without one hands none on.
  const Session without_one = *assume_role(alice, app, s1, allows);
  EXPECT(without_one.source_identity().empty());
  EXPECT(assume_role(without_one, without, s1, allows)->source_identity().empty());
  // Within the account a trust policy that names the role is not enough for it: source-identity-permission-both.
  EXPECT(denied<source_allowed>(hop(first, target(app_source), s1, silent)));
  EXPECT(hop(without_one, target(app_ar), s1, silent));  // sd-03, sa-17
  EXPECT(denied<source_allowed>(hop(first, target(app_ar), s1, own(only<ar_source>))));
}

namespace {
constexpr auto if_source = TRUST_IF(ACCOUNT_A, AR_SOURCE, IF(R"("StringLike": {"sts:SourceIdentity": "*"})"));
constexpr auto if_carried = TRUST_IF(ACCOUNT_A, AR_SOURCE, IF(R"("StringEquals": {"aws:SourceIdentity": "alice"})"));
}  // namespace

DUAL_TEST_CASE("conditions see the source identity of the request and that of the session") {
  const Session first = *assume_role(alice, app, {.session_name = "s1", .source_identity = "alice"}, allows);
  EXPECT(denied<conditions_met>(hop(alice, in_b(if_source), s1, allows)));  // tc-23
  EXPECT(hop(alice, in_b(if_source), {.session_name = "s1", .source_identity = "alice"}, allows));
  EXPECT(hop(first, in_b(if_source), s1, allows));   // source-identity-keys
  EXPECT(hop(first, in_b(if_carried), s1, allows));  // ts-18
  EXPECT(denied<conditions_met>(hop(*get_session_token(alice), in_b(if_carried), s1, allows)));
  // ts-19: the console cannot send it.
  EXPECT(denied<conditions_met>(
      hop(alice, in_b(if_source), {.session_name = "alice", .console_session_ends = {7200}}, allows)));
}

// Secure API access with MFA,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
namespace {
#define MFA_IS(test, value) IF("\"" test R"(": {"aws:MultiFactorAuthPresent": ")" value "\"}")
constexpr auto if_mfa = TRUST_IF(ACCOUNT_A, AR_ALL, MFA_IS("Bool", "true"));
constexpr auto if_mfa_or_absent = TRUST_IF(ACCOUNT_A, AR_ALL, MFA_IS("BoolIfExists", "true"));
#define DENY_UNLESS_MFA(test)                                                                                    \
  R"({"Version": "2012-10-17", "Statement": [)"                                                                  \
  R"({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}}, )"                   \
  R"({"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}, "Condition": {")" test \
  R"(": {"aws:MultiFactorAuthPresent": "false"}}}]})"                                                            \
  ""_trust_policy
constexpr StsRequest mfa{.session_name = "s1", .serial_number = "GAHT12345678", .token_code = "000000"};
constexpr StsRequest token_mfa{.serial_number = "GAHT12345678", .token_code = "000000"};
}  // namespace

DUAL_TEST_CASE("MFA is seen where it is given with the call, or in a session of GetSessionToken") {
  const Role demanding = in_b(if_mfa);
  EXPECT(hop(alice, demanding, mfa, allows));                         // tc-04
  EXPECT(denied<conditions_met>(hop(alice, demanding, s1, allows)));  // tc-05
  const Session with = *get_session_token(alice, token_mfa), without = *get_session_token(alice);
  EXPECT(with.has_mfa() == Truth::yes);
  EXPECT(without.has_mfa() == Truth::no);
  EXPECT(hop(with, demanding, s1, allows));  // tc-09
  EXPECT(lasts(with, demanding, s1, allows) == 3600);
  EXPECT(denied<conditions_met>(hop(without, demanding, s1, allows)));
  EXPECT(hop(without, demanding, mfa, allows));
}

// Secure API access with MFA: the credentials that AssumeRole returns have no information about MFA.
DUAL_TEST_CASE("the session of a role that was assumed with MFA does not say so") {
  const Role demanding = in_b(if_mfa);
  const Session with = *assume_role(alice, app, mfa, allows), without = *assume_role(alice, app, s1, allows);
  EXPECT(with.has_mfa() == Truth::no);
  EXPECT(without.has_mfa() == Truth::no);
  EXPECT(denied<conditions_met>(hop(with, demanding, s1, allows)));     // tc-10
  EXPECT(denied<conditions_met>(hop(without, demanding, s1, allows)));  // tc-29
  const Session second = *assume_role(without, app, s1, allows), third = *assume_role(with, app, s1, allows);
  EXPECT(denied<conditions_met>(hop(second, demanding, s1, allows)));
  EXPECT(denied<conditions_met>(hop(third, demanding, s1, allows)));
  const Session token = *get_session_token(alice);
  const Session of_token = *assume_role(token, app, s1, allows);
  EXPECT(denied<conditions_met>(hop(of_token, demanding, s1, allows)));
  // Of a session that is known by its name alone nothing is known.
  EXPECT(left_open_by<conditions_met>(hop(RoleSession(a, "app", "s1"), demanding, s1, allows)));
  // The code is used up, and no session keeps it.
  EXPECT(!with.request().token_code.is_stated());
}

namespace {
constexpr auto deny_bool = DENY_UNLESS_MFA("Bool");
constexpr auto deny_if_exists = DENY_UNLESS_MFA("BoolIfExists");
}  // namespace

DUAL_TEST_CASE("without MFA the key may be absent or false in a session, and the IfExists forms stay open (U-11)") {
  const Session without = *assume_role(alice, app, s1, allows), token = *get_session_token(alice);
  EXPECT(hop(alice, in_b(if_mfa_or_absent), s1, allows));                // tc-06
  EXPECT(hop(alice, in_b(deny_bool), s1, allows));                       // tc-07
  const Verdict stopped = hop(alice, in_b(deny_if_exists), s1, allows);  // tc-08
  EXPECT(refused_by<rules::the_trust_policy_does_not_deny>(stopped));
  EXPECT(stopped.decision == Decision::denied_explicitly);
  for (const Session* session : {&without, &token}) {
    EXPECT(is_unknown(hop(*session, in_b(if_mfa_or_absent), s1, allows)));
    EXPECT(is_unknown(hop(*session, in_b(deny_bool), s1, allows)));
    // Whether absent or false, a Deny for "false if it exists" applies.
    EXPECT(hop(*session, in_b(deny_if_exists), s1, allows).decision == Decision::denied_explicitly);
  }
  const Session with = *get_session_token(alice, token_mfa);
  EXPECT(hop(with, in_b(if_mfa_or_absent), s1, allows));
  EXPECT(hop(with, in_b(deny_bool), s1, allows));
  EXPECT(hop(with, in_b(deny_if_exists), s1, allows));
}

// How AWS enforcement code logic evaluates requests,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
namespace {
constexpr auto named_session = TRUST(R"({"AWS": "arn:aws:sts::111122223333:assumed-role/app/s1"})", AR);
constexpr auto deny_ar = R"({"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"},
  {"Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*"}]})"_identity_policy;
}  // namespace

DUAL_TEST_CASE("a session policy cuts down what its own session may assume, and grants nothing") {
  const Session cut = *assume_role(alice, app, {.session_name = "s1", .session_policy = only_s3}, allows);
  const Session granted = *assume_role(alice, app, {.session_name = "s1", .session_policy = only_ar}, allows);
  using blocks = rules::no_limit_of_the_caller_blocks;
  EXPECT(cut.has_session_policies());
  EXPECT(denied<blocks>(hop(cut, target(app_ar), s1, silent)));            // bs-04
  EXPECT(denied<blocks>(hop(cut, in_b(app_ar), s1, own(only<only_ar>))));  // xa-13
  EXPECT(hop(cut, in_b(app_ar), s1, own(only<only_ar>)).cited.gate == Gate::session);
  EXPECT(denied<blocks>(hop(cut, target(account_ar), s1, allows)));
  EXPECT(denied<rules::the_callers_own_policies_allow>(
      hop(granted, target(account_ar), s1, own(only<only_s3>))));  // bs-11
  EXPECT(hop(granted, target(app_ar), s1, silent));                // bs-12
  EXPECT(lasts(granted, target(app_ar), s1, silent) == 3600);
  EXPECT(hop(granted, in_b(app_ar), s1, own(only<only_ar>)));
  // X-3: the trust policy of the same account names the session itself.
  EXPECT(hop(cut, target(named_session), s1, silent).open == &open_questions::x3);  // bs-06
  EXPECT(
      hop(cut, target(named_session), s1, silent, DisputedPoints{.named_session_passes_session_policy = Truth::yes}));
  EXPECT(denied<blocks>(
      hop(cut, target(named_session), s1, silent, DisputedPoints{.named_session_passes_session_policy = Truth::no})));
  const Session denying = *assume_role(alice, app, {.session_name = "s1", .session_policy = deny_ar}, allows);
  EXPECT(hop(denying, target(named_session), s1, allows).decision == Decision::denied_explicitly);  // bs-10
  // The next session has policies of its own only: result-role-perms.
  const Role named = target(app_ar);
  const Session next = *assume_role(granted, named, s1, silent);
  EXPECT(!next.has_session_policies());
}

// AssumeRoleWithSAML and AssumeRoleWithWebIdentity,
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html and
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
namespace {
#define WEB R"("sts:AssumeRoleWithWebIdentity")"
#define SAML R"("sts:AssumeRoleWithSAML")"
#define TOKENS R"(["sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"])"
constexpr auto federated = TRUST(FEDERATED, TOKENS);
constexpr auto federated_all =
    TRUST(FEDERATED,
          R"(["sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"])");
constexpr auto saml_aud =
    TRUST_IF(FEDERATED, SAML, IF(R"("StringEquals": {"saml:aud": "https://signin.aws.amazon.com/saml"})"));
constexpr auto federated_mfa = TRUST_IF(FEDERATED, TOKENS, MFA_IS("Bool", "true"));
constexpr auto cognito_authenticated =
    TRUST_IF(R"({"Federated": "cognito-identity.amazonaws.com"})", WEB,
             IF(R"("StringEquals": {"cognito-identity.amazonaws.com:aud": "us-east-1:pool"},
          "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"})"));
}  // namespace

DUAL_TEST_CASE("an assertion or a token is let in by the trust policy, within what it says") {
  const ContextKey recipient[] = {{"saml:aud", "https://signin.aws.amazon.com/saml"}};
  const ContextKey other[] = {{"saml:aud", "https://example.com"}};
  EXPECT(hop(saml, target(saml_aud), s1, recipient));  // fe-10
  EXPECT(denied<conditions_met>(hop(saml, target(saml_aud), s1, other)));
  const Role reserved(a, "/aws-reserved/sso.amazonaws.com/us-east-2/", "AWSReservedSSO_Admin_abc", federated);
  EXPECT(refused_by<rules::own_saml_calls_assume_no_role_of_identity_center>(hop(saml, reserved, s1)));  // fe-11
  // fe-08
  EXPECT(refused_by<rules::a_token_is_presented_before_it_expires>(
             hop(web, target(federated), {.session_name = "s1", .at = {9}, .token_ends = {9}})));
  EXPECT(hop(web, target(federated), s1, CallerSide::denies));  // fe-09
  // fe-15
  const Text unauthenticated[] = {"unauthenticated"}, authenticated[] = {"authenticated", "provider"};
  const ContextKey guest[] = {{"cognito-identity.amazonaws.com:aud", "us-east-1:pool"},
                              {"cognito-identity.amazonaws.com:amr", unauthenticated}};
  const ContextKey member[] = {{"cognito-identity.amazonaws.com:aud", "us-east-1:pool"},
                               {"cognito-identity.amazonaws.com:amr", authenticated}};
  EXPECT(denied<conditions_met>(hop(cognito, target(cognito_authenticated), s1, guest)));
  EXPECT(hop(cognito, target(cognito_authenticated), s1, member));
  // fe-16: the key is absent for federation.
  EXPECT(denied<conditions_met>(hop(web, target(federated_mfa), s1)));
  EXPECT(denied<conditions_met>(hop(saml, target(federated_mfa), s1)));
  // idp-provider-same-account
  EXPECT(!hop(web_of_b, target(federated), s1));
}

DUAL_TEST_CASE("tags and a source identity in a token need the trust policy's permission alone") {
  const SessionTag tags[] = {{"Project", "Automation"}};
  const StsRequest with_tags{.session_name = "s1", .tags = tags};
  const StsRequest with_source{.session_name = "s1", .source_identity = "alice"};
  EXPECT(denied<tags_allowed>(hop(saml, target(federated), with_tags)));     // fe-12
  EXPECT(denied<tags_allowed>(hop(web, target(federated), with_tags)));      // fe-13
  EXPECT(denied<source_allowed>(hop(web, target(federated), with_source)));  // fe-14
  EXPECT(denied<source_allowed>(hop(saml, target(federated), with_source)));
  const Role open = target(federated_all);
  EXPECT(hop(web, open, with_tags));
  EXPECT(hop(saml, open, with_source));  // source-identity-idp-trust
  const Session first = *assume_role(web, open, with_source);
  EXPECT(first.source_identity() == "alice");
  EXPECT(denied<source_allowed>(hop(first, in_b(account_ar), s1, allows)));
}

// The confused deputy problem, https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
namespace {
constexpr auto for_account_a = TRUST_IF(SERVICES, AR, IF(R"("StringEquals": {"aws:SourceAccount": "111122223333"})"));
constexpr auto for_one_resource =
    TRUST_IF(SERVICES, AR, IF(R"("ArnLike": {"aws:SourceArn": "arn:aws:ec2:*:111122223333:instance/i-0"})"));
constexpr auto for_source_arn_of_users =
    TRUST_IF(ACCOUNT_A, AR, IF(R"("ArnLike": {"aws:SourceArn": "arn:aws:s3:::b"})"));
}  // namespace

DUAL_TEST_CASE("a service says for whom it acts, where it does") {
  const auto acting_for = [](Text account, Text arn = {}) {
    return StsRequest{.session_name = "s1", .source_account = account, .source_arn = arn};
  };
  EXPECT(hop(ec2, target(for_account_a), acting_for("111122223333")));                          // sv-05
  EXPECT(denied<conditions_met>(hop(ec2, target(for_account_a), acting_for("777788889999"))));  // sv-06
  const Text one = "arn:aws:ec2:us-east-1:111122223333:instance/i-0";
  const Text another = "arn:aws:ec2:us-east-1:111122223333:instance/i-1";
  EXPECT(hop(ec2, target(for_one_resource), acting_for("111122223333", one)));
  EXPECT(denied<conditions_met>(hop(ec2, target(for_one_resource), acting_for("111122223333", another))));  // sv-07
  EXPECT(left_open_by<conditions_met>(hop(ec2, target(for_account_a), s1)));                               // U-5
  // tc-25: only services have the key, whatever others state.
  EXPECT(denied<conditions_met>(
      hop(alice, target(for_source_arn_of_users), acting_for("111122223333", "arn:aws:s3:::b"), allows)));
}

// AWS global condition context keys,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
namespace {
constexpr auto s3_from_ec2 = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*",
  "Resource": "*", "Condition": {"ArnLike": {"ec2:SourceInstanceArn": "*"}}}})"_identity_policy;
constexpr auto s3_from_ssm = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*",
  "Resource": "*", "Condition": {"ArnLike": {"ssm:SourceInstanceArn": "*"}}}})"_identity_policy;
constexpr auto no_version_1 = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "*", "Resource": "*"},
  {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"NumericLessThan": {"ec2:RoleDelivery": "2.0"}}}
]})"_identity_policy;
}  // namespace

DUAL_TEST_CASE("by what its credential was delivered a session's requests say, and nothing else") {
  const Role profile = target(services);
  const Session by_ec2 = *assume_role(ec2, profile, s1), by_ssm = *assume_role(ssm, profile, s1);
  const Session by_user = *assume_role(alice, app, s1, allows);
  using rule = rules::ordinary_calls_need_permission;
  EXPECT(denied<rule>(may_call(by_ssm, "s3:GetObject", own(only<s3_from_ec2>))));  // sv-18
  EXPECT(denied<rule>(may_call(by_ec2, "s3:GetObject", own(only<s3_from_ssm>))));  // sv-19
  EXPECT(denied<rule>(may_call(by_user, "s3:GetObject", own(only<s3_from_ec2>))));
  EXPECT(is_unknown(may_call(by_ec2, "s3:GetObject", own(only<s3_from_ec2>))));  // from which instance is not known
  const ContextKey version_1[] = {{"ec2:RoleDelivery", "1.0"}}, version_2[] = {{"ec2:RoleDelivery", "2.0"}};
  EXPECT(may_call(by_ec2, "s3:GetObject", own(only<no_version_1>), version_1).decision ==
         Decision::denied_explicitly);  // sv-20
  EXPECT(may_call(by_ec2, "s3:GetObject", own(only<no_version_1>), version_2));
  EXPECT(is_unknown(may_call(by_ec2, "s3:GetObject", own(only<no_version_1>))));
  EXPECT(may_call(by_user, "s3:GetObject", own(only<no_version_1>)));
  EXPECT(may_call(by_ssm, "s3:GetObject", own(only<no_version_1>)));
  // What the service's session begins is no session of the instance any more.
  const Role open = in_b(account_all);
  const Session second = *assume_role(by_ec2, open, s1, own(only<only_ar>));
  EXPECT(denied<rule>(may_call(second, "s3:GetObject", own(only<s3_from_ec2>))));
}

// Methods to assume a role, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html
DUAL_TEST_CASE("a switch of roles in the console ends with the sign-in, or within the hour of a chain") {
  const Role five_hours = target(account_ar).with_maximum_session(hours(5));
  const Role twelve = target(account_ar).with_maximum_session(hours(12));
  const Session switched =
      *assume_role(alice, five_hours, {.session_name = "alice", .console_session_ends = {7200}}, allows);
  EXPECT(length(switched) == 7200);  // du-25
  EXPECT(switched.lifetime_basis() == LifetimeBasis::ends_with_sign_in);
  const Session longer =
      *assume_role(alice, five_hours, {.session_name = "alice", .console_session_ends = {43200}}, allows);
  EXPECT(length(longer) == 18000);  // the role's maximum is less
  const Role console = Role(a, "console", federated).with_maximum_session(hours(12));
  const Session through_a_role = *assume_role(saml, console, {.session_name = "alice", .duration = hours(12)});
  const Session chained =
      *assume_role(through_a_role, twelve, {.session_name = "alice", .console_session_ends = {43200}}, allows);
  EXPECT(length(chained) == 3600);  // du-26
}

DUAL_TEST_CASE("the hour after GetSessionToken is read as the caller says (X-4)") {
  const Role twelve = target(account_ar).with_maximum_session(hours(12));
  const Session token = *get_session_token(alice);
  const StsRequest longer{.session_name = "s1", .duration = hours(2)};
  const Begun open = assume_role(token, twelve, longer, allows);  // du-13
  EXPECT(left_open_by<rules::a_chained_session_lasts_an_hour>(open.error()));
  EXPECT(open.error().open == &open_questions::x4);
  const Begun as_chained =
      assume_role(token, twelve, longer, allows, DisputedPoints{.session_token_passes_the_hour = Truth::no});
  EXPECT(refused_by<rules::a_chained_session_lasts_an_hour>(as_chained.error()));
  EXPECT(as_chained.error().decision == Decision::invalid_request);
  EXPECT(as_chained.error().limit == &limits::chained_duration);
  const Begun as_first =
      assume_role(token, twelve, longer, allows, DisputedPoints{.session_token_passes_the_hour = Truth::yes});
  EXPECT(length(*as_first) == 7200);
  Policies policies = own(only<only_ar>);
  policies.disputed.session_token_passes_the_hour = Truth::yes;
  EXPECT(hop(token, twelve, longer, policies));
  EXPECT(hop(token, twelve, {.session_name = "s1", .duration = hours(1)}, allows));
  // Role to role it is an hour, however the point is read.
  const Session on_app = *assume_role(alice, app, s1, allows);
  EXPECT(refused_by<rules::a_chained_session_lasts_an_hour>(
             assume_role(on_app, twelve, longer, allows, DisputedPoints{.session_token_passes_the_hour = Truth::yes})
             .error()));
}

// Announcing an update to IAM role trust policy behavior,
// https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/
DUAL_TEST_CASE("a session assumes its own role only where its trust policy says so, for an hour") {
  const Role by_ec2_alone(a, "app", services), by_account(a, "app", account_ar), by_name(a, "app", app_ar);
  const Session session = *assume_role(alice, app, s1, allows);
  EXPECT(
      denied<rules::the_trust_policy_names_the_caller>(hop(session, by_ec2_alone, s1, own(only<only_ar>))));  // sd-01
  EXPECT(lasts(session, by_account, s1, own(only<only_ar>)) == 3600);                                         // sd-02
  EXPECT(lasts(session, by_name, s1, own(only<only_s3>)) == 3600);                                            // sd-03
  EXPECT(!hop(session, by_account, s1, own(only<only_s3>)));                                                  // sa-20
}

// AWS global condition context keys,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html: aws:MultiFactorAuthAge is in
// the request only if the caller used MFA, aws:TokenIssueTime only if it used temporary credentials.
namespace {
#define ALLOW_BUT_DENY_IF(test)                                                                \
  R"({"Version": "2012-10-17", "Statement": [)"                                                \
  R"({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}}, )" \
  R"({"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"})"     \
  IF(test) "}]}" ""_trust_policy
constexpr auto deny_old_mfa = ALLOW_BUT_DENY_IF(R"("NumericGreaterThan": {"aws:MultiFactorAuthAge": "3600"})");
constexpr auto deny_old_token = ALLOW_BUT_DENY_IF(R"("DateLessThan": {"aws:TokenIssueTime": "2026-01-01T00:00:00Z"})");
constexpr auto deny_without_token = ALLOW_BUT_DENY_IF(R"("Null": {"aws:TokenIssueTime": "true"})");
constexpr Instant last_of_2025{1767225599}, first_of_2026{1767225600};
}  // namespace

DUAL_TEST_CASE("a long-term key without MFA has neither an age of MFA nor a time of issue") {
  EXPECT(hop(alice, in_b(deny_old_mfa), s1, allows));
  EXPECT(hop(alice, in_b(deny_old_token), s1, allows));
  EXPECT(hop(alice, in_b(deny_without_token), s1, allows).decision == Decision::denied_explicitly);
}

DUAL_TEST_CASE("with MFA there is an age, which is not known, so a Deny on it is open") {
  const Session with = *get_session_token(alice, token_mfa);
  EXPECT(is_unknown(hop(alice, in_b(deny_old_mfa), mfa, allows)));
  EXPECT(is_unknown(hop(with, in_b(deny_old_mfa), s1, allows)));
}

DUAL_TEST_CASE("temporary credentials have the time at which their session began") {
  const Session old = *get_session_token(alice, {.at = last_of_2025});
  const Session young = *get_session_token(alice, {.at = first_of_2026});
  const StsRequest later{.session_name = "s1", .at = {first_of_2026.seconds_since_epoch + 60}};
  EXPECT(hop(old, in_b(deny_old_token), later, allows).decision == Decision::denied_explicitly);
  EXPECT(hop(young, in_b(deny_old_token), later, allows));
  EXPECT(hop(young, in_b(deny_without_token), later, allows));
}

// Pass session tags in AWS STS, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html: transitive tags
// pass from session to session, so a tag is absent only if the chain is known from its beginning.
namespace {
constexpr auto if_team = TRUST_IF(ACCOUNT_A, AR, IF(R"("StringEquals": {"aws:PrincipalTag/team": "blue"})"));
}  // namespace

DUAL_TEST_CASE("a tag of a session that began in one of which only the name is known is not known") {
  const Role untagged = app.with_tags({});
  const Session of_alice = *assume_role(alice, untagged, s1, allows);
  const Session of_a_name = *assume_role(RoleSession(a, "first", "s1"), untagged, s1, allows);
  EXPECT(denied<conditions_met>(hop(of_alice, in_b(if_team), s1, allows, RequestContext(Span<ContextKey>{}))));
  EXPECT(left_open_by<conditions_met>(hop(of_a_name, in_b(if_team), s1, allows)));
}

DUAL_TEST_CASE("of two session policies that do not allow, the first is cited") {
  const Session cut = *assume_role(alice, app, {.session_name = "s1", .session_policy = only_s3}, allows);
  Policies stated = own(only<only_ar>);
  stated.session = only<only_s3>;
  const Verdict blocked = hop(cut, in_b(app_ar), s1, stated);
  EXPECT(denied<rules::no_limit_of_the_caller_blocks>(blocked));
  EXPECT(blocked.cited.gate == Gate::session);
  EXPECT(blocked.cited.policy == 0);
}
