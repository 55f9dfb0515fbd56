// What a request to STS must look like: names, lengths, counts, durations, and by which error it is refused otherwise.
// The ids in the comments are those of the formats and worked cases from which the expectations come.
#include "dual.hpp"

#include <initializer_list>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

// As many of the same letter, as text that no literal has checked.
template <std::size_t Count>
struct Repeated {
  char letters[Count];
  constexpr explicit Repeated(char letter) : letters() {
    for (char& each : letters) each = letter;
  }
  [[nodiscard]] constexpr Text view() const { return {letters, Count}; }
};
constexpr Repeated<2049> many_a('a');
constexpr Text as(std::size_t count) { return many_a.view().part(0, count); }

constexpr auto a = "111122223333"_account;
constexpr IamUser alice(a, "alice");
constexpr RootUser root(a);
constexpr Service ec2("ec2.amazonaws.com");
constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
   "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice", "Service": "ec2.amazonaws.com"}},
  {"Effect": "Allow", "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
   "Principal": {"Federated": "accounts.google.com"}},
  {"Effect": "Allow", "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"],
   "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/idp"}}
]})"_trust_policy;
constexpr Role app = Role(a, "app", trust).with_maximum_session(hours(12));
constexpr WebIdentity token_holder = *WebIdentity::from("accounts.google.com");
constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");

constexpr auto allows = CallerSide::allows;
constexpr RootAccess central{.management_account = a, .is_enabled = Truth::yes, .at_regional_endpoint = Truth::yes};
constexpr OutboundFederation federation{.is_enabled = Truth::yes};
constexpr Account member("444455556666"_account);

constexpr StsRequest request(Seconds duration = StsRequest::not_stated) {
  return {.session_name = "s1", .duration = duration};
}
constexpr Verdict why(const Begun& begun) { return begun ? Verdict{} : begun.error(); }
constexpr Verdict why(const Result<OutboundToken, Verdict>& token) { return token ? Verdict{} : token.error(); }
constexpr Verdict assuming(const StsRequest& with) { return why(assume_role(alice, app, with, allows)); }
constexpr Verdict web(const StsRequest& with) { return why(assume_role_with_web_identity(token_holder, app, with)); }
constexpr Verdict saml(const StsRequest& with) { return why(assume_role_with_saml(employee, app, with)); }
constexpr Verdict tokening(const StsRequest& with) { return why(get_session_token(alice, with)); }
constexpr Verdict federating(const StsRequest& with) { return why(get_federation_token(alice, "carol", with, allows)); }
constexpr Verdict rooting(const StsRequest& with) {
  return why(assume_root(alice, member, RootTask::unlock_bucket_policy, central, with, allows));
}
constexpr Verdict outbound(const StsRequest& with) {
  return why(get_web_identity_token(alice, federation, with, allows));
}
constexpr Verdict delegating(const StsRequest& with) {
  return why(get_delegated_access_token(alice, root, Truth::yes, with, CallerSide::allows));
}

template <class Rule>
constexpr Judged<Verdict> invalid(const Verdict& verdict, const Limit& limit, int element = -1) {
  return {verdict.refused_by<Rule>() && verdict.decision == Decision::invalid_request && verdict.limit == &limit &&
              verdict.element == element,
          verdict};
}
template <class Rule>
constexpr Judged<Verdict> invalid(const Verdict& verdict, const Limit& limit, int element, NameFault fault,
                                  std::uint32_t offset) {
  return {invalid<Rule>(verdict, limit, element) && verdict.error == NameError{fault, offset}, verdict};
}
using form = rules::every_parameter_has_its_form;
using tag_limits = rules::tags_are_within_their_limits;
using differ = rules::tag_keys_differ;
using policy_limits = rules::session_policies_are_within_their_limits;
using taken = rules::the_operation_takes_every_parameter;
using lasts = rules::the_duration_is_within_the_operations_limits;

// One parameter with this text.
constexpr StsRequest session_named(Text text) { return {.session_name = Parameter<grammar::SessionName>(text)}; }
constexpr StsRequest identified(Text text) {
  return {.session_name = "s1", .source_identity = Parameter<grammar::SourceIdentity>(text)};
}
constexpr StsRequest external(Text text) {
  return {.session_name = "s1", .external_id = Parameter<grammar::ExternalId>(text)};
}
constexpr StsRequest with_mfa(Text serial, Text code) {
  return {.session_name = "s1",
          .serial_number = Parameter<grammar::SerialNumber>(serial),
          .token_code = Parameter<grammar::TokenCode>(code)};
}
constexpr Text device = "arn:aws:iam::111122223333:mfa/alice";
constexpr SessionTag tag(Text key, Text value) {
  return {Parameter<grammar::TagKey>(key), Parameter<grammar::TagValue>(value)};
}
// Of AssumeRole with one tag.
constexpr Verdict tagged(Text key, Text value) {
  const SessionTag tags[] = {tag(key, value)};
  return assuming({.session_name = "s1", .tags = tags});
}

