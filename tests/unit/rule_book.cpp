// The rule book: ids, sentences and sources, and for every rule one fact that it accepts and one that it does not.
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
constexpr WebIdentity job =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
constexpr OsUser user("ec2-user"), root("root", Privilege::superuser);
constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client);

constexpr auto account_a = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "111122223333"}}})"_trust_policy;
constexpr auto with_condition = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "111122223333"}, "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}})"_trust_policy;
constexpr auto denies_alice = R"({"Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}},
  {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}
]})"_trust_policy;
constexpr auto github = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": {"Federated":
    "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}}})"_trust_policy;
constexpr Role open_role(a, "open", account_a), conditional_role(a, "conditional", with_condition);
constexpr Role denying_role(a, "denying", denies_alice), github_role(a, "github", github);
constexpr Role chinese_role(a, "open", account_a, Partition::aws_cn), foreign_role(b, "github", github);

constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");
constexpr auto idp = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML",
  "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/idp"}}})"_trust_policy;
constexpr Role idp_role(a, "idp", idp), reserved_role(a, "/aws-reserved/sso.amazonaws.com/", "AWSReservedSSO_x", idp);
constexpr auto whatever_alice = R"({"Statement": {"Effect": "Allow", "Action": "sts:*",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
constexpr Role liberal_role(a, "liberal", whatever_alice);

constexpr AssumeFacts asked(const Principal& who, const Role& role, CallerSide side = CallerSide::allows) {
  return AssumeFacts(who, role, side);
}
constexpr AssumeFacts asked_for(const Principal& who, const Role& role, Text action) {
  AssumeSetting setting(CallerSide::allows);
  setting.action = action;
  return AssumeFacts(who, role, setting);
}

