// GetScopedCredentials: the same session with less. The ids in the comments are those of the facts from which the
// expectations come; each has its page of AWS beside it.
#include "dual.hpp"

#include <whence/catalog/cli.hpp>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto a = "111122223333"_account;
constexpr auto b = "444455556666"_account;
constexpr IamUser alice(a, "alice");
constexpr RootUser root(a);
constexpr Service ec2("ec2.amazonaws.com"), lambda("lambda.amazonaws.com");

constexpr auto trust = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"], "Principal": {"AWS": "111122223333",
  "Service": ["ec2.amazonaws.com", "lambda.amazonaws.com"]}}})"_trust_policy;
constexpr Role app = Role(a, "app", trust).with_maximum_session(hours(12));
constexpr Role data = Role(a, "data", trust).with_maximum_session(hours(12));

constexpr auto allows = CallerSide::allows, silent = CallerSide::silent, denies = CallerSide::denies;

template <const auto&... Literal>
constexpr IdentityPolicy only[] = {Literal...};
constexpr Policies own(Span<IdentityPolicy> identity) {
  Policies policies;
  policies.identity = identity;
  return policies;
}
constexpr auto all_of_s3 =
    R"({"Statement": {"Effect": "Allow", "Action": ["s3:*", "sts:*"], "Resource": "*"}})"_identity_policy;
constexpr auto reads =
    R"({"Statement": {"Effect": "Allow", "Action": ["s3:Get*", "s3:List*", "sts:*"], "Resource": "*"}})"_identity_policy;
constexpr auto lists =
    R"({"Statement": {"Effect": "Allow", "Action": ["s3:List*", "ec2:*", "sts:*"], "Resource": "*"}})"_identity_policy;
constexpr auto gets = R"({"Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}})"_identity_policy;
constexpr auto no_scopes = R"({"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"},
  {"Effect": "Deny", "Action": "sts:GetScopedCredentials", "Resource": "*"}]})"_identity_policy;
constexpr auto scopes =
    R"({"Statement": {"Effect": "Allow", "Action": "sts:GetScopedCredentials", "Resource": "*"}})"_identity_policy;
constexpr auto ec2_scp =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}})"_service_control_policy;
constexpr ServiceControlPolicy of_ec2[] = {ec2_scp};
constexpr Span<ServiceControlPolicy> one_level[] = {of_ec2};
constexpr auto assumes =
    R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}})"_identity_policy;

// Policies of 2048 and 2049 characters, most of them spaces.
#define SPACES_64 "                                                                "
#define SPACES_512 SPACES_64 SPACES_64 SPACES_64 SPACES_64 SPACES_64 SPACES_64 SPACES_64 SPACES_64
#define SPACES_1984 \
  SPACES_512 SPACES_512 SPACES_512 SPACES_64 SPACES_64 SPACES_64 SPACES_64 SPACES_64 SPACES_64 SPACES_64
constexpr auto of_2048 =
    R"({"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}})" SPACES_1984 " "_identity_policy;
constexpr auto of_2049 =
    R"({"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}})" SPACES_1984 "  "_identity_policy;

constexpr SessionTag tags[] = {{"team", "red"}, {"cost", "7"}};
constexpr Text transitive[] = {"cost"};
constexpr StsRequest two_hours{.session_name = "s1",
                               .duration = hours(2),
                               .at = {1000},
                               .tags = tags,
                               .transitive_tag_keys = transitive,
                               .source_identity = "alice"};
constexpr Session on_app = *assume_role(alice, app, two_hours, allows);  // 1000 to 8200

constexpr StsRequest with(const IdentityPolicy& policy, Instant at = {2000}) {
  return {.at = at, .session_policy = policy};
}
constexpr Verdict why(const Begun& begun) { return begun ? Verdict{} : begun.error(); }
template <class Rule>
constexpr bool invalid(const Verdict& verdict) {
  return verdict.refused_by<Rule>() && verdict.decision == Decision::invalid_request;
}
template <class Rule>
constexpr bool denied(const Verdict& verdict) {
  return verdict.refused_by<Rule>() && verdict.decision == Decision::denied_implicitly;
}
constexpr bool is_open(const Verdict& verdict, const OpenQuestion& question) {
  return verdict.is_unknown() && verdict.open == &question;
}

}  // namespace

