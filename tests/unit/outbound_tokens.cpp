// The parameters of GetWebIdentityToken of 2026, and trusted identity propagation. GetWebIdentityToken,
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html; OriginIdentity,
// https://docs.aws.amazon.com/STS/latest/APIReference/API_OriginIdentity.html; Trusted identity propagation with IAM,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_tip.html
#include "dual.hpp"

#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto a = "111122223333"_account;
constexpr IamUser alice(a, "alice");
constexpr Service ec2("ec2.amazonaws.com"), anywhere("rolesanywhere.amazonaws.com");
constexpr WebIdentity job = *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/idp.example.com");
constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");

constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"], "Principal": {
    "AWS": "111122223333", "Service": ["ec2.amazonaws.com", "rolesanywhere.amazonaws.com"]}},
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {
    "Federated": "arn:aws:iam::111122223333:oidc-provider/idp.example.com"}},
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML", "Principal": {
    "Federated": "arn:aws:iam::111122223333:saml-provider/idp"}}
]})"_trust_policy;
constexpr auto trusts_carol = R"({"Version": "2012-10-17", "Statement": {
  "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/idp.example.com"},
  "Condition": {"StringEquals": {"aws:OriginIdentity/Subject": "carol", "aws:OriginIdentity/SubjectType": "user",
    "aws:TransactionContext/IdentityProvider/department": "7"}}}})"_trust_policy;
constexpr auto trusts_carol_later = R"({"Version": "2012-10-17", "Statement": {
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"},
  "Condition": {"StringEquals": {"aws:OriginIdentity/Subject": "carol"}}}})"_trust_policy;
constexpr Role app(a, "app", trust), data(a, "data", trust), of_carol(a, "of-carol", trusts_carol),
    later_of_carol(a, "later-of-carol", trusts_carol_later);

constexpr TransactionClaim claims[] = {{"department", "7"}};
constexpr OriginIdentity carol{.subject = "carol",
                               .subject_type = "user",
                               .issuer = "idp.example.com",
                               .federated_provider = "arn:aws:iam::111122223333:oidc-provider/idp.example.com",
                               .claims = claims};
constexpr OriginIdentity dave{.subject = "dave"};

constexpr auto allows = CallerSide::allows;
constexpr Session of_a_user = *assume_role(alice, app, {.session_name = "s1"}, allows);
constexpr Session on_app = *assume_role(job, app, {.session_name = "s1", .origin_identity = &carol});

constexpr auto gwit =
    R"({"Statement": {"Effect": "Allow", "Action": "sts:GetWebIdentityToken", "Resource": "*"}})"_identity_policy;
constexpr auto gwit_with_scope = R"({"Statement": {"Effect": "Allow", "Resource": "*",
  "Action": ["sts:GetWebIdentityToken", "sts:SetWebIdentityTokenScope"]}})"_identity_policy;
template <const auto& Literal>
constexpr IdentityPolicy only[] = {Literal};
template <const auto& Literal>
constexpr Policies own() {
  Policies out;
  out.identity = only<Literal>;
  return out;
}

constexpr Text audience[] = {"https://example.com"}, two[] = {"a", "b"}, empty_one[] = {"a", ""};
constexpr Text eleven[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"};
constexpr auto about_the_origin = SubjectMode::origin_identity;
constexpr Verdict token(const Session& session, OutboundFederation federation) {
  federation.is_enabled = Truth::yes;
  const auto begun = get_web_identity_token(session, federation, {}, allows);
  return begun ? Verdict{} : begun.error();
}

}  // namespace

DUAL_TEST_CASE("WIT-1: one to ten audiences, and one of two algorithms") {
  using fits = rules::an_outbound_token_has_its_parameters;
  EXPECT(token(on_app, {.audiences = audience, .signing_algorithm = "ES384"}));
  EXPECT(token(on_app, {.audiences = Span<Text>(eleven, 10), .signing_algorithm = "RS256"}));
  EXPECT(token(on_app, {.audiences = eleven}).refused_by<fits>());
  EXPECT(token(on_app, {.audiences = eleven}).limit == &limits::jwt_audiences);
  EXPECT(token(on_app, {.audiences = empty_one}).refused_by<fits>());
  EXPECT(token(on_app, {.audiences = empty_one}).element == 1);
  EXPECT(token(on_app, {.signing_algorithm = "HS256"}).refused_by<fits>());
  EXPECT(token(on_app, {.signing_algorithm = "HS256"}).limit == &limits::jwt_algorithm);
}