// Each kind of policy: one that allows everything, one that allows nothing of STS, one that denies.
#define STATEMENT(who, effect, action)                                                       \
  R"({"Version": "2012-10-17", "Statement": {"Effect": ")" effect R"(", "Action": ")" action \
  R"(", "Resource": "*")" who "}}"
#define ANYONE R"(, "Principal": "*")"
constexpr auto own_all = STATEMENT("", "Allow", "*") ""_identity_policy;
constexpr auto control_all = STATEMENT("", "Allow", "*") ""_service_control_policy;
constexpr auto control_s3 = STATEMENT("", "Allow", "s3:*") ""_service_control_policy;
constexpr auto resource_none = STATEMENT(ANYONE, "Deny", "sts:*") ""_resource_control_policy;
constexpr auto resource_no_s3 = STATEMENT(ANYONE, "Deny", "s3:*") ""_resource_control_policy;
constexpr auto endpoint_all = STATEMENT(ANYONE, "Allow", "*") ""_endpoint_policy;
constexpr auto endpoint_s3 = STATEMENT(ANYONE, "Allow", "s3:*") ""_endpoint_policy;
constexpr auto endpoint_none = STATEMENT(ANYONE, "Deny", "sts:*") ""_endpoint_policy;

constexpr IdentityPolicy own[] = {own_all};
constexpr ServiceControlPolicy all_of_it[] = {control_all}, s3_of_it[] = {control_s3};
constexpr Span<ServiceControlPolicy> open_levels[] = {all_of_it, all_of_it}, shut_level[] = {all_of_it, s3_of_it};
constexpr ResourceControlPolicy nothing_denied[] = {resource_no_s3}, sts_denied[] = {resource_none};
constexpr Span<ResourceControlPolicy> no_wall[] = {nothing_denied}, wall[] = {nothing_denied, sts_denied};

constexpr Policies controlled_by(Span<Span<ServiceControlPolicy>> levels) {
  Policies policies;
  policies.identity = own;
  policies.service_control = levels;
  return policies;
}
constexpr Policies bound_by(Span<Span<ResourceControlPolicy>> levels) {
  Policies policies;
  policies.identity = own;
  policies.resource_control = levels;
  return policies;
}
constexpr Policies through(EndpointPolicy endpoint) {
  Policies policies;
  policies.identity = own;
  policies.endpoint = endpoint;
  return policies;
}
constexpr Policies allowed_above = controlled_by(open_levels), not_allowed_above = controlled_by(shut_level);
constexpr Policies no_wall_before_it = bound_by(no_wall), wall_before_it = bound_by(wall);
constexpr Policies through_all = through(endpoint_all), through_s3 = through(endpoint_s3),
                   through_none = through(endpoint_none);

constexpr ContextKey tags[] = {{"aws:RequestTag/team", "x"}};
constexpr ContextKey first_name[] = {{"sts:SourceIdentity", "alice"}};
constexpr ContextKey same_name[] = {{"aws:SourceIdentity", "alice"}, {"sts:SourceIdentity", "alice"}};
constexpr ContextKey other_name[] = {{"aws:SourceIdentity", "alice"}, {"sts:SourceIdentity", "bob"}};

template <class... Known>
constexpr AssumeFacts asked_with(const Role& role, const Known&... known) {
  return AssumeFacts(alice, role, setting_of(known...));
}
constexpr PassFacts passing(const Principal& who, const Role& role, CallerSide side = CallerSide::allows) {
  return PassFacts(who, role, side, {}, {});
}
constexpr SessionFacts lasting(std::int32_t duration, std::int32_t maximum, bool chained) {
  return {.duration = seconds(duration), .roles_maximum = seconds(maximum), .by_a_role_session = chained};
}
constexpr Place chibas_cache = catalog::cli_cache.owned_by(chiba);
constexpr MoveFacts from_sts(PrincipalKind assumer, const Place& to) {
  return {assumer, "ec2.amazonaws.com", nullptr, &to};
}
constexpr MoveFacts moved(const Place& from, const Place& to) {
  return {PrincipalKind::service, "ec2.amazonaws.com", &from, &to};
}

// A rule that is not in this list does not compile.
template <class Rule>
struct Example;
#define EXAMPLE(rule, facts, accept, refuse)  \
  template <>                                 \
  struct Example<rule> {                      \
    static constexpr facts accepted = accept; \
    static constexpr facts refused = refuse;  \
  }

EXAMPLE(only_a_principal_calls_sts, AssumeFacts, asked(alice, open_role), AssumeFacts(Asker::software, open_role));
EXAMPLE(a_role_never_acts, AssumeFacts, asked(alice, open_role), AssumeFacts(Asker::role, open_role));
EXAMPLE(an_account_makes_no_request, AssumeFacts, asked(alice, open_role), AssumeFacts(Asker::account, open_role));
EXAMPLE(the_root_user_assumes_no_role, AssumeFacts, asked(alice, open_role), asked(RootUser(a), open_role));
EXAMPLE(a_federated_user_assumes_no_role, AssumeFacts, asked(alice, open_role),
        asked(FederatedUser(a, "carol"), open_role));
EXAMPLE(the_instance_identity_assumes_no_role, AssumeFacts, asked(alice, open_role),
        asked(InstanceIdentity(a, "i-0123456789abcdef0"), open_role));
EXAMPLE(no_trust_across_partitions, AssumeFacts, asked(alice, open_role), asked(alice, chinese_role));
EXAMPLE(a_provider_is_trusted_in_its_account, AssumeFacts, asked(job, github_role), asked(job, foreign_role));
EXAMPLE(the_callers_side_does_not_deny, AssumeFacts, asked(alice, open_role),
        asked(alice, open_role, CallerSide::denies));
EXAMPLE(the_trust_policy_does_not_deny, AssumeFacts, asked(IamUser(a, "bob"), denying_role),
        asked(alice, denying_role));
EXAMPLE(the_trust_policy_names_the_caller, AssumeFacts, asked(alice, open_role), asked(IamUser(b, "alice"), open_role));
EXAMPLE(the_callers_own_policies_allow, AssumeFacts, asked(alice, open_role),
        asked(alice, open_role, CallerSide::silent));
EXAMPLE(nothing_on_the_callers_side_blocks, AssumeFacts, asked(alice, open_role),
        asked(alice, open_role, CallerSide::blocked));
EXAMPLE(the_operation_is_the_callers, AssumeFacts, asked_for(alice, open_role, "sts:AssumeRole"),
        asked_for(alice, open_role, "sts:AssumeRoleWithSAML"));
EXAMPLE(a_role_of_identity_center_takes_no_own_assertion, AssumeFacts, asked(employee, idp_role),
        asked(employee, reserved_role));

constexpr ContextKey with_mfa[] = {{"aws:MultiFactorAuthPresent", "true"}};
constexpr RequestContext wholly_described{Span<ContextKey>{}};
EXAMPLE(the_conditions_are_met, AssumeFacts, asked_with(conditional_role, own_policies_allow, RequestContext(with_mfa)),
        asked_with(conditional_role, own_policies_allow, wholly_described));
EXAMPLE(the_resource_control_policies_do_not_deny, AssumeFacts, asked_with(open_role, no_wall_before_it),
        asked_with(open_role, wall_before_it));
EXAMPLE(the_endpoint_policy_does_not_deny, AssumeFacts, asked_with(open_role, through_s3),
        asked_with(open_role, through_none));
EXAMPLE(every_level_of_service_control_policies_allows, AssumeFacts, asked_with(open_role, allowed_above),
        asked_with(open_role, not_allowed_above));
EXAMPLE(the_endpoint_policy_allows, AssumeFacts, asked_with(open_role, through_all), asked_with(open_role, through_s3));
EXAMPLE(session_tags_need_tag_session, AssumeFacts, asked_with(liberal_role, own_policies_allow, RequestContext(tags)),
        asked_with(open_role, own_policies_allow, RequestContext(tags)));
EXAMPLE(a_source_identity_needs_set_source_identity, AssumeFacts,
        asked_with(liberal_role, own_policies_allow, RequestContext(first_name)),
        asked_with(open_role, own_policies_allow, RequestContext(first_name)));
EXAMPLE(a_source_identity_stays_what_it_is, AssumeFacts,
        asked_with(liberal_role, own_policies_allow, RequestContext(same_name)),
        asked_with(liberal_role, own_policies_allow, RequestContext(other_name)));
EXAMPLE(users_and_sessions_pass_roles, PassFacts, passing(alice, open_role),
        passing(Service("ec2.amazonaws.com"), open_role));
EXAMPLE(a_role_is_passed_within_its_account, PassFacts, passing(alice, open_role), passing(alice, foreign_role));
EXAMPLE(the_caller_may_pass_the_role, PassFacts, passing(alice, open_role),
        passing(alice, open_role, CallerSide::silent));

constexpr ReadFacts read_by(const OsUser& who, const Place& place, Truth rests = Truth::yes, Node node = {}) {
  return {who, &place, node, rests};
}
EXAMPLE(there_is_a_credential_to_read, ReadFacts, read_by(root, catalog::agent_file_linux),
        read_by(root, catalog::agent_file_linux, Truth::no));
EXAMPLE(a_plane_sees_what_is_exposed_to_it, ReadFacts, read_by(root, catalog::profile_path),
        read_by(root, catalog::ec2_service));
EXAMPLE(a_machine_keeps_to_itself, ReadFacts, read_by(chiba, chibas_cache), read_by(root, chibas_cache));
EXAMPLE(the_metadata_service_answers_the_whole_machine, ReadFacts, read_by(user, catalog::profile_path),
        read_by(user, catalog::profile_path, Truth::yes, {.metadata = MetadataService::off}));
EXAMPLE(the_agents_file_is_the_superusers, ReadFacts, read_by(root, catalog::agent_file_linux),
        read_by(user, catalog::agent_file_linux));
EXAMPLE(a_users_own_is_read_by_him_and_the_superuser, ReadFacts, read_by(chiba, chibas_cache),
        read_by(OsUser("zoe", Privilege::ordinary, Plane::client), chibas_cache));
EXAMPLE(the_reply_goes_to_whoever_can_sign_for_it, ReadFacts, read_by(root, catalog::token_reply),
        read_by(user, catalog::token_reply));

EXAMPLE(the_duration_is_within_the_operations_limits, SessionFacts, lasting(900, 3600, false),
        lasting(899, 3600, false));
EXAMPLE(the_duration_is_within_the_roles_maximum, SessionFacts, lasting(3600, 3600, false), lasting(3601, 3600, false));
EXAMPLE(a_chained_session_lasts_an_hour, SessionFacts, lasting(3600, 43200, true), lasting(3601, 43200, true));

constexpr SessionFacts maximum_of(std::int32_t maximum) {
  return {.duration = seconds(900), .roles_maximum = seconds(maximum)};
}
EXAMPLE(the_roles_maximum_is_one_that_iam_takes, SessionFacts, maximum_of(3600), maximum_of(3599));
constexpr SessionFacts too_late{.duration = seconds(900), .callers_session_is_valid = false};
EXAMPLE(a_session_is_used_before_it_ends, SessionFacts, maximum_of(3600), too_late);

constexpr PermissionFacts permitted{CallerSide::allows}, not_permitted{CallerSide::silent};
EXAMPLE(a_user_needs_permission_for_federation_tokens, PermissionFacts, permitted, not_permitted);

EXAMPLE(sts_replies_to_its_caller, MoveFacts, from_sts(PrincipalKind::service, catalog::ec2_service),
        from_sts(PrincipalKind::iam_user, catalog::ec2_service));
EXAMPLE(a_credential_leaves_aws_through_a_surface, MoveFacts, moved(catalog::profile_path, catalog::agent_memory),
        moved(catalog::ec2_service, catalog::agent_memory));
EXAMPLE(a_credential_does_not_move_into_aws, MoveFacts, moved(catalog::agent_memory, catalog::agent_file_linux),
        moved(catalog::agent_memory, catalog::ec2_service));
EXAMPLE(a_service_keeps_what_it_obtained, MoveFacts, moved(catalog::ec2_service, catalog::profile_path),
        moved(catalog::ec2_service, catalog::ssm_service));

EXAMPLE(a_call_names_an_action, CallFacts, CallFacts{"s3:GetObject"}, CallFacts{"GetObject"});

// What is asked of each rule.
template <class Rule>
constexpr bool accepts() {
  return Rule::holds(Example<Rule>::accepted) == Truth::yes;
}
template <class Rule>
constexpr bool refuses() {
  return Rule::holds(Example<Rule>::refused) == Truth::no;
}

struct Entry {
  const RuleInfo& info;
  bool accepts, refuses;
};
template <class... Rule>
struct Book {
  Entry entries[sizeof...(Rule)];
};
template <class... Rule>
constexpr Book<Rule...> read(RuleList<Rule...>) {
  return {{{Rule::info, accepts<Rule>(), refuses<Rule>()}...}};
}
constexpr auto book = read(all{});

constexpr bool is_well_formed(Text id) {
  if (id.size() != 4 || id[0] != 'W') return false;
  for (const char digit : id.part(1)) {
    if (digit < '0' || digit > '9') return false;
  }
  return true;
}
constexpr bool is_less(Text left, Text right) {
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] != right[i]) return left[i] < right[i];
  }
  return false;
}

}  // namespace