// GetScopedCredentials, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html
DUAL_TEST_CASE("GSC-1, GSC-2: only temporary credentials are narrowed") {
  using needs = rules::temporary_credentials_are_narrowed;
  const Principal by_key = alice, by_root_key = root;
  EXPECT(denied<needs>(why(get_scoped_credentials(by_key, with(reads), allows))));
  EXPECT(denied<needs>(why(get_scoped_credentials(by_root_key, with(reads), allows))));
  EXPECT(denied<needs>(may_call(alice, "sts:GetScopedCredentials", allows)));
  EXPECT(denied<needs>(may_call(root, "sts:GetScopedCredentials", allows)));

  const Session token = *get_session_token(alice, {.at = {1000}});
  const Session root_token = *get_session_token(root, {.at = {1000}});
  const Session federated = *get_federation_token(alice, "carol", {.at = {1000}, .session_policy = reads}, allows);
  const Session by_ec2 = *assume_role(ec2, app, {.session_name = "i-0123456789abcdef0", .at = {1000}});
  const Session by_lambda = *assume_role(lambda, app, {.session_name = "fn", .at = {1000}});
  const Session* const sessions[] = {&on_app, &token, &root_token, &federated, &by_ec2, &by_lambda};
  for (const Session* each : sessions) {
    const Begun narrow = get_scoped_credentials(*each, with(reads), allows);
    EXPECT(narrow.has_value());
    EXPECT(narrow->principal() == each->principal());
    EXPECT(caller_kind_of(*narrow) == caller_kind_of(*each));
  }
}

DUAL_TEST_CASE("what is not said about a kind of session stays open") {
  const RootAccess central{.management_account = a, .is_enabled = Truth::yes, .at_regional_endpoint = Truth::yes};
  const Session member =
      *assume_root(on_app, Account(b), RootTask::unlock_bucket_policy, central, {.at = {1000}}, allows);
  EXPECT(is_open(why(get_scoped_credentials(member, with(reads, {1100}), allows)), open_questions::u129));
  const RoleSession known_by_name(a, "app", "s1");
  const Verdict of_a_name = why(get_scoped_credentials(known_by_name, with(reads), allows));
  EXPECT(of_a_name.left_open_by<rules::a_scope_ends_with_its_session>());
}

DUAL_TEST_CASE("GSC-3: a call states a policy, a duration or both") {
  EXPECT(invalid<rules::a_scope_narrows_something>(why(get_scoped_credentials(on_app, {.at = {2000}}, allows))));
  EXPECT(get_scoped_credentials(on_app, with(reads), allows).has_value());
  EXPECT(get_scoped_credentials(on_app, {.duration = seconds(60), .at = {2000}}, allows).has_value());
  EXPECT(get_scoped_credentials(on_app, {.duration = seconds(60), .at = {2000}, .session_policy = reads}, allows)
             .has_value());
}

DUAL_TEST_CASE("GSC-4, GSC-6, TOK-2: it takes a policy, a description and a token size, and nothing else") {
  using takes = rules::the_operation_takes_every_parameter;
  const ManagedPolicy managed[] = {{"arn:aws:iam::aws:policy/ReadOnlyAccess"}};
  const auto asked = [](StsRequest request) {
    request.at = {2000};
    request.duration = seconds(60);
    return why(get_scoped_credentials(on_app, request, allows));
  };
  EXPECT(asked({}));
  EXPECT(IdentityPolicy(of_2048).source().size() == 2048);
  EXPECT(asked({.session_policy = of_2048}));
  EXPECT(invalid<rules::session_policies_are_within_their_limits>(asked({.session_policy = of_2049})));
  EXPECT(invalid<takes>(asked({.managed_policies = managed})));
  EXPECT(asked({.managed_policies = managed}).limit == &limits::session_policy_arns);
  EXPECT(invalid<takes>(asked({.tags = tags})));
  EXPECT(invalid<takes>(asked({.source_identity = "alice"})));
  EXPECT(invalid<takes>(asked({.session_name = "s2"})));
  EXPECT(invalid<takes>(asked({.serial_number = "GAHT12345678", .token_code = "123456"})));
  using sizes = rules::every_parameter_has_its_form;
  constexpr Text sixteen = "a description of";
  char description[257]{};
  for (std::size_t i = 0; i < sizeof description; ++i) description[i] = sixteen[i % sixteen.size()];
  EXPECT(asked({.scoped_session_description = Text(description, 256)}));
  EXPECT(invalid<sizes>(asked({.scoped_session_description = Text(description, 257)})));
  EXPECT(asked({.minimum_token_size = 4096}));
  EXPECT(invalid<sizes>(asked({.minimum_token_size = 4097})));
  EXPECT(invalid<sizes>(asked({.minimum_token_size = -1})));
  EXPECT(asked({.minimum_token_size = 4097}).limit == &limits::minimum_token_size);
  // Operations that give no session token do not take its size, and no other takes the description.
  EXPECT(assume_role(alice, app, {.session_name = "s1", .minimum_token_size = 4096}, allows).has_value());
  EXPECT(get_session_token(alice, {.minimum_token_size = 1}).has_value());
  const OutboundFederation enabled{.is_enabled = Truth::yes};
  const Result<OutboundToken, Verdict> outbound =
      get_web_identity_token(on_app, enabled, {.at = {2000}, .minimum_token_size = 1}, allows);
  EXPECT((!outbound && invalid<takes>(outbound.error())));
  EXPECT(
      invalid<takes>(why(assume_role(alice, app, {.session_name = "s1", .scoped_session_description = "x"}, allows))));
}

