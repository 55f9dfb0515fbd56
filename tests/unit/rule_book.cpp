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

constexpr AssumeFacts asked(const Principal& who, const Role& role, CallerSide side = CallerSide::allows) {
  return AssumeFacts(who, role, side);
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
struct Broken {
  static constexpr Truth refusal = Truth::no;
};
#define EXAMPLE(rule, facts, accept, refuse)  \
  template <>                                 \
  struct Example<rule> : Broken {             \
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

template <>
struct Example<the_conditions_are_met> {
  static constexpr Truth refusal = Truth::unknown;  // never a no: which values the request has is not known
  static constexpr AssumeFacts accepted = asked(alice, open_role), refused = asked(alice, conditional_role);
};

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
  return Rule::holds(Example<Rule>::refused) == Example<Rule>::refusal;
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

DUAL_TEST_CASE("the lists of the questions make up the book") {
  EXPECT(assume_rules::size == caller_rules::size + trust_rules::size);
  EXPECT(all::size == assume_rules::size + read_rules::size + session_rules::size + federation_rules::size +
                          move_rules::size + call_rules::size);
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