DUAL_TEST_CASE("every rule accepts something and refuses something") {
  for (const Entry& each : book.entries) {
    EXPECT(each.accepts);
    EXPECT(each.refuses);
  }
}

DUAL_TEST_CASE("conditions on what is not known of the request are open, and not refused") {
  EXPECT(the_conditions_are_met::holds(asked(alice, conditional_role)) == Truth::unknown);
}

DUAL_TEST_CASE("ids are W and three digits, each its own, and in order") {
  Text before = "W000";
  for (const Entry& each : book.entries) {
    EXPECT(is_well_formed(each.info.id));
    EXPECT(is_less(before, each.info.id));
    before = each.info.id;
  }
}

DUAL_TEST_CASE("a rule's sentence is one, without a full stop, and its name has no spaces") {
  for (const Entry& each : book.entries) {
    EXPECT(each.info.sentence.size() > 20);
    EXPECT(!each.info.sentence.ends_with("."));
    EXPECT(!each.info.sentence.ends_with(" "));
    EXPECT(each.info.sentence.find('\n') == Text::npos);
    EXPECT(!each.info.name.empty());
    EXPECT(each.info.name.find(' ') == Text::npos);
  }
}

DUAL_TEST_CASE("every rule rests on a document with a title and an address") {
  for (const Entry& each : book.entries) {
    EXPECT(!each.info.source.title.empty());
    EXPECT(each.info.source.url.starts_with("https://"));
    EXPECT(!name_of(each.info.source.grade).empty());
  }
}