DUAL_TEST_CASE("GSC-5, GSC-14: it ends with the calling session at the latest, which is no hour of chaining") {
  using ends = rules::a_scope_ends_with_its_session;
  const Session inherits = *get_scoped_credentials(on_app, with(reads), allows);
  EXPECT(inherits.begins() == Instant{2000});
  EXPECT(inherits.ends() == Instant{8200});
  EXPECT((inherits.lifetime_basis() == LifetimeBasis::ends_with_session));
  const auto lasting = [](std::int64_t duration) {
    return get_scoped_credentials(on_app, {.duration = {duration}, .at = {2000}}, allows);
  };
  EXPECT(lasting(1)->ends() == Instant{2001});
  EXPECT(lasting(6200)->ends() == Instant{8200});  // more than an hour
  EXPECT((lasting(6200)->lifetime_basis() == LifetimeBasis::as_asked));
  EXPECT(invalid<ends>(why(lasting(6201))));
  EXPECT(why(lasting(6201)).at_most == 6200);
  EXPECT(sts_error_of(why(lasting(6201)))->error == StsError::insufficient_session_lifetime);  // GSC-12
  using operations_limits = rules::the_duration_is_within_the_operations_limits;
  EXPECT(invalid<operations_limits>(why(lasting(0))));
  EXPECT(invalid<operations_limits>(why(lasting(129601))));
  const Session long_token = *get_session_token(alice, {.duration = {129600}, .at = {1000}});
  EXPECT(get_scoped_credentials(long_token, {.duration = {129600}, .at = {1000}}).error().is_unknown());  // U-129
  EXPECT(get_scoped_credentials(long_token, {.duration = {129600}, .at = {1000}}, allows).has_value());
  EXPECT(invalid<rules::a_session_is_used_before_it_ends>(
      why(get_scoped_credentials(on_app, with(reads, {8200}), allows))));
  // Of a narrower session the end of the calling session counts, not the role's maximum.
  const Session minute = *lasting(60);
  EXPECT(longest_lifetime_of(minute).longest == seconds(6200));
  EXPECT(longest_lifetime_of(minute).cap == &ends::info);
  const Session narrower = *get_scoped_credentials(minute, {.duration = seconds(10), .at = {2000}}, allows);
  EXPECT(longest_lifetime_of(narrower).longest == seconds(60));
  EXPECT(invalid<ends>(why(get_scoped_credentials(minute, {.duration = seconds(61), .at = {2000}}, allows))));
}