// t00, t01 and so on.
struct ManyTags {
  char keys[51][3]{};
  SessionTag tags[51]{};
  Text names[51]{};
  constexpr ManyTags() {
    for (std::size_t i = 0; i < 51; ++i) {
      keys[i][0] = 't';
      keys[i][1] = static_cast<char>('0' + i / 10);
      keys[i][2] = static_cast<char>('0' + i % 10);
      names[i] = Text(keys[i], 3);
      tags[i] = tag(names[i], "");
    }
  }
};
constexpr ManyTags many;

constexpr auto short_policy =  // 69 characters
    R"({"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}})"_identity_policy;
constexpr std::size_t short_policy_size = 69;

}  // namespace

// AssumeRole, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
DUAL_TEST_CASE("a role session name has 2 to 64 letters, digits and _+=,.@-") {
  for (const Text name : {Text("ab"), Text("user@example.com"), Text("a=b,c.d+e-f_g"), as(64),
                          Text("i-0123456789abcdef0")}) {  // fmt-role-session-name
    EXPECT(assuming(session_named(name)));
  }
  const Limit& limit = limits::role_session_name;
  constexpr auto size = NameFault::session_name_is_not_2_to_64;
  constexpr auto letter = NameFault::name_holds_a_character_that_is_not_allowed;
  EXPECT(invalid<form>(assuming(session_named("a")), limit, -1, size, 1));
  EXPECT(invalid<form>(assuming(session_named("")), limit, -1, size, 0));
  EXPECT(invalid<form>(assuming(session_named(as(65))), limit, -1, size, 64));
  EXPECT(invalid<form>(assuming(session_named("a b")), limit, -1, letter, 1));
  EXPECT(invalid<form>(assuming(session_named("a/b")), limit, -1, letter, 1));
  EXPECT(invalid<form>(assuming(session_named("a:b")), limit, -1, letter, 1));          // trap-colon-in-session-name
  EXPECT(invalid<form>(assuming(session_named("caf\xC3\xA9")), limit, -1, letter, 3));  // U-8: ASCII only
  EXPECT(invalid<form>(web(session_named("a b")), limit, -1, letter, 1));
  EXPECT(invalid<form>(saml(session_named("a")), limit, -1, size, 1));
  // RoleSessionName is required.
  EXPECT(invalid<form>(assuming({}), limit));
  EXPECT(invalid<form>(web({}), limit));
}

DUAL_TEST_CASE("a source identity has 2 to 64 letters, digits and _+=,.@-") {
  for (const Text name : {Text("alice"), Text("alice@example.com"), as(2), as(64)}) EXPECT(assuming(identified(name)));
  const Limit& limit = limits::source_identity;
  constexpr auto size = NameFault::source_identity_is_not_2_to_64;
  constexpr auto letter = NameFault::name_holds_a_character_that_is_not_allowed;
  EXPECT(invalid<form>(assuming(identified("a")), limit, -1, size, 1));
  EXPECT(invalid<form>(assuming(identified("aws:alice")), limit, -1, letter, 3));
  EXPECT(invalid<form>(assuming(identified("alice bob")), limit, -1, letter, 5));
  EXPECT(invalid<form>(assuming(identified(as(65))), limit, -1, size, 64));
  EXPECT(invalid<form>(web(identified("alice bob")), limit, -1, letter, 5));
}

DUAL_TEST_CASE("an external id has 2 to 1224 letters, digits and _+=,.@:/-") {
  for (const Text id : {Text("12"), Text("cust:42/eu-1"), Text("a_b"), as(1224)}) EXPECT(assuming(external(id)));
  const Limit& limit = limits::external_id;
  constexpr auto size = NameFault::external_id_is_not_2_to_1224;
  constexpr auto letter = NameFault::external_id_holds_a_character_that_is_not_allowed;
  EXPECT(invalid<form>(assuming(external("1")), limit, -1, size, 1));
  EXPECT(invalid<form>(assuming(external("has space")), limit, -1, letter, 3));
  EXPECT(invalid<form>(assuming(external("a#b")), limit, -1, letter, 1));
  EXPECT(invalid<form>(assuming(external(as(1225))), limit, -1, size, 1224));
}

DUAL_TEST_CASE("an MFA device has 9 to 256 characters, and its code six digits") {
  EXPECT(assuming(with_mfa(device, "000000")));
  EXPECT(assuming(with_mfa("GAHT12345678", "000000")));
  EXPECT(assuming(with_mfa(as(9), "999999")));
  EXPECT(assuming(with_mfa(as(256), "999999")));
  constexpr auto code = NameFault::token_code_is_not_6_digits;
  EXPECT(invalid<form>(assuming(with_mfa(device, "12345")), limits::token_code));
  EXPECT(invalid<form>(assuming(with_mfa(device, "1234567")), limits::token_code));
  EXPECT(invalid<form>(assuming(with_mfa(device, "12345a")), limits::token_code, -1, code, 5));
  constexpr auto size = NameFault::serial_number_is_not_9_to_256;
  constexpr auto letter = NameFault::serial_number_holds_a_character_that_is_not_allowed;
  EXPECT(invalid<form>(assuming(with_mfa(as(8), "000000")), limits::serial_number, -1, size, 8));
  EXPECT(invalid<form>(assuming(with_mfa(as(257), "000000")), limits::serial_number, -1, size, 256));
  EXPECT(invalid<form>(assuming(with_mfa("a b c d e f", "000000")), limits::serial_number, -1, letter, 1));
  EXPECT(invalid<form>(tokening({.serial_number = Parameter<grammar::SerialNumber>(as(8)), .token_code = "000000"}),
                       limits::serial_number));
}