DUAL_TEST_CASE("WIT-2: a token is about the caller, or about the identity behind its session") {
  using known = rules::an_outbound_token_is_about_a_known_identity;
  const OutboundFederation of_origin{.is_enabled = Truth::yes, .subject_mode = about_the_origin};
  const OutboundToken about_carol = *get_web_identity_token(on_app, of_origin, {}, allows);
  EXPECT(about_carol.origin_subject == "carol");
  EXPECT(about_carol.subject == app.arn());  // the claim principal_id
  EXPECT(get_web_identity_token(on_app, {.is_enabled = Truth::yes}, {}, allows)->origin_subject.empty());
  // A session without the keys: a validation error. A subject alone is not enough.
  EXPECT(token(of_a_user, of_origin).refused_by<known>());
  EXPECT(token(of_a_user, of_origin).decision == Decision::invalid_request);
  const Session of_dave = *assume_role(job, app, {.session_name = "s1", .origin_identity = &dave});
  EXPECT(token(of_dave, of_origin).refused_by<known>());
  const auto by_key = get_web_identity_token(alice, of_origin, {}, allows);
  EXPECT((!by_key && by_key.error().refused_by<known>()));
  // Whether the provider gives an identity is not known unless you say it; nor for a session known by name.
  const Session unsaid = *assume_role(job, app, {.session_name = "s1"});
  EXPECT(token(unsaid, of_origin).left_open_by<known>());
  const auto by_name = get_web_identity_token(RoleSession(a, "app", "s1"), of_origin, {}, allows);
  EXPECT((!by_name && by_name.error().left_open_by<known>()));
  const Session of_ec2 = *assume_role(ec2, app, {.session_name = "i-0123456789abcdef0"});
  EXPECT(token(of_ec2, of_origin).refused_by<known>());
  // Subjects that could be taken for an AWS identity, or that hide something.
  using no_arn = rules::an_outbound_subject_is_no_arn;
  for (const Text subject : {Text("arn:aws:iam::111122223333:role/app"), Text("ARN:x"), Text(" carol"), Text("carol "),
                             Text("ca\nrol"), Text("ca\x7Frol")}) {
    const OriginIdentity odd{.subject = subject, .issuer = "idp.example.com"};
    const Session session = *assume_role(job, app, {.session_name = "s1", .origin_identity = &odd});
    EXPECT(token(session, of_origin).refused_by<no_arn>());
    EXPECT(token(session, of_origin).decision == Decision::denied_implicitly);
    EXPECT(token(session, {}));
  }
  // A control character that is no ASCII character, and the no-break space.
  for (const Text subject : {Text("ca\xC2\x85rol"), Text("\xC2\xA0"
                                                         "carol")}) {
    const OriginIdentity odd{.subject = subject, .issuer = "idp.example.com"};
    const Session session = *assume_role(job, app, {.session_name = "s1", .origin_identity = &odd});
    EXPECT(token(session, of_origin).left_open_by<no_arn>());
  }
  const OriginIdentity accented{.subject = "J\xC3\xA9r\xC3\xB4me", .issuer = "idp.example.com"};
  EXPECT(token(*assume_role(job, app, {.session_name = "s1", .origin_identity = &accented}), of_origin));
}