// Permissions for GetScopedCredentials,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getscopedcredentials.html
DUAL_TEST_CASE("GSC-7: it can do what the session can do, this policy allows, and every earlier policy allows") {
  const Session first = *get_scoped_credentials(on_app, with(reads), allows);
  const Session second = *get_scoped_credentials(first, with(lists), allows);
  const Session later = *get_scoped_credentials(second, {.duration = seconds(60), .at = {2000}}, allows);
  const Policies s3 = own(only<all_of_s3>);
  EXPECT(may_call(on_app, "s3:PutObject", s3));
  EXPECT(denied<rules::ordinary_calls_need_permission>(may_call(first, "s3:PutObject", s3)));
  EXPECT(may_call(first, "s3:GetObject", s3));
  EXPECT(!may_call(second, "s3:GetObject", s3));
  EXPECT(may_call(second, "s3:ListBucket", s3));
  EXPECT(may_call(second, "s3:ListBucket", s3).decision == Decision::allowed);
  EXPECT(!may_call(second, "ec2:RunInstances", s3));  // the policy allows it, the session never could
  EXPECT(!may_call(later, "s3:GetObject", s3));
  EXPECT(may_call(later, "s3:ListBucket", s3));
  EXPECT(may_call(later, "s3:GetObject", s3).cited.is_at(Gate::session));
  // A session policy of the session limits it too.
  const Session restricted =
      *assume_role(alice, app, {.session_name = "s1", .at = {1000}, .session_policy = lists}, allows);
  const Session narrowed = *get_scoped_credentials(restricted, with(gets), allows);
  EXPECT(!may_call(narrowed, "s3:GetObject", s3));
  EXPECT(!may_call(narrowed, "s3:ListBucket", s3));
  // An explicit Deny of any layer denies.
  const Session denied_scopes = *get_scoped_credentials(on_app, with(no_scopes), allows);
  const Session under_it = *get_scoped_credentials(on_app, with(reads), allows);
  EXPECT(may_call(denied_scopes, "sts:GetScopedCredentials", allows).decision == Decision::denied_explicitly);
  EXPECT(!may_call(under_it, "sts:GetScopedCredentials", allows).is_unknown());
  // The root user's own session is limited by it, although no session policy limits it.
  const Session root_token = *get_session_token(root, {.at = {1000}});
  const Session of_root = *get_scoped_credentials(root_token, with(gets), allows);
  EXPECT(may_call(root_token, "s3:PutObject", allows));
  EXPECT(!may_call(of_root, "s3:PutObject", allows));
  EXPECT(may_call(of_root, "s3:GetObject", allows));
}

DUAL_TEST_CASE("GSC-8, GSC-10: three policies limit a session, and a fourth is denied") {
  const Session first = *get_scoped_credentials(on_app, with(reads), allows);
  const Session second = *get_scoped_credentials(first, with(reads), allows);
  const Session shorter = *get_scoped_credentials(second, {.duration = seconds(60), .at = {2000}}, allows);
  const Session third = *get_scoped_credentials(shorter, with(reads), allows);
  EXPECT(scope_down_policies(on_app) == 0);
  EXPECT(scope_down_policies(first) == 1);
  EXPECT(scope_down_policies(shorter) == 2);
  EXPECT(scope_down_policies(third) == 3);
  const Verdict fourth = why(get_scoped_credentials(third, with(reads), allows));
  EXPECT(denied<rules::three_scopes_limit_a_session>(fourth));
  EXPECT(fourth.limit == &limits::scope_down_policies);
  EXPECT(get_scoped_credentials(third, {.duration = seconds(30), .at = {2000}}, allows).has_value());
}

DUAL_TEST_CASE("GSC-9: it is the same session, and no link of a chain") {
  const Session narrow = *get_scoped_credentials(
      on_app, {.at = {2000}, .session_policy = reads, .scoped_session_description = "job 7"}, allows);
  EXPECT(narrow.principal() == on_app.principal());
  EXPECT(narrow.begun_by() == on_app.begun_by());
  EXPECT(narrow.operation() == Operation::assume_role);
  EXPECT(narrow.kind() == SessionKind::role);
  EXPECT(narrow.role() == &app);
  EXPECT(narrow.before() == nullptr);
  EXPECT(narrow.narrowed_from() == &on_app);
  EXPECT(&unscoped(narrow) == &on_app);
  EXPECT(&unscoped(on_app) == &on_app);
  EXPECT(narrow.source_identity() == "alice");
  EXPECT(narrow.description() == "job 7");
  EXPECT(Chain(narrow).length() == 1);
  EXPECT(origin(narrow).kind == OriginKind::long_term_key);
  // All tags, not only the transitive ones.
  EXPECT(principal_tag(narrow, "aws:PrincipalTag/team", "team")[0] == "red");
  EXPECT(principal_tag(narrow, "aws:PrincipalTag/cost", "cost")[0] == "7");
  EXPECT(handed_on_tag(narrow, "cost") != nullptr);
  EXPECT(handed_on_tag(narrow, "team") == nullptr);
  // What it begins is begun by the role session: an hour of chaining, with the inherited tag and source identity.
  const Session next = *assume_role(narrow, data, {.session_name = "s2", .duration = hours(1), .at = {2000}}, allows);
  EXPECT(next.source_identity() == "alice");
  EXPECT(next.before() == &narrow);
  EXPECT(Chain(next).length() == 2);
  EXPECT(principal_tag(next, "aws:PrincipalTag/cost", "cost")[0] == "7");
  EXPECT(invalid<rules::a_chained_session_lasts_an_hour>(
      why(assume_role(narrow, data, {.session_name = "s2", .duration = {3601}, .at = {2000}}, allows))));
}

