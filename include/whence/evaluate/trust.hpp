// Evaluates a role's trust policy together with the caller's side.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/callers_side.hpp>
#include <whence/evaluate/evaluation.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/role.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The result of an Allow statement of the trust policy: of the statement that takes the caller furthest.
struct TrustOutcome {
  GateOutcome names;       // it names the caller
  GateOutcome own;         // the caller's identity policies allow, if this statement requires it
  GateOutcome conditions;  // its conditions are met
  GateOutcome blocks;      // the boundary and the session policies allow, if this statement requires it
  MatchLevel level = MatchLevel::none;

  [[nodiscard]] constexpr bool names_as(MatchLevel how) const { return level == how; }
  [[nodiscard]] constexpr Truth granted() const {
    return both(both(names.passes, own.passes), both(conditions.passes, blocks.passes));
  }
  /// The part with the worst result, the first of several.
  [[nodiscard]] constexpr const GateOutcome& worst() const {
    const GateOutcome* const others[] = {&own, &conditions, &blocks};
    const GateOutcome* found = &names;
    for (const GateOutcome* const gate : others) {
      if (gate->passes < found->passes) found = gate;
    }
    return *found;
  }
  /// How many of the gates behind the names block the call.
  [[nodiscard]] constexpr int lacks() const {
    return (own.passes == Truth::no ? 1 : 0) + (conditions.passes == Truth::no ? 1 : 0) +
           (blocks.passes == Truth::no ? 1 : 0);
  }
  /// Notes the open question that leaves it undecided whether the call needs this statement.
  constexpr void leave_open(OpenPoint why) { names.open = own.open = conditions.open = blocks.open = why; }
};

/// The trust policy in question, and how the caller's side matters to it.
struct TrustQuestion {
  const Role& role;
  bool same_account;
  /// A session that assumes a role needs its own policies to allow sts:SetSourceIdentity, however closely the trust
  /// policy names it. Source: Monitor and control actions taken with assumed roles,
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
  bool needs_own;
};

namespace detail {
// Whether a value of aws:PrincipalArn in a policy matches less than everyone in an account: it writes the type of the
// caller.
template <class Value>
constexpr bool names_somebody(Value value) {
  std::size_t resource = 0;
  for (int colons = 0; colons < 5; ++colons) {
    const std::size_t colon = value.find(':', resource);
    if (colon == Text::npos) return false;
    resource = colon + 1;
  }
  const Text rest = value.part(resource);
  if (rest == "root") return true;
  const std::size_t slash = rest.find('/');
  if (slash == Text::npos) return false;
  for (std::size_t i = 0; i < slash; ++i) {
    if (rest[i] == '*' || rest[i] == '?' || rest[i] == '$') return false;
  }
  return true;
}

// Whether a statement for "*" has a condition on the caller's ARN that narrows it: it then counts as a statement that
// names the caller.
constexpr bool is_narrowed_by_principal_arn(const Policy& policy, const Statement& statement) {
  for (const Condition& condition : policy.conditions_of(statement)) {
    const bool positive = condition.test.info().is_about_text() && !condition.test.info().negated;
    const bool wants_it = !condition.test.if_exists && condition.test.values != ValueSet::for_all_values;
    if (!positive || !wants_it || !ascii::equal_ignoring_case(policy.at(condition.key), "aws:PrincipalArn")) continue;
    bool all = true;
    for (const Slice value : policy.values_of(condition)) all = all && names_somebody(policy.at(value));
    if (all) return true;
  }
  return false;
}

constexpr OpenPoint open_if(Truth passes, OpenPoint why) { return passes == Truth::unknown ? why : OpenPoint::none; }

// In the same account a trust policy that names the user, role or session itself is enough. Any other caller needs an
// Allow on its own side. A boundary or a session policy does not block a caller that the trust policy of the same
// account names directly, if the sources agree. If they disagree, DisputedPoints decide, only here.
constexpr void reconcile(TrustOutcome& out, const CallersSide& side, const TrustQuestion& asked,
                         const DisputedPoints& disputed, bool is_session, bool is_narrowed) {
  const bool everyone = out.names_as(MatchLevel::everyone);
  const bool needs_an_allow = !asked.same_account || out.names_as(MatchLevel::account);
  const bool needs_own = asked.needs_own || needs_an_allow;
  out.own = {side.identity.where, needs_own ? side.identity.passes : Truth::yes};
  out.blocks = side.not_cut_off();
  if (needs_an_allow || (!everyone && !out.names_as(MatchLevel::direct))) return;
  const Truth boundary = is_session ? Truth::yes : either(side.boundary.passes, disputed.named_user_passes_boundary);
  const Truth session = either(side.session.passes, disputed.named_session_passes_session_policy);
  // "*" counts either as the caller's own name or as that of the account.
  const bool counts_either_way = everyone && !is_narrowed;
  const Truth as_named = counts_either_way ? disputed.everyone_in_a_trust_policy : Truth::yes;
  if (counts_either_way) {
    const Truth own = needs_own ? side.identity.passes : either(side.identity.passes, as_named);
    out.own = {side.identity.where, own, NeededFor::the_operation, open_if(own, OpenPoint::x1)};
  }
  const OpenPoint x2_or_x3 = session < boundary ? OpenPoint::x3 : OpenPoint::x2;
  const Truth passes = either(out.blocks.passes, both(as_named, both(boundary, session)));
  const OpenPoint open = open_if(passes, as_named == Truth::unknown ? OpenPoint::x1 : x2_or_x3);
  if (is_session && !counts_either_way) out.blocks.where = side.session.where;
  out.blocks = {passes == Truth::yes ? Citation{} : out.blocks.where, passes, NeededFor::the_operation, open};
}
}  // namespace detail