DUAL_TEST_CASE("an MFA device and its code are stated together") {
  using together = rules::an_mfa_device_comes_with_its_code;
  EXPECT(invalid<together>(assuming({.session_name = "s1", .token_code = "000000"}), limits::serial_number));
  EXPECT(invalid<together>(assuming({.session_name = "s1", .serial_number = "GAHT12345678"}), limits::token_code));
  EXPECT(invalid<together>(tokening({.serial_number = "GAHT12345678"}), limits::token_code));
  // STS's message "must provide both MFA serial number and one time pass code" comes with AccessDenied:
  // https://github.com/y13i/sgviz/issues/9
  EXPECT(sts_error_of(tokening({.serial_number = "GAHT12345678"}))->error == StsError::access_denied);
}

// GetFederationToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html, and CreateRole,
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
DUAL_TEST_CASE("names of federated users have 2 to 32 characters, of roles 1 to 64, paths 1 to 512") {
  EXPECT(FederatedName::parse("ab").has_value());
  EXPECT(FederatedName::parse(as(32)).has_value());
  EXPECT(!FederatedName::parse(as(33)));
  EXPECT(!FederatedName::parse("a"));
  EXPECT(!FederatedName::parse("a:b"));
  EXPECT(RoleName::parse("r").has_value());
  EXPECT(RoleName::parse(as(64)).has_value());
  EXPECT(RoleName::parse("a+b=c,d.e@f-g_h").has_value());
  EXPECT(!RoleName::parse(""));
  EXPECT(!RoleName::parse(as(65)));
  EXPECT(!RoleName::parse("team/role"));
  EXPECT(Path::parse("/").has_value());
  EXPECT(Path::parse("/a/").has_value());
  EXPECT(Path::parse("/aws-service-role/ec2.amazonaws.com/").has_value());
  for (const Text path : {Text("a/"), Text("/a"), Text(""), Text("/a b/")}) EXPECT(!Path::parse(path));
  EXPECT(SourceIdentity::parse("alice").has_value());
  EXPECT(!SourceIdentity::parse("a"));
  EXPECT(ExternalId::parse("cust:42/eu-1").has_value());
  EXPECT(!ExternalId::parse("1"));
  // trap-session-name-lengths: a name that has been checked is a parameter.
  const ExternalId id = *ExternalId::parse("cust:42/eu-1");
  EXPECT(Parameter<grammar::ExternalId>(id).view() == "cust:42/eu-1");
  EXPECT(!Parameter<grammar::ExternalId>().is_stated());
  EXPECT(!Parameter<grammar::ExternalId>().check());
}

// Pass session tags in AWS STS, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
DUAL_TEST_CASE("the key of a tag has 1 to 128 characters, its value none to 256") {
  for (const Text key : {Text("Project"), Text("a"), Text("cost center"), as(128), Text("a_.:/=+-@9")}) {
    EXPECT(tagged(key, "x"));
  }
  for (const Text value : {Text(""), Text("Automation"), as(256)}) EXPECT(tagged("Project", value));
  constexpr auto letter = NameFault::tag_holds_a_character_that_is_not_allowed;
  EXPECT(invalid<tag_limits>(tagged("", "x"), limits::tag_key, 0, NameFault::tag_key_is_not_1_to_128, 0));
  EXPECT(invalid<tag_limits>(tagged(as(129), "x"), limits::tag_key, 0, NameFault::tag_key_is_not_1_to_128, 128));
  EXPECT(invalid<tag_limits>(tagged("aws:x", "x"), limits::tag_key, 0, NameFault::tag_begins_with_aws, 0));  // ts-12
  EXPECT(invalid<tag_limits>(tagged("AWS:x", "x"), limits::tag_key, 0));
  EXPECT(invalid<tag_limits>(tagged("a*b", "x"), limits::tag_key, 0, letter, 1));
  EXPECT(invalid<tag_limits>(tagged("a#b", "x"), limits::tag_key, 0, letter, 1));
  EXPECT(invalid<tag_limits>(tagged("Project", as(257)), limits::tag_value, 0, NameFault::tag_value_is_longer_than_256,
                             256));
  EXPECT(invalid<tag_limits>(tagged("Project", "a*b"), limits::tag_value, 0, letter, 1));
  EXPECT(invalid<tag_limits>(tagged("Project", "a\"b"), limits::tag_value, 0, letter, 1));
  EXPECT(invalid<tag_limits>(tagged("Project", "aws:x"), limits::tag_value, 0));  // tag-aws-prefix-reserved
  EXPECT(tagged("xaws:x", "laws:"));
  // fmt-tag-key: letters of every language. Which of them STS takes for letters is not looked at, so that it is open.
  EXPECT(left_open_by<tag_limits>(tagged("caf\xC3\xA9", "x")));
  EXPECT(left_open_by<tag_limits>(tagged("x", "caf\xC3\xA9")));
}

