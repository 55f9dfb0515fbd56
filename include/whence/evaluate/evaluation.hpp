// Evaluates the statements of a policy for a call: action, resource, principal and conditions.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/base/wildcard.hpp>
#include <whence/evaluate/conditions.hpp>
#include <whence/evaluate/open_point.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/verdict.hpp>
#include <whence/names/partition.hpp>
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
  Truth certain = Truth::yes;  // unknown if no source says whether the principal includes this caller
  OpenPoint open = OpenPoint::none;
  /// Whether the caller is named at all.
  constexpr explicit operator bool() const { return level != MatchLevel::none; }
  /// The same for a Deny: one for "*" includes services and callers with a token, as in the examples of the IAM User
  /// Guide.
  [[nodiscard]] constexpr Truth in_a_deny() const { return level == MatchLevel::everyone ? Truth::yes : certain; }
};

namespace detail {
// The name of a service without the suffix of its partition, and the Region in it, empty if it has none. A Region is
// the last label if that has two hyphens or more and ends in a number: eu-west-1, us-gov-west-1.
struct ServiceParts {
  Text base, region, suffix;

  constexpr explicit ServiceParts(Text name) : base(name) {
    for (const PartitionInfo& each : partitions) {
      suffix = each.dns_suffix;
      if (!name.ends_with(suffix)) continue;
      base = name.part(0, name.size() - suffix.size());
      if (!base.empty()) base = base.part(0, base.size() - 1);
      break;
    }
    const Text last = base.part(base.find_last('.') == Text::npos ? base.size() : base.find_last('.') + 1);
    if (last.size() < 4 || last[last.size() - 2] != '-' || !ascii::is_digit(last[last.size() - 1])) return;
    if (last.find('-') == last.size() - 2) return;
    region = last;
    base = base.part(0, base.size() - last.size() - 1);
  }
};

// The name of a service in a policy, and that of the caller. Source: AWS JSON policy elements: Principal,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
template <class Name>
constexpr Match match_service(Name named, Name caller) {
  if (named == caller) return {MatchLevel::direct};
  // Cheap first: names of different services mostly begin with different letters.
  if (named[0] != caller[0]) return {};
  const Later<ServiceParts, Name> left(named), right(caller);
  if (left.base != right.base || left.suffix != right.suffix ||
      (!left.region.empty() && !right.region.empty() && left.region != right.region)) {
    return {};
  }
  return {MatchLevel::direct, Truth::unknown, OpenPoint::u123};
}

// Whether a path can be that of this role, if the caller's name has no path. A role's name is unique in its account,
// so the role that a policy names is the session's, except that roles of Identity Center have no other path.
constexpr bool can_be_path_of(Text path, const PrincipalName& who) {
  if (!who.path.empty()) return path == who.path;
  const Text start = start_of_path(who.name);
  return start.size() == 1 || path.starts_with(start);
}
}  // namespace detail