/// Evaluates a trust policy: whether a statement denies, and the best result of those that allow. Linear in the policy,
/// no allocation. Source of the order and gates: How AWS enforcement code logic evaluates requests,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
template <class Setting, class Keys>
constexpr void ask_trust_policy(const Setting& setting, const TrustQuestion& asked, const AskedCall<Keys>& call,
                                const CallersSide& side, GateOutcome& not_denied, TrustOutcome& out) {
  const Policy& policy = asked.role.trust();
  const DisputedPoints disputed = setting.disputed_points();
  const bool has_side = signs_as_part_of_an_account(call.caller);
  const bool is_session = call.caller.is(PrincipalKind::role_session);
  Truth denies = Truth::no;
  Truth best = Truth::no;
  out.names = {{.gate = Gate::trust}, Truth::no};
  std::int32_t index = -1;
  for (const Statement& statement : policy.statements()) {
    ++index;
    if (statement.effect == Effect::deny) {
      if (denies == Truth::yes) continue;
      const Match found = match(policy, statement, call.caller, call.keys);
      if (!found || !covers(policy, statement, call.action)) continue;
      const ConditionOutcome conditions = conditions_of(policy, statement, call.keys);
      const Truth applies = both(found.in_a_deny(), conditions.satisfied);
      if (applies <= denies) continue;
      denies = applies;
      const OpenPoint open = conditions.satisfied == Truth::unknown ? conditions.open : found.open;
      not_denied = {{index, conditions.which, 0, -1, Gate::trust},
                    negated(denies),
                    NeededFor::the_operation,
                    detail::open_if(denies, open)};
      continue;
    }
    ConditionOutcome conditions;
    bool weighed = false;
    // One by one: "*" can admit a caller that a closer name does not admit.
    for (const PrincipalEntry& entry : policy.principals_of(statement)) {
      const Match found = match(policy, entry, call.caller, call.keys);
      if (!found) continue;
      if (!weighed) {
        if (!covers(policy, statement, call.action)) break;
        if (statement.conditions.count != 0) conditions = conditions_of(policy, statement, call.keys);
        weighed = true;
      }
      const OpenPoint open = detail::open_if(found.certain, found.open);
      TrustOutcome candidate{{{index, -1, 0, -1, Gate::trust}, found.certain, NeededFor::the_operation, open},
                             {},
                             {{index, conditions.which, 0, -1, Gate::trust},
                              conditions.satisfied,
                              NeededFor::the_operation,
                              conditions.open},
                             {},
                             found.level};
      if (has_side) {
        const bool is_narrowed =
            candidate.names_as(MatchLevel::everyone) && detail::is_narrowed_by_principal_arn(policy, statement);
        detail::reconcile(candidate, side, asked, disputed, is_session, is_narrowed);
      }
      const Truth granted = candidate.granted();
      if (out.names_as(MatchLevel::none) || granted > best || (granted == best && candidate.lacks() < out.lacks())) {
        best = granted;
        out = candidate;
      }
    }
  }
  if (out.own.passes != Truth::yes) out.own.where = detail::or_gate(out.own.where, {.gate = Gate::identity});
}

}  // namespace whence
WHENCE_TEMPLATES_END
