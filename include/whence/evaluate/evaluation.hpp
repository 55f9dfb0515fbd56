// Evaluates the statements of a policy for a call: action, resource, principal and conditions.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/base/wildcard.hpp>
#include <whence/evaluate/conditions.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/verdict.hpp>
#include <whence/policy/policy.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// How closely a policy names a caller, weakest first. In the same account the caller's own policies matter only for
/// the weak ones. Source: How AWS enforcement code logic evaluates requests,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
enum class MatchLevel : std::uint8_t {
  none,
  everyone,                   // "*"
  account,                    // the caller's account: its administrators decide
  user_of_federated_session,  // the user that began the federated user session
  role_of_session,            // the role of the calling session
  direct,                     // the caller itself
};

[[nodiscard]] constexpr Text name_of(MatchLevel level) {
  constexpr const char* names[] = {
      "does not name the caller",      "names everyone",
      "names the caller's account",    "names the user that began the federated user session",
      "names the role of the session", "names the caller"};
  return names[static_cast<std::size_t>(level)];
}

struct Match {
  MatchLevel level = MatchLevel::none;
  Truth certain = Truth::yes;  // unknown if no source says whether the principal includes this caller (U-101)
  /// Whether the caller is named at all.
  constexpr explicit operator bool() const { return level != MatchLevel::none; }
};

/// How closely one principal of a policy names the caller. Complexity: linear in the names; no allocation.
[[nodiscard]] constexpr Match match(const Policy& policy, const PrincipalEntry& entry, const Principal& caller) {
  const PrincipalName& who = caller.name();
  const bool same_account = entry.account == who.account && (!entry.has_partition || entry.partition == who.partition);
  const auto direct = [](bool named) { return Match{named ? MatchLevel::direct : MatchLevel::none}; };
  switch (entry.form) {
    case PrincipalForm::everyone:
      return {MatchLevel::everyone, signs_as_part_of_an_account(caller) ? Truth::yes : Truth::unknown};
    case PrincipalForm::account:
    case PrincipalForm::root:
      return {same_account && signs_as_part_of_an_account(caller) ? MatchLevel::account : MatchLevel::none};
    case PrincipalForm::iam_user:
      return direct(caller.is(PrincipalKind::iam_user) && same_account && policy.at(entry.name) == who.name &&
                    policy.at(entry.path) == who.path);
    case PrincipalForm::role:
      // A session's ARN does not have the role's path; a role's name is unique in its account.
      if (caller.is(PrincipalKind::role_session) && same_account && policy.at(entry.name) == who.name &&
          (who.path.empty() || policy.at(entry.path) == who.path)) {
        return {MatchLevel::role_of_session};
      }
      return {};
    case PrincipalForm::role_session:
      return direct(caller.is(PrincipalKind::role_session) && same_account && policy.at(entry.name) == who.name &&
                    policy.at(entry.session) == who.session);
    case PrincipalForm::federated_user:
      return direct(caller.is(PrincipalKind::federated_user) && same_account && policy.at(entry.name) == who.name);
    case PrincipalForm::instance_identity_session:
      return direct(caller.is(PrincipalKind::instance_identity) && same_account &&
                    policy.at(entry.session) == who.session);
    case PrincipalForm::service:
    case PrincipalForm::built_in_issuer: return direct(entry.form == who.form && policy.at(entry.name) == who.name);
    case PrincipalForm::oidc_provider:
    case PrincipalForm::saml_provider:
      return direct(entry.form == who.form && same_account && policy.at(entry.name) == who.name);
    case PrincipalForm::unique_id:  // of a deleted user or role: it names no caller
    case PrincipalForm::canonical_user: return {};
  }
  return {};
}

/// The closest match of the principals of a statement.
[[nodiscard]] constexpr Match match(const Policy& policy, const Statement& statement, const Principal& caller) {
  Match best;
  for (const PrincipalEntry& entry : policy.principals_of(statement)) {
    const Match found = match(policy, entry, caller);
    if (found.level > best.level) best = found;
  }
  return best;
}

/// Whether a statement covers this action, letter case ignored, with the wildcards `*` and `?`. Source: IAM JSON policy
/// elements: Action, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
/// Complexity: at most the product of the sizes of the patterns and of the action.
[[nodiscard]] constexpr bool covers(const Policy& policy, const Statement& statement, Text action) {
  bool listed = false;
  for (const Slice pattern : policy.actions_of(statement)) {
    const Text word = policy.at(pattern);
    listed = listed || word == action || matches_wildcard(word, action, LetterCase::ignored);
  }
  return listed != statement.not_action;
}

/// Whether a statement covers this resource; without Resource it covers the one that the policy is attached to. Source:
/// IAM JSON policy elements: Resource,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
/// Unknown if the steps of the keys are spent. Complexity: linear in the patterns, each as `matches`; no allocation.
template <class Keys>
[[nodiscard]] constexpr Truth covers_resource(const Policy& policy, const Statement& statement, Keys& keys) {
  if (statement.resources.count == 0) return Truth::yes;
  Truth listed = Truth::no;
  for (const Slice pattern : policy.resources_of(statement)) {
    const Text word = policy.at(pattern);
    if (!keys.steps().take_for(word.size() + keys.resource().size())) return Truth::unknown;
    if (word == "*") {
      listed = Truth::yes;
    } else if (keys.resource().empty()) {
      listed = either(listed, Truth::unknown);  // the resource is not known
    } else if (has_variables(policy, word)) {
      ExpandedWord expanded;
      const Truth complete = expanded.expand(word, keys, true);
      // A word without the value of its variable matches nothing; AWS does not say what NotResource then does (U-110).
      const bool open = complete == Truth::no && statement.not_resource;
      listed = either(listed, complete == Truth::yes ? matches_resource(expanded.pattern(), keys.resource())
                              : open                 ? Truth::unknown
                                                     : complete);
    } else {
      listed = either(listed, matches_resource(WildcardPattern(word, &keys.steps()), keys.resource()));
    }
    if (listed == Truth::yes) break;
  }
  if (keys.steps().are_spent()) return Truth::unknown;
  return statement.not_resource ? negated(listed) : listed;
}