/// How closely one principal of a policy names the caller. Complexity: linear in the names; no allocation.
[[nodiscard]] constexpr Match match(const Policy& policy, const PrincipalEntry& entry, const Principal& caller) {
  const PrincipalName& who = caller.name();
  const bool same_account = entry.account == who.account && (!entry.has_partition || entry.partition == who.partition);
  const auto direct = [](bool named) { return Match{named ? MatchLevel::direct : MatchLevel::none}; };
  switch (entry.form) {
    case PrincipalForm::everyone:
      if (signs_as_part_of_an_account(caller)) return {MatchLevel::everyone};
      return {MatchLevel::everyone, Truth::unknown, OpenPoint::u101};
    case PrincipalForm::account:
    case PrincipalForm::root:
      return {same_account && signs_as_part_of_an_account(caller) ? MatchLevel::account : MatchLevel::none};
    case PrincipalForm::iam_user:
      return direct(caller.is(PrincipalKind::iam_user) && same_account && policy.at(entry.name) == who.name &&
                    policy.at(entry.path) == who.path);
    case PrincipalForm::role:
      if (caller.is(PrincipalKind::role_session) && same_account && policy.at(entry.name) == who.name &&
          detail::can_be_path_of(policy.at(entry.path), who)) {
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
      return caller.is(PrincipalKind::service) ? detail::match_service(policy.at(entry.name), who.name) : Match{};
    case PrincipalForm::built_in_issuer: return direct(entry.form == who.form && policy.at(entry.name) == who.name);
    case PrincipalForm::oidc_provider:
    case PrincipalForm::saml_provider:
      return direct(entry.form == who.form && same_account && policy.at(entry.name) == who.name);
    case PrincipalForm::unique_id: {
      // Only the keys of the request tell whose it is.
      const bool of_a_user = policy.at(entry.name).starts_with("AIDA");
      if (of_a_user && caller.is(PrincipalKind::iam_user)) {
        return {MatchLevel::direct, Truth::unknown, OpenPoint::u127};
      }
      if (!of_a_user && caller.is(PrincipalKind::role_session)) {
        return {MatchLevel::role_of_session, Truth::unknown, OpenPoint::u127};
      }
      return {};
    }
    case PrincipalForm::canonical_user: return {};
  }
  return {};
}

namespace detail {
// Whether a unique id that may be the caller's is: for a session the key is the id of the role, a colon and the name of
// the session.
template <class Keys>
constexpr Match match_id(Text id, Match perhaps, Keys& keys) {
  const ContextKey key = keys.find("aws:userid");
  if (!key.is_present() || key.size() != 1) return perhaps;
  return key[0].part(0, key[0].find(':')) == id ? Match{perhaps.level} : Match{};
}
}  // namespace detail

/// The same with the keys of the request: aws:userid tells whom a unique id names. Source: IAM identifiers,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
template <class Keys>
[[nodiscard]] constexpr Match match(const Policy& policy, const PrincipalEntry& entry, const Principal& caller,
                                    Keys& keys) {
  const Match found = match(policy, entry, caller);
  return found.open == OpenPoint::u127 ? detail::match_id(policy.at(entry.name), found, keys) : found;
}

/// The closest match of the principals of a statement, the more certain one of several.
template <class Keys>
[[nodiscard]] constexpr Match match(const Policy& policy, const Statement& statement, const Principal& caller,
                                    Keys& keys) {
  Match best;
  for (const PrincipalEntry& entry : policy.principals_of(statement)) {
    const Match found = match(policy, entry, caller, keys);
    if (!found || (best && found.in_a_deny() < best.in_a_deny())) continue;
    if (found.level > best.level || found.in_a_deny() > best.in_a_deny()) best = found;
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
  std::int16_t which = -1;           // a document is too short to have more
  OpenPoint open = OpenPoint::none;  // why it is unknown, if a question of the sources is open
};

template <class Keys>
[[nodiscard]] constexpr ConditionOutcome conditions_of(const Policy& policy, const Statement& statement, Keys& keys) {
  ConditionOutcome outcome;
  std::int16_t at = 0;
  for (const Condition& condition : policy.conditions_of(statement)) {
    const Truth satisfied = is_satisfied(policy, condition, keys, statement.effect);
    if (satisfied < outcome.satisfied) {
      outcome = {satisfied, at};
      if (satisfied == Truth::no) break;
      outcome.open = open_point_of(policy, condition, keys);
    }
    ++at;
  }
  return outcome;
}

/// The permissions that one call can need.
enum class NeededFor : std::uint8_t { the_operation, session_tags, source_identity };

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
  OpenPoint allow_open = OpenPoint::none, deny_open = OpenPoint::none;  // of these statements

  /// Takes the Deny of other policies if it is more certain.
  constexpr void add_denial(const Weighed& other) {
    if (other.denies <= denies) return;
    denies = other.denies;
    deny = other.deny;
    deny_open = other.deny_open;
  }
  /// What passes if no statement denies, or if one allows.
  [[nodiscard]] constexpr GateOutcome not_denied() const {
    return {deny, negated(denies), NeededFor::the_operation, denies == Truth::unknown ? deny_open : OpenPoint::none};
  }
  [[nodiscard]] constexpr GateOutcome allowed_at(const Citation& where) const {
    return {where, allows, NeededFor::the_operation, allows == Truth::unknown ? allow_open : OpenPoint::none};
  }
};

namespace detail {
// Whether a statement applies to this caller: without Principal it applies to everyone that the policy binds. Here "*"
// includes services and callers with a token, which resource control policies bind according to AWS.
template <class Keys>
constexpr Truth names_caller(const Policy& policy, const Statement& statement, const Principal& caller, Keys& keys) {
  if (statement.principals.count == 0) return Truth::yes;
  const Match found = match(policy, statement, caller, keys);
  if (!statement.not_principal) return found ? found.in_a_deny() : Truth::no;
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
    Truth applies =
        both(detail::names_caller(policy, statement, caller, keys), covers_resource(policy, statement, keys));
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
      (denies ? sum.deny_open : sum.allow_open) = conditions.open;
    }
  }
}
template <class Keys>
constexpr void weigh(Weighed& sum, const Policy& policy, const Citation& where, const AskedCall<Keys>& call) {
  weigh(sum, policy, where, call.action, call.caller, call.keys);
}

}  // namespace whence
WHENCE_TEMPLATES_END