DUAL_TEST_CASE("WIT-3: a scope is of an origin identity, for one audience, of different words") {
  using fits = rules::an_outbound_token_has_its_parameters;
  const auto scoped = [](Text scope, Span<Text> audiences = audience, SubjectMode mode = about_the_origin) {
    return token(on_app, {.audiences = audiences, .subject_mode = mode, .scope = scope});
  };
  EXPECT(scoped("read"));
  EXPECT(scoped("read write Read"));  // letter case counts
  EXPECT(scoped("read reader ad"));
  EXPECT(scoped("read write read").refused_by<fits>());
  EXPECT(scoped("read  write").refused_by<fits>());
  EXPECT(scoped(" read").refused_by<fits>());
  EXPECT(scoped("read ").refused_by<fits>());
  EXPECT(scoped("read", two).refused_by<fits>());
  EXPECT(scoped("read", {}).refused_by<fits>());
  EXPECT(scoped("read", audience, SubjectMode::aws_identity).refused_by<fits>());
  const OutboundFederation asks{
      .is_enabled = Truth::yes, .audiences = audience, .subject_mode = about_the_origin, .scope = "read"};
  EXPECT(get_web_identity_token(on_app, asks, {}, own<gwit_with_scope>())->scope == "read");
  const auto lacks = get_web_identity_token(on_app, asks, {}, own<gwit>());
  EXPECT((!lacks && lacks.error().refused_by<rules::the_scope_of_an_outbound_token_needs_permission>()));
  EXPECT((!lacks && lacks.error().decision == Decision::denied_implicitly));
}

DUAL_TEST_CASE("TIP-1, TIP-3: the token of a provider gives the call and its session the keys of an identity") {
  const StsRequest of_the_token{.session_name = "s1", .origin_identity = &carol};
  EXPECT(assume_role(job, of_carol, of_the_token).has_value());
  const StsRequest of_another{.session_name = "s1", .origin_identity = &dave};
  EXPECT(!assume_role(job, of_carol, of_another));
  EXPECT(!assume_role(job, of_carol, of_another).error().is_unknown());
  EXPECT(assume_role(job, of_carol, {.session_name = "s1"}).error().is_unknown());
  EXPECT(on_app.request().origin_identity == &carol);
  EXPECT(assume_role(on_app, later_of_carol, {.session_name = "s2"}, allows).has_value());
  Text value;
  EXPECT((find_identity_key(carol, "AWS:originidentity/SUBJECT", value) && value == "carol"));
  EXPECT((find_identity_key(carol, "aws:OriginIdentity/Issuer", value) &&
          value == "idp.example.com"));  // TIP-2: without https://
  EXPECT((find_identity_key(carol, "aws:OriginIdentity/FederatedProviderArn", value) &&
          value.ends_with("/idp.example.com")));
  EXPECT((find_identity_key(carol, "aws:TransactionContext/IdentityProvider/other", value) && value.empty()));
  EXPECT(!find_identity_key(carol, "aws:OriginIdentity/Name", value));
}

DUAL_TEST_CASE("TIP-4: no caller sets it, and whether the next session of a chain has it is open") {
  using comes = rules::no_caller_sets_an_origin_identity;
  const StsRequest sets{.session_name = "s1", .origin_identity = &carol};
  const Begun by_user = assume_role(alice, app, sets, allows);
  EXPECT((!by_user && by_user.error().refused_by<comes>()));
  EXPECT((!by_user && by_user.error().decision == Decision::invalid_request));
  EXPECT(assume_role(ec2, app, sets).error().refused_by<comes>());
  EXPECT(assume_role(on_app, data, sets, allows).error().refused_by<comes>());
  EXPECT(assume_role(employee, app, sets).has_value());
  EXPECT(assume_role(anywhere, app, sets).has_value());
  const Session second = *assume_role(on_app, data, {.session_name = "s2"}, allows);
  const OutboundFederation of_origin{.is_enabled = Truth::yes, .subject_mode = about_the_origin};
  EXPECT(token(second, of_origin).is_unknown());
  EXPECT(token(second, of_origin).open == &open_questions::u132);
  EXPECT(assume_role(second, later_of_carol, {.session_name = "s3"}, allows).error().is_unknown());
  // A narrower credential is the same session.
  const Session narrow = *get_scoped_credentials(on_app, {.duration = minutes(10)}, allows);
  EXPECT(token(narrow, of_origin));
}