DUAL_TEST_CASE("a session takes 50 tags, whose keys differ in more than letter case") {
  const Span<SessionTag> all = many.tags;
  const SessionTag clash[] = {{"Department", "x"}, {"Team", "x"}, {"department", "y"}};
  const SessionTag broken[] = {{"Department", "x"}, tag("a#b", "x")};
  EXPECT(assuming({.session_name = "s1", .tags = Span<SessionTag>(many.tags, 50)}));
  EXPECT(invalid<tag_limits>(assuming({.session_name = "s1", .tags = all}), limits::tags));  // ts-04
  EXPECT(invalid<tag_limits>(federating({.tags = all}), limits::tags));
  EXPECT(invalid<tag_limits>(web({.session_name = "s1", .tags = all}), limits::tags));
  EXPECT(invalid<differ>(assuming({.session_name = "s1", .tags = clash}), limits::tag_key, 2));  // ts-05
  EXPECT(invalid<differ>(federating({.tags = clash}), limits::tag_key, 2));
  EXPECT(invalid<tag_limits>(assuming({.session_name = "s1", .tags = broken}), limits::tag_key, 1,
                             NameFault::tag_holds_a_character_that_is_not_allowed, 1));
}

DUAL_TEST_CASE("at most 50 keys are transitive, and whether others than those of tags is open (U-9)") {
  const SessionTag tags[] = {{"Project", "x"}};
  const Text project[] = {"project"}, other[] = {"Project", "Team"};  // keys ignore letter case
  EXPECT(assuming({.session_name = "s1", .tags = tags, .transitive_tag_keys = project}));
  EXPECT(invalid<tag_limits>(assuming({.session_name = "s1", .tags = tags, .transitive_tag_keys = many.names}),
                             limits::transitive_tag_keys));
  const Verdict open = assuming({.session_name = "s1", .tags = tags, .transitive_tag_keys = other});
  EXPECT(left_open_by<rules::transitive_keys_are_those_of_tags>(open));
  EXPECT(open.open == &open_questions::u9);
  EXPECT(open.limit == &limits::transitive_tag_keys);
  EXPECT(open.element == 1);
}

// IAM and AWS STS quotas, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, and AssumeRole,
// as above
DUAL_TEST_CASE("a session takes ten policies by their ARNs") {
  constexpr Text arn = "arn:aws:iam::111122223333:policy/p";
  const ManagedPolicy policies[11] = {{arn}, {arn}, {arn}, {arn}, {arn}, {arn}, {arn}, {arn}, {arn}, {arn}, {arn}};
  const StsRequest ten{.session_name = "s1", .managed_policies = Span<ManagedPolicy>(policies, 10)};
  const StsRequest eleven{.session_name = "s1", .managed_policies = policies};
  EXPECT(assuming(ten));
  EXPECT(web(ten));
  EXPECT(invalid<policy_limits>(assuming(eleven), limits::session_policy_arns));  // fmt-policy-arns-count
  EXPECT(invalid<policy_limits>(saml(eleven), limits::session_policy_arns));
  EXPECT(invalid<policy_limits>(federating({.managed_policies = policies}), limits::session_policy_arns));
}

DUAL_TEST_CASE("session policies have 2048 characters together, for AssumeRole perhaps more (X-10)") {
  EXPECT(IdentityPolicy(short_policy).source().size() == short_policy_size);
  const ManagedPolicy fits[] = {{as(2048 - short_policy_size)}}, one_more[] = {{as(2049 - short_policy_size)}};
  const auto with = [](Span<ManagedPolicy> managed) {
    return StsRequest{.session_name = "s1", .session_policy = short_policy, .managed_policies = managed};
  };
  EXPECT(assuming(with(fits)));
  EXPECT(saml(with(fits)));
  EXPECT(web(with(fits)));
  EXPECT(invalid<policy_limits>(saml(with(one_more)), limits::session_policy));  // fmt-session-policy-inline
  EXPECT(invalid<policy_limits>(web(with(one_more)), limits::session_policy));
  StsRequest federated = with(one_more);
  federated.session_name = {};
  EXPECT(invalid<policy_limits>(federating(federated), limits::session_policy));
  federated.managed_policies = fits;
  EXPECT(federating(federated));
  const Verdict open = assuming(with(one_more));  // fmt-session-policy-assume-role
  EXPECT(left_open_by<policy_limits>(open));
  EXPECT(open.open == &open_questions::x10);
  EXPECT(open.limit == &limits::session_policy);
}

// TOK-1: since 2026-06-17, SessionTokenUtilization has the percentage in place of PackedPolicySize.
DUAL_TEST_CASE("policies and tags fit up to 100 percent once packed, however short they are") {
  using packed = rules::policies_and_tags_fit_once_packed;
  EXPECT(assuming({.session_name = "s1", .packed_policy_size = 100}));
  EXPECT(assuming({.session_name = "s1", .packed_policy_size = 0}));
  const Verdict full = assuming({.session_name = "s1", .packed_policy_size = 101});  // ts-13
  EXPECT(invalid<packed>(full, limits::packed_policy_size));
  EXPECT(sts_error_of(full)->name == "PackedPolicyTooLarge");
  EXPECT(sts_error_of(federating({.packed_policy_size = 101}))->error == StsError::packed_policy_too_large);
}