/// Whether all conditions of a statement are satisfied, and which condition first decides that they are not.
struct ConditionOutcome {
  Truth satisfied = Truth::yes;
  std::int16_t which = -1;  // a document is too short to have more
};

template <class Keys>
[[nodiscard]] constexpr ConditionOutcome conditions_of(const Policy& policy, const Statement& statement, Keys& keys) {
  ConditionOutcome outcome;
  std::int16_t at = 0;
  for (const Condition& condition : policy.conditions_of(statement)) {
    const Truth satisfied = is_satisfied(policy, condition, keys);
    if (satisfied < outcome.satisfied) {
      outcome = {satisfied, at};
      if (satisfied == Truth::no) break;
    }
    ++at;
  }
  return outcome;
}

/// The permissions that one call can need.
enum class NeededFor : std::uint8_t { the_operation, session_tags, source_identity };

/// The open questions that can leave a gate undecided; as wide as a Gate, so that a GateOutcome has no padding.
enum class OpenPoint : std::uint16_t { none, x1, x2, x3, u101 };

[[nodiscard]] constexpr const OpenQuestion* question_of(OpenPoint point) {
  constexpr const OpenQuestion* questions[] = {nullptr, &open_questions::x1, &open_questions::x2, &open_questions::x3,
                                               &open_questions::u101};
  return questions[static_cast<std::size_t>(point)];
}

/// The result of one gate: whether the call passes it, and the statement that decides.
struct GateOutcome {
  Citation where;
  Truth passes = Truth::yes;
  NeededFor needed_for = NeededFor::the_operation;
  OpenPoint open = OpenPoint::none;

  [[nodiscard]] constexpr GateOutcome in_need_of(NeededFor what) const { return {where, passes, what, open}; }
};
static_assert(__has_unique_object_representations(GateOutcome), "padding costs a third of a decision");

template <class Keys>
struct AskedCall {
  const Principal& caller;
  Text action;
  Keys& keys;
};

/// The result of a set of policies for a call.
struct Weighed {
  Truth allows = Truth::no;
  Truth denies = Truth::no;
  Citation allow;  // the statement that allows, or would allow if its condition were met
  Citation deny;

  /// Takes the Deny of other policies if it is more certain.
  constexpr void add_denial(const Weighed& other) {
    if (other.denies <= denies) return;
    denies = other.denies;
    deny = other.deny;
  }
};

namespace detail {
// Whether a statement applies to this caller: without Principal it applies to everyone that the policy binds. Here "*"
// includes services and callers with a token, which resource control policies bind according to AWS.
constexpr Truth names_caller(const Policy& policy, const Statement& statement, const Principal& caller) {
  if (statement.principals.count == 0) return Truth::yes;
  const Match found = match(policy, statement, caller);
  if (!statement.not_principal) return found ? Truth::yes : Truth::no;
  // To exempt a session, NotPrincipal must also list its role and its account; what else is an open question (U-109).
  return found ? Truth::unknown : Truth::yes;
}

// A policy at a gate, without a statement.
constexpr Citation place_of(Gate gate, std::size_t policy = 0, int level = -1) {
  constexpr std::size_t most = 32767;
  return {.policy = static_cast<std::int16_t>(policy < most ? policy : most),
          .level = static_cast<std::int16_t>(level < static_cast<int>(most) ? level : static_cast<int>(most)),
          .gate = gate};
}

// The place itself, or the gate if no policy was found.
constexpr Citation or_gate(const Citation& where, const Citation& gate) {
  return where.gate == Gate::none ? gate : where;
}
}  // namespace detail

/// Adds the result of one policy. Complexity: linear in the policy; no allocation.
template <class Keys>
constexpr void weigh(Weighed& sum, const Policy& policy, const Citation& where, Text action, const Principal& caller,
                     Keys& keys) {
  std::int32_t index = -1;
  for (const Statement& statement : policy.statements()) {
    ++index;
    const bool denies = statement.effect == Effect::deny;
    if ((denies ? sum.denies : sum.allows) == Truth::yes || !covers(policy, statement, action)) continue;
    Truth applies = both(detail::names_caller(policy, statement, caller), covers_resource(policy, statement, keys));
    if (applies == Truth::no) continue;
    const ConditionOutcome conditions = conditions_of(policy, statement, keys);
    applies = both(applies, conditions.satisfied);
    Truth& said = denies ? sum.denies : sum.allows;
    Citation& found = denies ? sum.deny : sum.allow;
    if (applies > said || (found.statement < 0 && !denies)) {
      said = applies;
      found = where;
      found.statement = index;
      found.condition = conditions.which;
    }
  }
}
template <class Keys>
constexpr void weigh(Weighed& sum, const Policy& policy, const Citation& where, const AskedCall<Keys>& call) {
  weigh(sum, policy, where, call.action, call.caller, call.keys);
}

}  // namespace whence
WHENCE_TEMPLATES_END