DUAL_TEST_CASE("a scope-down policy limits which role the session assumes") {
  const Session reading = *get_scoped_credentials(on_app, with(gets), allows);
  const Session assuming = *get_scoped_credentials(on_app, with(assumes), allows);
  EXPECT(!may_assume(reading, data, allows));
  const Role plain(a, "plain", trust);
  const Session untagged = *assume_role(alice, app, {.session_name = "s1", .at = {1000}}, allows);
  const Session narrow = *get_scoped_credentials(untagged, with(assumes), allows);
  EXPECT(may_assume(narrow, plain, allows));
  EXPECT(!may_assume(narrow, plain, silent));
  // The inherited tag and source identity need their permissions of the policy too.
  EXPECT(!may_assume(assuming, data, allows));
}

// GSC-7, for a flow: what a policy does not name, a policy of the resource cannot give back; a flow leaves it open.
DUAL_TEST_CASE("a flow calls what every scope-down policy of its session names") {
  using name_the_call = rules::the_session_policies_name_the_call;
  const Session reading = *get_scoped_credentials(on_app, with(gets), allows);
  const Session outer = *get_scoped_credentials(on_app, with(reads), allows);
  const Session later = *get_scoped_credentials(outer, {.duration = seconds(60), .at = {2000}}, allows);
  const Session listing = *get_scoped_credentials(outer, with(lists), allows);
  const Session barred = *get_scoped_credentials(on_app, with(no_scopes), allows);
  const auto calling = [](const Session& session, Text action) {
    const Place memory = catalog::cli_memory.owned_by(OsUser("chiba", Privilege::ordinary, Plane::client));
    return check(uses(session) | rests_in(memory) | read_by(OsUser("chiba", Privilege::ordinary, Plane::client)) |
                 calls(action))
        .verdict;
  };
  EXPECT(calling(on_app, "s3:PutObject"));
  EXPECT(calling(reading, "s3:GetObject"));
  EXPECT(calling(later, "s3:GetObject"));
  EXPECT(calling(reading, "s3:PutObject").left_open_by<name_the_call>());
  EXPECT(calling(later, "s3:PutObject").left_open_by<name_the_call>());
  EXPECT(calling(listing, "s3:GetObject").left_open_by<name_the_call>());
  EXPECT(calling(listing, "ec2:RunInstances").left_open_by<name_the_call>());
  EXPECT(calling(listing, "s3:ListBucket"));
  EXPECT(calling(barred, "sts:GetScopedCredentials").refused_by<name_the_call>());
}

DUAL_TEST_CASE("GSC-11: the global endpoint does not have it") {
  StsRequest request = with(reads);
  request.at_global_endpoint = true;
  EXPECT(invalid<rules::credentials_are_scoped_in_a_region>(why(get_scoped_credentials(on_app, request, allows))));
}

// Whether it needs an Allow is U-129.
DUAL_TEST_CASE("GSC-15: a Deny denies it, an Allow allows it, and without either it is open") {
  EXPECT(why(get_scoped_credentials(on_app, with(reads), denies)).decision == Decision::denied_explicitly);
  EXPECT(get_scoped_credentials(on_app, with(reads), own(only<scopes>)).has_value());
  EXPECT(is_open(why(get_scoped_credentials(on_app, with(reads), silent)), open_questions::u129));
  EXPECT(is_open(why(get_scoped_credentials(on_app, with(reads), own(only<gets>))), open_questions::u129));
  EXPECT(why(get_scoped_credentials(on_app, with(reads), own(only<no_scopes>))).decision ==
         Decision::denied_explicitly);
  EXPECT(why(get_scoped_credentials(on_app, with(reads))).is_unknown());
  Policies organized = own(only<scopes>);
  organized.service_control = one_level;
  EXPECT(is_open(why(get_scoped_credentials(on_app, with(reads), organized)), open_questions::u129));
  // So for a session whose scope-down policy does not have the action.
  const Session narrow = *get_scoped_credentials(on_app, with(gets), allows);
  EXPECT(is_open(why(get_scoped_credentials(narrow, with(gets), allows)), open_questions::u129));
}