// The page of each operation, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html and so on
DUAL_TEST_CASE("a session lasts as long as its operation lets it") {
  for (const std::int64_t duration : {900, 3600, 43200}) {  // fmt-duration-assume
    EXPECT(assuming(request({duration})));
    EXPECT(web(request({duration})));
    EXPECT(saml(request({duration})));
  }
  for (const std::int64_t duration : {899, 43201, 0, -1}) {
    EXPECT(invalid<lasts>(assuming(request({duration})), info_of(Operation::assume_role).duration));
    EXPECT(invalid<lasts>(web(request({duration})), info_of(Operation::assume_role_with_web_identity).duration));
    EXPECT(invalid<lasts>(saml(request({duration})), info_of(Operation::assume_role_with_saml).duration));
  }
  for (const std::int64_t duration : {900, 129600}) {  // fmt-duration-gst-gft
    EXPECT(tokening({.duration = {duration}}));
    EXPECT(federating({.duration = {duration}}));
  }
  for (const std::int64_t duration : {899, 129601}) {
    EXPECT(invalid<lasts>(tokening({.duration = {duration}}), info_of(Operation::get_session_token).duration));
    EXPECT(invalid<lasts>(federating({.duration = {duration}}), info_of(Operation::get_federation_token).duration));
  }
  for (const std::int64_t duration : {0, 900}) EXPECT(rooting({.duration = {duration}}));  // fmt-duration-root
  for (const std::int64_t duration : {901, -1}) {
    EXPECT(invalid<lasts>(rooting({.duration = {duration}}), info_of(Operation::assume_root).duration));
  }
  for (const std::int64_t duration : {60, 300, 3600}) EXPECT(outbound({.duration = {duration}}));  // fmt-duration-jwt
  for (const std::int64_t duration : {59, 3601}) {
    EXPECT(invalid<lasts>(outbound({.duration = {duration}}), info_of(Operation::get_web_identity_token).duration));
  }
  for (const std::int64_t duration : {300, 14400}) EXPECT(delegating({.duration = {duration}}));
  for (const std::int64_t duration : {299, 43201}) {  // fmt-duration-delegation
    EXPECT(delegating({.duration = {duration}}).decision == Decision::invalid_request);
  }
}

DUAL_TEST_CASE("the maximum of a role is 3600 to 43200 seconds") {
  using maximum = rules::the_roles_maximum_is_within_iams_limits;
  const auto with = [](std::int64_t duration) {
    const Role role = app.with_maximum_session({duration});
    return why(assume_role(ec2, role, request({900})));
  };
  EXPECT(with(3600));  // fmt-max-session-duration
  EXPECT(with(43200));
  for (const std::int64_t duration : {900, 3599, 43201}) {  // du-24
    EXPECT(invalid<maximum>(with(duration), limits::maximum_session_duration));
  }
  const Role hour(a, "hour", trust);  // the default is 3600
  EXPECT(assume_role(alice, hour, request({3600}), allows).has_value());
  const Verdict longer = why(assume_role(alice, hour, request({3601}), allows));
  EXPECT(refused_by<rules::the_duration_is_within_the_roles_maximum>(longer));  // duration-above-max-fails
  EXPECT(longer.limit->field == "DurationSeconds");
}

// Compare AWS STS credentials, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html,
// and the same pages
DUAL_TEST_CASE("each operation takes what is documented for it") {
  const struct {
    Operation operation;
    Taken mfa, session_policies, tags, source_identity;
  } takes[] = {
      {Operation::assume_role, Taken::stated, Taken::stated, Taken::stated, Taken::stated},
      {Operation::assume_role_with_saml, Taken::no, Taken::stated, Taken::from_token, Taken::from_token},
      {Operation::assume_role_with_web_identity, Taken::no, Taken::stated, Taken::from_token, Taken::from_token},
      {Operation::assume_root, Taken::no, Taken::no, Taken::no, Taken::no},
      {Operation::get_session_token, Taken::stated, Taken::no, Taken::no, Taken::no},
      {Operation::get_federation_token, Taken::no, Taken::stated, Taken::stated, Taken::no},
      {Operation::get_web_identity_token, Taken::no, Taken::no, Taken::stated, Taken::no},
      {Operation::get_scoped_credentials, Taken::no, Taken::stated, Taken::no, Taken::no},  // GSC-4
  };
  for (const auto& row : takes) {
    EXPECT(info_of(row.operation).mfa == row.mfa);
    EXPECT(info_of(row.operation).session_policies == row.session_policies);
    EXPECT(info_of(row.operation).tags == row.tags);
    EXPECT(info_of(row.operation).source_identity == row.source_identity);
  }
  EXPECT(info_of(Operation::get_federation_token).transitive_tags == Taken::no);  // tag-gft-not-transitive
  EXPECT(info_of(Operation::assume_role).transitive_tags == Taken::stated);
}