DUAL_TEST_CASE("no two rules say the same") {
  for (const Entry& one : book.entries) {
    for (const Entry& other : book.entries) {
      if (&one == &other) continue;
      EXPECT(one.info.name != other.info.name);
      EXPECT(one.info.sentence != other.info.sentence);
    }
  }
}

DUAL_TEST_CASE("a broken rule is a denial or an invalid request") {
  for (const Entry& each : book.entries) {
    EXPECT(each.info.when_broken != Decision::allowed);
    EXPECT(each.info.when_broken != Decision::unknown);
  }
}

DUAL_TEST_CASE("a rule is found by its id, and nothing by any other text") {
  for (const Entry& each : book.entries) EXPECT(find(each.info.id) == &each.info);
  EXPECT(find("W101") == &only_a_principal_calls_sts::info);
  EXPECT(find("W503") == &a_credential_does_not_move_into_aws::info);
  for (const Text none : {Text(), Text("W"), Text("W000"), Text("W999"), Text("w101"), Text("W1011"), Text(" W101")}) {
    EXPECT(find(none) == nullptr);
  }
}

namespace {

template <class... Rule>
constexpr bool are_in_the_book(RuleList<Rule...>) {
  return ((find(Rule::info.id) == &Rule::info) && ...);
}

}  // namespace