// Actions, resources, and condition keys for AWS Security Token Service,
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
namespace {
constexpr auto of_carol = R"({"Statement": {"Effect": "Allow", "Action": "sts:GetFederationToken",
  "Resource": "arn:aws:sts::111122223333:federated-user/carol"}})"_identity_policy;
constexpr auto of_member = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoot",
  "Resource": "arn:aws:iam::444455556666:root"}})"_identity_policy;
constexpr auto of_itself = R"({"Statement": {"Effect": "Allow", "Resource": "arn:aws:sts::111122223333:self",
  "Action": ["sts:GetScopedCredentials", "sts:GetWebIdentityToken"]}})"_identity_policy;
}  // namespace
DUAL_TEST_CASE("KEY-4: a policy can name the federated user and the root user; who takes the session itself is open") {
  EXPECT(get_federation_token(alice, "carol", {.session_policy = reads}, own(only<of_carol>)).has_value());
  const Begun other = get_federation_token(alice, "dave", {.session_policy = reads}, own(only<of_carol>));
  EXPECT(denied<rules::a_user_needs_permission_for_federation_tokens>(why(other)));
  const RootAccess central{.management_account = a, .is_enabled = Truth::yes, .at_regional_endpoint = Truth::yes};
  const auto unlocking = [&](AccountId member) {
    return why(assume_root(on_app, Account(member), RootTask::unlock_bucket_policy, central, {.at = {1000}},
                           own(only<of_member>)));
  };
  EXPECT(unlocking(b));
  EXPECT(denied<rules::assume_root_is_for_administrators>(unlocking("777788889999"_account)));
  EXPECT(why(get_scoped_credentials(on_app, with(reads), own(only<of_itself>))).is_unknown());
  const OutboundFederation enabled{.is_enabled = Truth::yes};
  const auto outbound = get_web_identity_token(on_app, enabled, {.at = {2000}}, own(only<of_itself>));
  EXPECT((!outbound && outbound.error().is_unknown()));
}

// U-130.
DUAL_TEST_CASE("when it was issued, and whether it still says that MFA was used, is open") {
  const StsRequest with_mfa{
      .at = {100000}, .serial_number = "arn:aws:iam::111122223333:mfa/alice", .token_code = "000000"};
  const Session token = *get_session_token(alice, with_mfa);
  const Session narrow = *get_scoped_credentials(token, with(no_scopes, {100100}), allows);
  EXPECT(token.has_mfa() == Truth::yes);
  EXPECT(narrow.has_mfa() == Truth::unknown);
  EXPECT(may_call(token, "iam:ListUsers", allows));
  EXPECT(is_open(may_call(narrow, "iam:ListUsers", allows), open_questions::u130));
  const Session without = *get_session_token(alice, {.at = {100000}});
  const Session narrow_without = *get_scoped_credentials(without, with(no_scopes, {100100}), allows);
  EXPECT(narrow_without.has_mfa() == Truth::no);
  EXPECT(denied<rules::session_tokens_call_iam_with_mfa>(may_call(narrow_without, "iam:ListUsers", allows)));

  CallOrigin origin;
  origin.session = narrow;
  ContextKey issued;
  EXPECT(SessionKeysOf<void>(origin).find("aws:TokenIssueTime", alice, nullptr, issued));
  EXPECT(issued.is_unknown());

  const Session scoped = *get_scoped_credentials(on_app, with(reads), allows);  // on_app begins at 1000, this at 2000
  const auto revoked = [&](std::int64_t before) { return is_usable(scoped, {2500}, {&app, {before}, false}); };
  EXPECT(revoked(1000));
  EXPECT(is_open(revoked(1001), open_questions::u130));
  EXPECT(is_open(revoked(2000), open_questions::u130));
  EXPECT(revoked(2001).refused_by<rules::the_session_is_not_revoked>());
  EXPECT(is_usable(on_app, {2500}, {&app, {1001}, false}).refused_by<rules::the_session_is_not_revoked>());
}

// At compile time: scoped_session_of gives the session, or the error of the rule.
namespace {
constexpr StsRequest for_the_agent{.duration = minutes(15), .at = {2000}, .session_policy = reads};
constexpr Session agent = scoped_session_of<on_app, for_the_agent, own_policies_allow>;
}  // namespace
DUAL_TEST_CASE("scoped_session_of is get_scoped_credentials") {
  EXPECT(agent.ends() == Instant{2900});
  EXPECT(agent.narrowed_from() == &on_app);
  EXPECT(scope_down_policies(agent) == 1);
}