DUAL_TEST_CASE("what an operation does not take is refused and not overlooked") {
  const SessionTag tags[] = {{"Project", "x"}};
  const Text project[] = {"Project"};
  const StsRequest with_tags{.tags = tags}, with_source{.source_identity = "alice"}, with_id{.external_id = "c-42"};
  const StsRequest mfa{.serial_number = "GAHT12345678", .token_code = "000000"};
  const StsRequest policy{.session_policy = short_policy};
  // life-gst-user: neither policies nor tags nor a source identity.
  EXPECT(invalid<taken>(tokening(with_tags), limits::tags));
  EXPECT(invalid<taken>(tokening(with_source), limits::source_identity));  // source-identity-not-gst-gft
  EXPECT(invalid<taken>(tokening(policy), limits::session_policy));
  EXPECT(invalid<taken>(tokening(with_id), limits::external_id));
  EXPECT(invalid<taken>(tokening({.session_name = "s1"}), limits::role_session_name));
  EXPECT(tokening(mfa));
  // life-gft-user
  EXPECT(invalid<taken>(federating({.tags = tags, .transitive_tag_keys = project}),
                        limits::transitive_tag_keys));  // ts-11
  EXPECT(invalid<taken>(federating(with_source), limits::source_identity));
  EXPECT(invalid<taken>(federating(mfa), limits::serial_number));
  EXPECT(invalid<taken>(federating(with_id), limits::external_id));
  EXPECT(federating(with_tags));
  EXPECT(federating(policy));
  // life-assume-root: a task policy instead.
  EXPECT(invalid<taken>(rooting(with_tags), limits::tags));
  EXPECT(invalid<taken>(rooting(policy), limits::session_policy));
  EXPECT(invalid<taken>(rooting(mfa), limits::serial_number));
  EXPECT(invalid<taken>(rooting(with_source), limits::source_identity));
  // life-gwit
  EXPECT(invalid<taken>(outbound(policy), limits::session_policy));
  EXPECT(invalid<taken>(outbound(mfa), limits::serial_number));
  EXPECT(invalid<taken>(outbound(with_source), limits::source_identity));
  EXPECT(outbound(with_tags));
  // life-saml, life-web; trap-externalid-on-federation, mfa-only-assume-and-gst
  EXPECT(invalid<taken>(web({.session_name = "s1", .external_id = "c-42"}), limits::external_id));
  EXPECT(invalid<taken>(saml({.session_name = "s1", .external_id = "c-42"}), limits::external_id));
  EXPECT(invalid<taken>(web(with_mfa(device, "000000")), limits::serial_number));
  EXPECT(invalid<taken>(saml(with_mfa(device, "000000")), limits::serial_number));
  EXPECT(web({.session_name = "s1", .tags = tags, .transitive_tag_keys = project, .source_identity = "alice"}));
  EXPECT(saml({.session_name = "s1", .tags = tags, .transitive_tag_keys = project, .source_identity = "alice"}));
  EXPECT(assuming({.session_name = "s1", .session_policy = short_policy}));
}

// Switch from a user to an IAM role (console),
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html, and Pass session tags in AWS
// STS, as above
DUAL_TEST_CASE("whoever switches roles in the console states nothing of his own") {
  using little = rules::switch_role_in_the_console_takes_no_session_options;
  const SessionTag tags[] = {{"Project", "x"}};
  const Instant later{7200};
  EXPECT(assuming({.session_name = "alice", .console_session_ends = later}));
  EXPECT(invalid<little>(assuming({.session_name = "alice", .tags = tags, .console_session_ends = later}),
                         limits::tags));  // tag-no-console
  EXPECT(invalid<little>(assuming({.session_name = "alice", .source_identity = "alice", .console_session_ends = later}),
                         limits::source_identity));
  EXPECT(invalid<little>(assuming({.session_name = "alice", .external_id = "c-42", .console_session_ends = later}),
                         limits::external_id));
  EXPECT(invalid<little>(assuming({.session_name = "alice",
                                   .serial_number = "GAHT12345678",
                                   .token_code = "000000",
                                   .console_session_ends = later}),
                         limits::serial_number));
  EXPECT(invalid<little>(assuming({.session_name = "alice", .at = {7200}, .console_session_ends = later}),
                         limits::assume_role_duration));
}

// AssumeRoleWithWebIdentity, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
DUAL_TEST_CASE("a token that has expired is shown in vain") {
  using expired = rules::a_token_is_presented_before_it_expires;
  EXPECT(web({.session_name = "s1", .at = {999}, .token_ends = {1000}}));
  const Verdict late = web({.session_name = "s1", .at = {1000}, .token_ends = {1000}});  // fe-08
  EXPECT(invalid<expired>(late, limits::web_identity_token));
  EXPECT(sts_error_of(late)->name == "ExpiredTokenException");
  const Verdict late_assertion = saml({.session_name = "s1", .at = {1001}, .token_ends = {1000}});
  EXPECT(invalid<expired>(late_assertion, limits::saml_assertion));
  EXPECT(sts_error_of(late_assertion)->error == StsError::expired_token);
}