DUAL_TEST_CASE("the lists of the questions make up the book") {
  EXPECT(assume_rules::size == caller_rules::size + trust_rules::size);
  EXPECT(trust_rules_by_id::size == trust_rules::size);
  // Passing a role shares the rules on explicit denials and on levels, a federation token the former.
  EXPECT(all::size == assume_rules::size + read_rules::size + session_rules::size + federation_token_rules::size - 1 +
                          move_rules::size + call_rules::size + pass_rules::size - 2);
  EXPECT(are_in_the_book(assume_rules{}));
  EXPECT(are_in_the_book(read_rules{}));
  EXPECT(are_in_the_book(session_rules{}));
  EXPECT(are_in_the_book(federation_token_rules{}));
  EXPECT(are_in_the_book(move_rules{}));
  EXPECT(are_in_the_book(call_rules{}));
  EXPECT(are_in_the_book(pass_rules{}));
  EXPECT(sizeof book.entries / sizeof book.entries[0] == all::size);
}

namespace {

struct Weather {
  Truth first, second, third;
};
#define PROBE(name, id, member)                                                                 \
  struct name {                                                                                 \
    WHENCE_RULE(id, name, Decision::denied_implicitly, "a rule for this test", sources::roles); \
    static constexpr Truth holds(const Weather& weather) { return weather.member; }             \
  }
PROBE(First, "T1", first);
PROBE(Second, "T2", second);
PROBE(Third, "T3", third);
using Probes = Joined<RuleList<First>, RuleList<Second, Third>>;

constexpr Truth no = Truth::no, unknown = Truth::unknown, yes = Truth::yes;

constexpr bool decides(const Weather& weather, const RuleInfo* rule, Truth truth) {
  const Judgement judgement = judge(Probes{}, weather);
  return judgement.rule == rule && judgement.truth == truth;
}

}  // namespace

DUAL_TEST_CASE("the first broken rule decides, else the first open one, else none") {
  EXPECT(decides({yes, yes, yes}, nullptr, yes));
  EXPECT(decides({no, no, no}, &First::info, no));
  EXPECT(decides({yes, no, no}, &Second::info, no));
  EXPECT(decides({yes, yes, no}, &Third::info, no));
  EXPECT(decides({unknown, yes, no}, &Third::info, no));
  EXPECT(decides({unknown, no, yes}, &Second::info, no));
  EXPECT(decides({yes, unknown, no}, &Third::info, no));
  EXPECT(decides({no, unknown, yes}, &First::info, no));
  EXPECT(decides({unknown, unknown, yes}, &First::info, unknown));
  EXPECT(decides({yes, unknown, unknown}, &Second::info, unknown));
  EXPECT(decides({yes, yes, unknown}, &Third::info, unknown));
}

DUAL_TEST_CASE("a verdict is yes only when it is allowed, and tells which rule refused it or left it open") {
  const Verdict allowed;
  EXPECT(allowed);
  EXPECT(!allowed.is_unknown());
  EXPECT(allowed.statement == -1);
  for (const Decision decision :
       {Decision::denied_explicitly, Decision::denied_implicitly, Decision::invalid_request}) {
    const Verdict denied{decision, &First::info, nullptr, -1};
    EXPECT(!denied);
    EXPECT(!denied.is_unknown());
    EXPECT(denied.refused_by<First>());
    EXPECT(!denied.refused_by<Second>());
    EXPECT(!denied.left_open_by<First>());
  }
  const Verdict open{Decision::unknown, &First::info, nullptr, -1};
  EXPECT(!open);
  EXPECT(open.is_unknown());
  EXPECT(!open.refused_by<First>());
  EXPECT(open.left_open_by<First>());
  EXPECT(!open.left_open_by<Second>());
}

DUAL_TEST_CASE("decisions have names") {
  EXPECT(name_of(Decision::allowed) == "allowed");
  EXPECT(name_of(Decision::denied_explicitly) == "denied explicitly");
  EXPECT(name_of(Decision::denied_implicitly) == "denied implicitly");
  EXPECT(name_of(Decision::invalid_request) == "invalid request");
  EXPECT(name_of(Decision::unknown) == "unknown");
}

DUAL_TEST_CASE("open questions have ids of their own, a question and a stance") {
  for (const OpenQuestion& one : open_questions::all) {
    EXPECT((one.id.starts_with("X-") || one.id.starts_with("U-")));
    EXPECT((one.question.ends_with("?") || one.question.ends_with(".")));
    EXPECT(!one.stance.empty());
    for (const OpenQuestion& other : open_questions::all) {
      if (&one != &other) EXPECT(one.id != other.id);
    }
  }
}
