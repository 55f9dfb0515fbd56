// Laws that every decision must obey, and questions to test them with. The bytes of a fuzzer or random numbers choose
// the fragments of a question.
#pragma once

#include <whence/document/policy_document.hpp>
#include <whence/whence.hpp>

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace laws {

using namespace whence;

template <std::size_t Count, class Dice>
Text one_of(const Text (&words)[Count], Dice& dice) {
  return words[dice(static_cast<unsigned>(Count))];
}

inline void append(std::string& out, Text text) { out.append(text.data(), text.size()); }

inline constexpr Text alice = "arn:aws:iam::111122223333:user/alice";
inline constexpr Text callers[] = {
    alice,
    "arn:aws:sts::111122223333:assumed-role/app/s1",
    "arn:aws:iam::444455556666:user/team/bob",
    "arn:aws:sts::444455556666:assumed-role/app/s1",
    "ec2.amazonaws.com",
    "arn:aws:iam::111122223333:root",
    "arn:aws:sts::111122223333:federated-user/alice",
    "arn:aws:sts::111122223333:assumed-role/aws:ec2-instance/i-1",
    "arn:aws:iam::111122223333:oidc-provider/idp.example.com",
    "arn:aws:iam::111122223333:saml-provider/adfs",
    "accounts.google.com",
    "arn:aws-cn:iam::111122223333:user/alice",
};
inline constexpr Text roles[] = {
    "arn:aws:iam::111122223333:role/target",
    "arn:aws:iam::444455556666:role/team/target",
    "arn:aws:iam::111122223333:role/app",
    "arn:aws:iam::111122223333:role/aws-service-role/ssm.amazonaws.com/target",
    "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_x",
};
inline constexpr Text actions_asked[] = {"sts:TagSession", "sts:SetSourceIdentity", "STS:ASSUMEROLE",
                                         "sts:AssumeRoleWithWebIdentity"};

inline constexpr Text principals[] = {
    R"("*")",
    R"({"AWS": "*"})",
    R"({"AWS": "arn:aws:iam::111122223333:root"})",
    R"({"AWS": "arn:aws:iam::111122223333:user/alice"})",
    R"({"AWS": "arn:aws:iam::111122223333:role/app"})",
    R"({"AWS": "arn:aws:sts::111122223333:assumed-role/app/s1"})",
    R"({"AWS": ["111122223333", "arn:aws:sts::111122223333:assumed-role/app/s1"]})",
    R"({"AWS": "444455556666"})",
    R"({"AWS": ["arn:aws:iam::444455556666:user/team/bob", "*"]})",
    R"({"Service": "ec2.amazonaws.com"})",
    R"({"Federated": "arn:aws:iam::111122223333:oidc-provider/idp.example.com"})",
    R"({"Federated": ["arn:aws:iam::111122223333:saml-provider/adfs", "accounts.google.com"],
        "AWS": "AIDACKCEVSQ6C2EXAMPLE"})",
};
inline constexpr Text trust_actions[] = {
    R"("Action": "sts:AssumeRole")",
    R"("Action": "sts:*")",
    R"("Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"])",
    R"("Action": "sts:Assume*")",
    R"("Action": "sts:TagSession")",
    R"("Action": ["sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"])",
    R"("NotAction": "sts:TagSession")",
};
inline constexpr Text other_actions[] = {
    R"("Action": "*")",
    R"("Action": ["sts:AssumeRole", "iam:PassRole"])",
    R"("Action": ["sts:*", "iam:*"])",
    R"("Action": "sts:assumerole")",
    R"("Action": "sts:TagSession")",
    R"("Action": "s3:GetObject")",
    R"("NotAction": "s3:*")",
    R"("NotAction": ["sts:AssumeRole", "iam:Pass*"])",
};
inline constexpr Text resources[] = {
    R"("Resource": "*")",
    R"("Resource": "arn:aws:iam::111122223333:role/target")",
    R"("Resource": ["arn:aws:iam::*:role/team/*", "arn:aws:s3:::bucket"])",
    R"("Resource": "arn:aws:iam::111122223333:role/tar?et")",
    R"("Resource": "arn:aws:iam::*:role/${aws:PrincipalTag/team}")",
    R"("Resource": "arn:aws:iam::111122223333:role/${aws:username, 'target'}")",
    R"("NotResource": "arn:aws:iam::444455556666:role/*")",
    R"("NotResource": ["arn:aws:iam::*:role/app", "arn:aws:iam::*:role/${aws:PrincipalTag/team}"])",
};

inline constexpr Text names[] = {
    "aws:PrincipalTag/team", "sts:ExternalId",        "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge",
    "aws:SourceIp",          "aws:CurrentTime",       "aws:PrincipalArn",           "aws:PrincipalOrgPaths",
    "sts:RoleSessionName",   "aws:SourceIdentity",    "sts:SourceIdentity",         "aws:TagKeys",
    "aws:RequestTag/team",   "sts:TransitiveTagKeys", "aws:PrincipalOrgID",         "aws:userid",
    "aws:SourceArn",         "iam:PassedToService",   "idp.example.com:sub",        "aws:username",
    "aws:PrincipalType",     "aws:ViaAWSService",     "aws:ResourceAccount",        "s3:prefix",
};
// Values of a request. Policies also use them, where wildcards and variables have a meaning.
inline constexpr Text values[] = {
    "alice",
    "a*",
    "${aws:username}",
    "target",
    "",
    "i-1?",
    "true",
    "false",
    "5",
    "-1.50",
    "5x",
    "2026-01-31T12:00:00Z",
    "1769860800",
    "203.0.113.7",
    "203.0.113.0/24",
    "2001:db8::1",
    "arn:aws:iam::111122223333:role/app",
    "arn:aws:iam::111122223333:user/alice",
    "YWxpY2U=",
    "\xC3\xA4rger",
    "ec2.amazonaws.com",
    "o-1/r-1/ou-1/",
    "AROADBQP57FF2AEXAMPLE:s1",
};
inline constexpr Text wanted_values[] = {
    "alice",
    "a*",
    "*",
    "${aws:username}",
    "${aws:PrincipalTag/team}",
    "${sts:ExternalId, 'alice'}",
    "${*}x",
    "${broken",
    "",
    "true",
    "5",
    "-1.5",
    "203.0.113.0/24",
    "2001:db8::/32",
    "arn:aws:iam::*:role/a?p",
    "arn:*:iam::111122223333:user/${aws:username}",
    "YWxpY2U=",
    "\xC3\xA4rger",
    "ec2.amazonaws.com",
    "o-1/*",
    "AROADBQP57FF2AEXAMPLE:*",
    "false",
};
inline constexpr Text dates[] = {"2026-01-31T12:00:00Z", "1769860800", "2025-12-31"};

/// The subject of a question: its policies and its request use the same few keys and values. Values that are drawn from
/// all others rarely match.
struct Theme {
  Compares compares = Compares::text;  // the comparison that the values are for
  Text names[2];
  Text values[2];
};

template <class Dice>
Theme some_theme(Dice& dice) {
  constexpr struct {
    Compares compares;
    Text values[4];
  } kinds[] = {
      {Compares::text, {"alice", "team", "a*", "\xC3\xA4rger"}},
      {Compares::text, {"target", "alice", "alice", "ALICE"}},
      {Compares::number, {"5", "-1.50", "5.0", "5x"}},
      {Compares::date, {"2026-01-31T12:00:00Z", "1769860800", "2025-12-31", "0"}},
      {Compares::boolean, {"true", "false", "True", "perhaps"}},
      {Compares::address, {"203.0.113.7", "203.0.113.0/24", "2001:db8::1", "203.0.113.8"}},
      {Compares::arn,
       {"arn:aws:iam::111122223333:role/app", "arn:aws:iam::111122223333:user/alice", "arn:aws:iam::*:role/a?p",
        "arn:aws:iam"}},
  };
  Theme out;
  const auto& kind = kinds[dice(sizeof kinds / sizeof kinds[0])];
  out.compares = kind.compares;
  for (Text& name : out.names) name = one_of(names, dice);
  // Keys that depend on one another.
  const unsigned pair = dice(6);
  if (pair == 0) out.names[0] = "sts:SourceIdentity", out.names[1] = "aws:SourceIdentity";
  if (pair == 1) out.names[0] = "aws:RequestTag/team", out.names[1] = "aws:TagKeys";
  for (Text& value : out.values) value = one_of(kind.values, dice);
  return out;
}

template <class Dice>
std::string some_condition(const Theme& theme, Dice& dice) {
  constexpr Text sets[] = {"", "", "ForAllValues:", "ForAnyValue:"};
  const bool fits = dice(4) != 0;
  std::vector<const ConditionTestInfo*> tests;
  for (const ConditionTestInfo& each : condition_tests) {
    if (!fits || each.compares == theme.compares) tests.push_back(&each);
  }
  const ConditionTestInfo* const test = tests[dice(static_cast<unsigned>(tests.size()))];
  const bool is_date = test->compares == Compares::date;
  const auto append_value = [&](std::string& out) {
    if (fits && !is_date && dice(4) == 0) {
      out += "${";
      append(out, one_of(theme.names, dice));
      out += dice(3) == 0 ? ", 'alice'}" : "}";
      return;
    }
    append(out, fits ? one_of(theme.values, dice) : is_date ? one_of(dates, dice) : one_of(wanted_values, dice));
  };
  std::string out = R"({")";
  append(out, one_of(sets, dice));
  append(out, test->name);
  if (test->compares != Compares::presence && dice(4) == 0) out += "IfExists";
  out += R"(": {")";
  append(out, dice(4) == 0 ? one_of(names, dice) : one_of(theme.names, dice));
  out += R"(": [")";
  append_value(out);
  if (dice(3) == 0) {
    out += R"(", ")";
    append_value(out);
  }
  return out + R"("]}})";
}

template <class Dice>
std::string some_statement(PolicyKind kind, Effect effect, const Theme& theme, Dice& dice, bool with_condition) {
  const PolicyKindInfo& takes = info_of(kind);
  std::string out = effect == Effect::allow ? R"({"Effect": "Allow", )" : R"({"Effect": "Deny", )";
  if (takes.takes_principal) {
    const bool spares = kind == PolicyKind::endpoint && effect == Effect::deny && dice(4) == 0;
    out += spares ? R"("NotPrincipal": )" : R"("Principal": )";
    append(out, kind == PolicyKind::resource_control ? principals[dice(2)]
                : dice(4) != 0                       ? principals[dice(7)]
                                                     : one_of(principals, dice));
    out += ", ";
  }
  // A resource control policy takes no NotAction.
  const unsigned of_others = static_cast<unsigned>(sizeof other_actions / sizeof other_actions[0]) -
                             (kind == PolicyKind::resource_control ? 2U : 0U);
  const bool usual = dice(4) != 0;
  append(out, kind == PolicyKind::trust
                  ? trust_actions[dice(usual ? 3 : sizeof trust_actions / sizeof trust_actions[0])]
                  : other_actions[dice(usual ? 3 : of_others)]);
  if (takes.takes_resource) {
    out += ", ";
    append(out, dice(3) == 0 ? resources[0] : one_of(resources, dice));
  }
  if (with_condition) out += R"(, "Condition": )" + some_condition(theme, dice);
  return out + "}";
}

/// A policy and its statements, so that they can be combined in another way.
template <PolicyKind Kind>
class Written {
 public:
  using View = PolicyOf<Kind>;

  Written(std::vector<std::string> statements, bool with_variables)
      : statements_(std::move(statements)), with_variables_(with_variables), document_(*Document::parse(text(), DocumentsFrom::aws)) {}

  [[nodiscard]] View view() const { return document_.view(); }
  [[nodiscard]] const std::vector<std::string>& statements() const { return statements_; }
  void write(std::vector<std::string> statements) {
    statements_ = std::move(statements);
    document_ = *Document::parse(text(), DocumentsFrom::aws);
  }

 private:
  using Document = PolicyDocument<Kind>;

  // A fragment that is not a policy ends the program.
  [[nodiscard]] Text text() {
    // Policies of an organization must have the newest version of the language.
    const bool of_an_organization = Kind == PolicyKind::service_control || Kind == PolicyKind::resource_control;
    text_ =
        with_variables_ || of_an_organization ? R"({"Version": "2012-10-17", "Statement": [)" : R"({"Statement": [)";
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      if (i > 0) text_ += ", ";
      text_ += statements_[i];
    }
    text_ += "]}";
    return text_;
  }

  std::vector<std::string> statements_;
  std::string text_;
  bool with_variables_;
  Document document_;
};

template <PolicyKind Kind, class Dice>
Written<Kind> some_policy(const Theme& theme, Dice& dice) {
  std::vector<std::string> statements;
  const unsigned count = 1 + dice(3);
  for (unsigned i = 0; i < count; ++i) {
    const Effect effect = dice(6) == 0 ? Effect::deny : Effect::allow;
    statements.push_back(some_statement(Kind, effect, theme, dice, dice(2) == 0));
  }
  return {std::move(statements), dice(4) != 0};
}

/// A condition key, with values that do not move.
struct Given {
  Text name;
  KeyState state = KeyState::absent;
  bool is_list = false;
  Text values[2];
  std::size_t count = 0;

  [[nodiscard]] ContextKey key() const {
    if (state == KeyState::unknown) return ContextKey::unknown(name);
    if (state == KeyState::absent) return ContextKey::absent(name);
    return is_list ? ContextKey(name, Span<Text>(values, count)) : ContextKey(name, values[0]);
  }
};

template <class Dice>
void give_value(Given& given, const Theme& theme, Dice& dice) {
  given.state = dice(3) == 0 ? KeyState::absent : KeyState::present;
  given.is_list = dice(4) == 0;
  given.count = given.is_list ? dice(3) : 1;
  for (Text& value : given.values) value = dice(4) == 0 ? one_of(values, dice) : one_of(theme.values, dice);
}

/// A question and everything that its answer depends on.
struct Question {
  Theme theme;
  Text caller;
  Text role;
  Text action;
  bool passing = false;
  std::vector<Written<PolicyKind::trust>> trust;  // one
  std::vector<Written<PolicyKind::identity>> identity, boundary, session;
  std::vector<std::vector<Written<PolicyKind::service_control>>> service_control;
  std::vector<std::vector<Written<PolicyKind::resource_control>>> resource_control;
  std::vector<Written<PolicyKind::endpoint>> endpoint;
  std::vector<Given> keys;
  KeyState others = KeyState::absent;
  bool other_identity_policies = false;
  AccountId management_account;
  DisputedPoints disputed;

  /// The caller's side.
  [[nodiscard]] Principal principal() const { return *Principal::from(caller); }
  [[nodiscard]] std::vector<ContextKey> context_keys() const {
    std::vector<ContextKey> out;
    for (const Given& given : keys) out.push_back(given.key());
    return out;
  }

  [[nodiscard]] Verdict answer() const {
    const auto views_of = [](const auto& documents) {
      std::vector<typename std::decay_t<decltype(documents[0])>::View> out;
      for (const auto& each : documents) out.push_back(each.view());
      return out;
    };
    const auto identity_views = views_of(identity);
    const auto session_views = views_of(session);
    std::vector<std::vector<ServiceControlPolicy>> service_control_views;
    std::vector<Span<ServiceControlPolicy>> service_control_levels;
    for (const auto& level : service_control) service_control_views.push_back(views_of(level));
    for (const auto& level : service_control_views) service_control_levels.emplace_back(level.data(), level.size());
    std::vector<std::vector<ResourceControlPolicy>> resource_control_views;
    std::vector<Span<ResourceControlPolicy>> resource_control_levels;
    for (const auto& level : resource_control) resource_control_views.push_back(views_of(level));
    for (const auto& level : resource_control_views) resource_control_levels.emplace_back(level.data(), level.size());

    Policies policies;
    policies.identity = {identity_views.data(), identity_views.size()};
    policies.other_identity_policies = other_identity_policies;
    if (!boundary.empty()) policies.boundary = boundary[0].view();
    policies.session = {session_views.data(), session_views.size()};
    policies.service_control = {service_control_levels.data(), service_control_levels.size()};
    policies.resource_control = {resource_control_levels.data(), resource_control_levels.size()};
    if (!endpoint.empty()) policies.endpoint = endpoint[0].view();
    policies.management_account = management_account;
    policies.disputed = disputed;

    const std::vector<ContextKey> given = context_keys();
    const RequestContext context(Span<ContextKey>(given.data(), given.size()), others);
    AssumeSetting setting = setting_of(policies, context);
    setting.action = action;
    const Principal who = principal();
    const Role what = *Role::from_arn(role, trust[0].view());
    return passing ? may_pass(who, what, setting) : may_assume(who, what, setting);
  }
};

template <class Dice>
Question some_question(Dice& dice) {
  Question out;
  out.theme = some_theme(dice);
  out.caller = dice(4) != 0 ? callers[dice(2)] : one_of(callers, dice);
  out.role = dice(4) != 0 ? roles[dice(2)] : one_of(roles, dice);
  out.passing = dice(5) == 0;
  out.action = out.passing || dice(8) != 0 ? Text() : one_of(actions_asked, dice);
  out.trust.push_back(some_policy<PolicyKind::trust>(out.theme, dice));
  for (unsigned i = dice(3); i > 0; --i) out.identity.push_back(some_policy<PolicyKind::identity>(out.theme, dice));
  if (dice(4) == 0) out.boundary.push_back(some_policy<PolicyKind::identity>(out.theme, dice));
  if (dice(4) == 0) out.session.push_back(some_policy<PolicyKind::identity>(out.theme, dice));
  if (dice(4) == 0) {
    for (unsigned i = 1 + dice(2); i > 0; --i) {
      out.service_control.emplace_back();
      for (unsigned j = dice(3); j > 0; --j)
        out.service_control.back().push_back(some_policy<PolicyKind::service_control>(out.theme, dice));
    }
  }
  if (dice(4) == 0) {
    out.resource_control.emplace_back();
    out.resource_control.back().push_back(some_policy<PolicyKind::resource_control>(out.theme, dice));
  }
  if (dice(6) == 0) out.endpoint.push_back(some_policy<PolicyKind::endpoint>(out.theme, dice));
  for (unsigned i = dice(5); i > 0; --i) {
    Given given;
    given.name = dice(4) == 0 ? one_of(names, dice) : one_of(out.theme.names, dice);
    bool is_new = true;
    for (const Given& each : out.keys) is_new = is_new && !(each.name == given.name);
    if (!is_new) continue;
    give_value(given, out.theme, dice);
    if (dice(3) == 0) given.state = KeyState::unknown;
    out.keys.push_back(given);
  }
  if (dice(3) == 0) out.others = KeyState::unknown;
  out.other_identity_policies = dice(8) == 0;
  if (dice(8) == 0) out.management_account = *AccountId::parse("111122223333");
  const auto some_truth = [&] { return Truth{static_cast<std::uint8_t>(dice(3))}; };
  if (dice(3) == 0) out.disputed = {some_truth(), some_truth(), some_truth()};
  return out;
}

/// The gates that have policies. A law changes the policies of each gate in the same way.
inline constexpr unsigned gates = 7;

// Calls `act` with an existing policy of the gate with this number; false if there is none.
template <class Dice, class Act>
bool at_a_policy(Question& question, unsigned gate, Dice& dice, Act act) {
  const auto in = [&](auto& policies) {
    if (policies.empty()) return false;
    act(policies[dice(static_cast<unsigned>(policies.size()))]);
    return true;
  };
  const auto in_levels = [&](auto& levels) {
    return !levels.empty() && in(levels[dice(static_cast<unsigned>(levels.size()))]);
  };
  switch (gate) {
    case 0: return in(question.trust);
    case 1: return in(question.identity);
    case 2: return in(question.boundary);
    case 3: return in(question.session);
    case 4: return in_levels(question.service_control);
    case 5: return in_levels(question.resource_control);
    default: return in(question.endpoint);
  }
}

inline bool is_denied(const Verdict& verdict) {
  return verdict.decision == Decision::denied_explicitly || verdict.decision == Decision::denied_implicitly;
}
// Whether an answer allows the call: no, unknown, yes.
inline int reach(const Verdict& verdict) { return verdict ? 2 : verdict.is_unknown() ? 1 : 0; }

// If no statement of a trust policy is enough, the verdict is about the one that takes the caller furthest; of several
// equal ones, about the first. So these rules can be swapped if the statements are ...
inline bool is_of_one_statement(const RuleInfo* rule) {
  return rule == &rules::the_trust_policy_names_the_caller::info ||
         rule == &rules::the_callers_own_policies_allow::info || rule == &rules::the_conditions_are_met::info ||
         rule == &rules::no_limit_of_the_caller_blocks::info;
}
// ... and so can the open questions of these.
inline bool is_of_one_statement_for_more(const RuleInfo* rule) {
  return rule == &rules::session_tags_need_tag_session::info ||
         rule == &rules::a_source_identity_needs_set_source_identity::info;
}

/// The broken law; null if none is broken.
using Broken = const char*;

// A decision that was made with an unknown value stays the same for every value.
template <class Dice>
Broken unknown_never_flips(Question question, const Verdict& before, Dice& dice) {
  const Principal who = question.principal();
  const Role what = *Role::from_arn(question.role, question.trust[0].view());
  const std::vector<ContextKey> keys = question.context_keys();
  const RequestContext context(Span<ContextKey>(keys.data(), keys.size()), question.others);
  const Operation operation = AssumeFacts(who, what).operation;
  std::vector<Given> learned;
  for (const Text name : names) {
    // A call without tags and source identity in its context passes none: adding them is a different question.
    const bool asks_for_more = name == "aws:TagKeys" || name == "aws:RequestTag/team" ||
                               name == "sts:TransitiveTagKeys" || name == "sts:SourceIdentity" ||
                               name == "aws:SourceIdentity";
    RequestKeys request(who, what, operation, context, {});
    if (asks_for_more || context.find(name) != nullptr || request.find(name).state() != KeyState::unknown) continue;
    if (dice(2) == 0) continue;
    Given given;
    given.name = name;
    give_value(given, question.theme, dice);
    learned.push_back(given);
  }
  for (Given& given : question.keys) {
    if (given.state == KeyState::unknown && dice(4) != 0) give_value(given, question.theme, dice);
  }
  question.keys.insert(question.keys.end(), learned.begin(), learned.end());
  if (dice(4) != 0) question.others = KeyState::absent;
  if (dice(2) != 0) question.other_identity_policies = false;
  for (Truth* const point :
       {&question.disputed.everyone_in_a_trust_policy, &question.disputed.named_user_passes_boundary,
        &question.disputed.named_session_passes_session_policy}) {
    if (*point == Truth::unknown) *point = Truth{static_cast<std::uint8_t>(dice(3))};
  }
  const Verdict after = question.answer();
  if (before && !after) return "what was allowed with something unknown is not allowed once it is known";
  if (is_denied(before) && !is_denied(after))
    return "what was denied with something unknown is not denied once it is known";
  if ((before.decision == Decision::invalid_request) != (after.decision == Decision::invalid_request)) {
    return "whether a request is one does not depend on its keys";
  }
  return nullptr;
}

// The order of statements does not matter, and a repeated statement changes nothing.
template <class Dice>
Broken order_and_repetition_do_not_matter(Question question, const Verdict& before, Dice& dice) {
  const bool repeats = dice(2) == 0;
  const unsigned gate = dice(2) == 0 ? dice(2) : dice(gates);
  const bool found = at_a_policy(question, gate, dice, [&](auto& policy) {
    std::vector<std::string> statements = policy.statements();
    const auto last = statements.size() - 1;
    if (repeats) {
      const std::string again = statements[dice(static_cast<unsigned>(statements.size()))];
      statements.push_back(again);
    } else {
      for (std::size_t i = last; i > 0; --i) std::swap(statements[i], statements[dice(static_cast<unsigned>(i + 1))]);
    }
    policy.write(std::move(statements));
  });
  if (!found) return nullptr;
  const Verdict after = question.answer();
  if (before.decision != after.decision) return "the order or repetition of statements changes the decision";
  const bool moved = !repeats && gate == 0;
  const bool shifts = moved && is_of_one_statement(before.rule) && is_of_one_statement(after.rule);
  const bool opens_another = shifts || (moved && is_of_one_statement_for_more(before.rule));
  if ((!shifts && before.rule != after.rule) || (!opens_another && before.open != after.open)) {
    return "the order or repetition of statements changes the rule";
  }
  return nullptr;
}

// A Deny only takes away, in any policy.
template <class Dice>
Broken a_deny_never_allows_more(Question question, const Verdict& before, Dice& dice) {
  const unsigned gate = dice(gates);
  const auto add = [&](auto& policies) {
    using Policy = std::decay_t<decltype(policies[0])>;
    std::string deny = some_statement(Policy::View::kind, Effect::deny, question.theme, dice, dice(2) == 0);
    if (policies.empty()) {
      policies.push_back(Policy({std::move(deny)}, true));
      return;
    }
    Policy& policy = policies[dice(static_cast<unsigned>(policies.size()))];
    std::vector<std::string> statements = policy.statements();
    statements.insert(
        statements.begin() + static_cast<std::ptrdiff_t>(dice(static_cast<unsigned>(statements.size()) + 1)),
        std::move(deny));
    policy.write(std::move(statements));
  };
  const auto add_to_levels = [&](auto& levels) {
    if (levels.empty() || dice(3) == 0) levels.emplace_back();
    add(levels[dice(static_cast<unsigned>(levels.size()))]);
  };
  switch (gate) {
    case 0: add(question.trust); break;
    case 1: add(question.identity); break;
    case 2: add(question.boundary); break;
    case 3: add(question.session); break;
    case 4: add_to_levels(question.service_control); break;
    case 5: add_to_levels(question.resource_control); break;
    default: add(question.endpoint); break;
  }
  const Verdict after = question.answer();
  return reach(after) > reach(before) ? "a Deny that is added allows more" : nullptr;
}

// An Allow, with or without conditions, only adds to what the other statements of its policy allow.
template <class Dice>
Broken an_allow_never_denies_more(Question question, const Verdict& before, Dice& dice) {
  const unsigned gate = dice(2) == 0 ? 1 : dice(gates);
  if (gate == 1 && question.identity.empty()) {
    question.identity.push_back(
        {{some_statement(PolicyKind::identity, Effect::allow, question.theme, dice, dice(2) == 0)}, true});
  } else {
    at_a_policy(question, gate, dice, [&](auto& policy) {
      std::vector<std::string> statements = policy.statements();
      statements.push_back(some_statement(std::decay_t<decltype(policy)>::View::kind, Effect::allow, question.theme,
                                          dice, dice(2) == 0));
      policy.write(std::move(statements));
    });
  }
  const Verdict after = question.answer();
  return reach(after) < reach(before) ? "an Allow that is added denies more" : nullptr;
}

// One Deny of everything denies the call explicitly, even if everything else allows it.
template <class Dice>
Broken a_deny_of_everything_denies(Question question, const Verdict& before, Dice& dice) {
  if (!before) return nullptr;
  const Principal who = question.principal();
  const Role what = *Role::from_arn(question.role, question.trust[0].view());
  const bool has_side = signs_as_part_of_an_account(who);
  const bool is_bound = has_side && who.account() != question.management_account;
  const bool binds_role =
      what.account() != question.management_account && !what.path().starts_with("/aws-service-role/");
  const std::string everything = R"({"Effect": "Deny", "Action": "*", "Resource": "*"})";
  const std::string to_all = R"({"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"})";
  const unsigned gate = dice(gates);
  if ((gate >= 1 && gate <= 3 && !has_side) || (gate == 4 && !is_bound) || (gate == 5 && !binds_role)) return nullptr;
  if (question.passing && (gate == 0 || gate >= 5)) return nullptr;
  switch (gate) {
    case 0: {
      std::vector<std::string> statements = question.trust[0].statements();
      statements.emplace_back(R"({"Effect": "Deny", "Principal": "*", "Action": "sts:*"})");
      question.trust[0].write(std::move(statements));
      break;
    }
    case 1: question.identity.push_back({{everything}, true}); break;
    case 2:
      question.boundary.clear();
      question.boundary.push_back({{everything}, true});
      break;
    case 3: question.session.push_back({{everything}, true}); break;
    case 4:
      question.service_control.emplace_back();
      question.service_control.back().push_back({{everything}, true});
      break;
    case 5:
      question.resource_control.emplace_back();
      question.resource_control.back().push_back({{to_all}, true});
      break;
    default:
      question.endpoint.clear();
      question.endpoint.push_back({{to_all}, true});
      break;
  }
  const Verdict after = question.answer();
  return after.decision != Decision::denied_explicitly ? "a Deny of everything does not deny explicitly" : nullptr;
}

/// Asks a question, and checks one law for its answer.
template <class Dice>
Broken ask(Dice& dice) {
  const unsigned law = dice(8);
  const Question question = some_question(dice);
  const Verdict verdict = question.answer();
  if ((verdict.rule == nullptr) != (verdict.decision == Decision::allowed)) return "a verdict lacks its rule";
  if (verdict.open != nullptr && !verdict.is_unknown()) return "a verdict is decided and open";
  switch (law) {
    case 5:
    case 6:
    case 7:
    case 0: return unknown_never_flips(question, verdict, dice);
    case 1: return order_and_repetition_do_not_matter(question, verdict, dice);
    case 2: return a_deny_never_allows_more(question, verdict, dice);
    case 3: return an_allow_never_denies_more(question, verdict, dice);
    default: return a_deny_of_everything_denies(question, verdict, dice);
  }
}

}  // namespace laws