// Troubleshoot IAM roles, https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html, and the errors of
// each operation
DUAL_TEST_CASE("a refusal has the error by which STS tells it") {
  EXPECT(sts_error_of(assuming(request())) == nullptr);
  EXPECT(sts_error_of(assuming(request({899})))->name == "ValidationError");  // err-validation
  EXPECT(sts_error_of(assuming(session_named("a b")))->name == "ValidationError");
  const Session on_app = *assume_role(alice, app, request(), allows);
  const Role data(a, "data", trust);
  const Role trusting_app = [] { return Role(a, "chained", trust); }();
  EXPECT(sts_error_of(why(assume_role(on_app, data, request(), allows)))->name == "AccessDenied");  // err-access-denied
  EXPECT(sts_error_of(why(assume_role(IamUser(a, "bob"), trusting_app, request(), allows)))->name == "AccessDenied");
  EXPECT(sts_error_of(why(assume_role(alice, data, request(), CallerSide::denies)))->name == "AccessDenied");
  EXPECT(sts_error_of(why(get_federation_token(alice, "carol", {}, CallerSide::silent)))->name == "AccessDenied");
  EXPECT(sts_error_of(why(get_federation_token(alice, "carol", {}))) == nullptr);  // unknown
  // err-session-escalation, du-23
  const Verdict outlives = why(get_web_identity_token(on_app, federation, {.duration = hours(1), .at = {1}}, allows));
  EXPECT(sts_error_of(outlives)->name == "SessionDurationEscalationException");
  // err-outbound-disabled, op-c13
  const Verdict off = why(get_web_identity_token(on_app, {.is_enabled = Truth::no}, {}, allows));
  EXPECT(sts_error_of(off)->name == "OutboundWebIdentityFederationDisabledException");
  // A call by a kind of credential that has none is a denial.
  EXPECT(sts_error_of(may_call(on_app, "sts:GetSessionToken", allows))->name == "AccessDenied");
  EXPECT(sts_error_of(may_call(on_app, "sts:AssumeRole", allows)) == nullptr);
}

DUAL_TEST_CASE("every error has its name, and each operation has those that are documented for it") {
  const struct {
    StsError error;
    Text name;
  } names[] = {
      {StsError::access_denied, "AccessDenied"},
      {StsError::validation_error, "ValidationError"},
      {StsError::malformed_policy_document, "MalformedPolicyDocument"},
      {StsError::packed_policy_too_large, "PackedPolicyTooLarge"},
      {StsError::region_disabled, "RegionDisabledException"},
      {StsError::expired_token, "ExpiredTokenException"},
      {StsError::invalid_identity_token, "InvalidIdentityToken"},
      {StsError::idp_rejected_claim, "IDPRejectedClaim"},
      {StsError::idp_communication_error, "IDPCommunicationError"},
      {StsError::expired_trade_in_token, "ExpiredTradeInTokenException"},
      {StsError::session_duration_escalation, "SessionDurationEscalationException"},
      {StsError::outbound_federation_disabled, "OutboundWebIdentityFederationDisabledException"},
      {StsError::jwt_payload_size_exceeded, "JWTPayloadSizeExceededException"},
      {StsError::invalid_authorization_message, "InvalidAuthorizationMessageException"},
      {StsError::insufficient_session_lifetime, "InsufficientSessionLifetime"},
      {StsError::invalid_subject_credentials, "InvalidSubjectCredentials"},
  };
  EXPECT(sizeof sts_errors / sizeof sts_errors[0] == sizeof names / sizeof names[0]);
  for (const auto& each : names) {
    EXPECT(info_of(each.error).name == each.name);
    EXPECT(info_of(each.error).error == each.error);
  }
  const auto has = [](Operation operation, StsError error) { return info_of(operation).errors.has(error); };
  EXPECT(has(Operation::assume_role, StsError::malformed_policy_document));
  EXPECT(has(Operation::assume_role, StsError::packed_policy_too_large));
  EXPECT(has(Operation::assume_role, StsError::region_disabled));
  EXPECT(has(Operation::assume_role, StsError::expired_token));
  EXPECT(has(Operation::assume_role_with_saml, StsError::expired_token));
  EXPECT(has(Operation::assume_role_with_web_identity, StsError::expired_token));
  EXPECT(has(Operation::assume_role_with_web_identity, StsError::invalid_identity_token));
  EXPECT(has(Operation::assume_role_with_web_identity, StsError::idp_rejected_claim));
  EXPECT(has(Operation::assume_role_with_web_identity, StsError::idp_communication_error));
  EXPECT(has(Operation::get_delegated_access_token, StsError::expired_trade_in_token));
  EXPECT(has(Operation::get_web_identity_token, StsError::session_duration_escalation));
  // WIT-5, with SessionDurationEscalation
  EXPECT(has(Operation::get_web_identity_token, StsError::outbound_federation_disabled));
  EXPECT(has(Operation::get_web_identity_token, StsError::jwt_payload_size_exceeded));
  EXPECT(has(Operation::decode_authorization_message, StsError::invalid_authorization_message));
  // GSC-12
  EXPECT(has(Operation::get_scoped_credentials, StsError::insufficient_session_lifetime));
  EXPECT(has(Operation::get_scoped_credentials, StsError::invalid_subject_credentials));
  EXPECT(has(Operation::get_scoped_credentials, StsError::malformed_policy_document));
  EXPECT(has(Operation::get_scoped_credentials, StsError::packed_policy_too_large));
  EXPECT(!has(Operation::get_scoped_credentials, StsError::region_disabled));
  EXPECT(!has(Operation::assume_role, StsError::insufficient_session_lifetime));
  EXPECT(!has(Operation::assume_role, StsError::idp_communication_error));
  EXPECT(!has(Operation::get_session_token, StsError::malformed_policy_document));
}

// The API references, https://docs.aws.amazon.com/STS/latest/APIReference/ and
// https://docs.aws.amazon.com/IAM/latest/APIReference/, and IAM and AWS STS quotas, as above
DUAL_TEST_CASE("every limit is the documented one") {
  const struct {
    const Limit& limit;
    Text field;
    std::int64_t least, most;
  } table[] = {
      {limits::role_session_name, "RoleSessionName", 2, 64},
      {limits::source_identity, "SourceIdentity", 2, 64},
      {limits::external_id, "ExternalId", 2, 1224},
      {limits::federated_name, "Name", 2, 32},
      {limits::serial_number, "SerialNumber", 9, 256},
      {limits::token_code, "TokenCode", 6, 6},
      {limits::role_name, "RoleName", 1, 64},
      {limits::user_name, "UserName", 1, 64},
      {limits::path, "Path", 1, 512},
      {limits::tags, "Tags", 0, 50},
      {limits::tag_key, "Key", 1, 128},
      {limits::tag_value, "Value", 0, 256},
      {limits::transitive_tag_keys, "TransitiveTagKeys", 0, 50},
      {limits::session_policy, "Policy", 1, 2048},
      {limits::session_policy_arns, "PolicyArns", 0, 10},
      {limits::packed_policy_size, "PackedPolicySize", 0, 100},
      {limits::minimum_token_size, "MinimumSessionTokenSize", 0, 4096},   // TOK-2
      {limits::scope_down_policies, "Policy", 0, 3},                      // GSC-8
      {limits::session_description, "ScopedSessionDescription", 0, 256},  // GSC-6
      {limits::scoped_duration, "DurationSeconds", 1, 129600},            // GSC-5
      {limits::saml_assertion, "SAMLAssertion", 4, 100000},
      {limits::web_identity_token, "WebIdentityToken", 4, 20000},
      {limits::maximum_session_duration, "MaxSessionDuration", 3600, 43200},
      {limits::assume_role_duration, "DurationSeconds", 900, 43200},
      {limits::token_duration, "DurationSeconds", 900, 129600},
      {limits::assume_root_duration, "DurationSeconds", 0, 900},
      {limits::jwt_duration, "DurationSeconds", 60, 3600},
      {limits::chained_duration, "DurationSeconds", 900, 3600},
      {limits::root_duration, "DurationSeconds", 900, 3600},
      {limits::role_arn, "RoleArn", 20, 2048},
      {limits::group_name, "GroupName", 1, 128},
      {limits::account_id, "AccountId", 12, 12},
      {limits::access_key_id, "AccessKeyId", 16, 128},
      {limits::assumed_role_id, "AssumedRoleId", 2, 193},
      {limits::role_description, "Description", 0, 1000},
      {limits::saml_provider_name, "Name", 1, 128},
      {limits::oidc_url, "Url", 1, 255},
      {limits::oidc_client_id, "ClientIDList", 1, 255},
      {limits::oidc_thumbprint, "ThumbprintList", 40, 40},
      {limits::provided_contexts, "ProvidedContexts", 1, 5},
      {limits::context_assertion, "ContextAssertion", 4, 2048},
      {limits::web_identity_subject, "SubjectFromWebIdentityToken", 6, 255},
      {limits::provider_id, "ProviderId", 4, 2048},
      {limits::encoded_message, "EncodedMessage", 1, 10240},
      {limits::target_principal, "TargetPrincipal", 12, 2048},
      {limits::jwt_audiences, "Audience", 1, 10},
      {limits::jwt_audience, "Audience", 1, 1000},
      {limits::jwt_algorithm, "SigningAlgorithm", 5, 5},
      {limits::policy_document, "PolicyDocument", 1, 131072},
  };
  for (const auto& row : table) {
    EXPECT(row.limit.field == row.field);
    EXPECT(row.limit.least == row.least);
    EXPECT(row.limit.most == row.most);
    EXPECT(row.limit.takes(row.least));
    EXPECT(row.limit.takes(row.most));
    EXPECT(!row.limit.takes(row.least - 1));
    EXPECT(!row.limit.takes(row.most + 1));
  }
  EXPECT(limits::delegated_duration.least == 300);  // fmt-duration-delegation
  EXPECT(limits::delegated_duration.most == 43200);
  EXPECT(limits::root_delegated_duration.most == 14400);   // life-gdat
  EXPECT(limits::unique_id.most == 128);                   // quota-unique-id
  EXPECT(limits::managed_policy.most == 6144);             // quota-managed-policy
  EXPECT(limits::inline_policies_of_a_user.most == 2048);  // quota-inline-policies
  EXPECT(limits::inline_policies_of_a_group.most == 5120);
  EXPECT(limits::inline_policies_of_a_role.most == 10240);
  EXPECT(limits::access_keys_of_a_user.most == 2);    // quota-access-keys
  EXPECT(limits::role_tags.most == 50);               // quota-role-tags
  EXPECT(limits::console_role_with_path.most == 64);  // quota-switch-role-64
}
