// The answer to a question: what is decided, by which rule, on what evidence.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/model/decision.hpp>
#include <whence/model/sts_error.hpp>
#include <whence/names/limits.hpp>
#include <whence/names/name_fault.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A plain value: it allocates and owns nothing. It is true only if the answer is yes.
struct Verdict {
  Decision decision = Decision::allowed;
  /// The rule that decided, which is broken or open; null if every rule holds.
  const RuleInfo* rule = nullptr;
  /// The open question behind an unknown, or null.
  const OpenQuestion* open = nullptr;
  /// The statement of the trust policy (from 0) that decided, or let in a caller that another policy blocks; or -1.
  int statement = -1;
  /// The policy, statement and condition that decided. If an Allow is missing: the gate that lacks it, and the first of
  /// the nearest statements; so the order of statements can change the rule that is named, but never the decision.
  Citation cited{};
  /// The action, as policies write it; if a call needs several permissions, the one that decided.
  Text action{};
  /// The parameter of the request that breaks a limit, and the limit; or null.
  const Limit* limit = nullptr;
  /// The maximum in this case, if it is less than the limit's: a role's MaxSessionDuration; otherwise -1.
  std::int64_t at_most = -1;
  /// The element of a parameter that is a list, from 0; otherwise -1.
  int element = -1;
  /// What is wrong with the text of a parameter, and at which byte, if that is the reason.
  NameError error{};

  constexpr explicit operator bool() const { return decision == Decision::allowed; }
  [[nodiscard]] constexpr bool is_unknown() const { return decision == Decision::unknown; }

  /// Whether this rule decided: it refused, or left the answer open.
  template <class Rule>
  [[nodiscard]] constexpr bool decided_by() const {
    return rule == &Rule::info;
  }
  template <class Rule>
  [[nodiscard]] constexpr bool refused_by() const {
    return decided_by<Rule>() && !is_unknown();
  }
  template <class Rule>
  [[nodiscard]] constexpr bool left_open_by() const {
    return decided_by<Rule>() && is_unknown();
  }
};

namespace detail {
// Copies what a gate found into the verdict: where, for which action, and the open question behind an unknown.
template <class Outcome, class Facts>
constexpr void cite(Verdict& verdict, const Outcome& gate, const Facts& facts) {
  verdict.cited = gate.where;
  if (gate.where.gate == Gate::trust) verdict.statement = gate.where.statement;
  if (verdict.is_unknown()) verdict.open = question_of(gate.open);
  if constexpr (requires { facts.action_for(gate.needed_for); }) verdict.action = facts.action_for(gate.needed_for);
}

// Copies what the optional members of the rule that decided return (rules/rule.hpp).
template <class Rule, class Facts>
constexpr void tell(Verdict& verdict, const Facts& facts) {
  if constexpr (requires { Rule::gate(facts); }) cite(verdict, Rule::gate(facts), facts);
  if constexpr (requires { Rule::statement(facts); }) verdict.statement = Rule::statement(facts);
  if constexpr (requires { Rule::limit(facts); }) {
    const LimitOutcome broken = Rule::limit(facts);
    verdict.limit = broken.limit;
    verdict.at_most = broken.at_most;
    verdict.element = broken.element;
    verdict.error = broken.error;
  }
  if constexpr (requires { Rule::open(facts); }) {
    if (verdict.is_unknown()) verdict.open = Rule::open(facts);
  }
}

template <class... Rule, class Facts>
constexpr void tell_at(std::size_t decided, RuleList<Rule...>, Verdict& verdict, const Facts& facts) {
  std::size_t index = 0;
  ((index++ == decided ? tell<Rule>(verdict, facts) : void()), ...);
}

/// The verdict of a list of rules on facts. Facts can also have asked_action(), the action of every verdict, and
/// granted(), the gate that an allowed verdict cites.
template <class Rules, class Facts>
constexpr Verdict verdict_of(const Facts& facts) {
  const Judgement judgement = judge(Rules{}, facts);
  Verdict verdict;
  if constexpr (requires { facts.asked_action(); }) verdict.action = facts.asked_action();
  if (judgement.rule == nullptr) {
    if constexpr (requires { facts.granted(); }) cite(verdict, facts.granted(), facts);
    return verdict;
  }
  verdict.decision = judgement.truth == Truth::unknown ? Decision::unknown : judgement.rule->when_broken;
  verdict.rule = judgement.rule;
  tell_at(judgement.index, Rules{}, verdict, facts);
  return verdict;
}

/// The same for facts made of these arguments. Inside a template this costs nothing until the question is asked.
template <class Rules, class Facts, class... Arguments>
constexpr Verdict answer(const Arguments&... arguments) {
  return verdict_of<Rules>(Facts{arguments...});
}
}  // namespace detail

/// The error that STS returns for a refused call; null if the call is allowed, or if the verdict is unknown.
/// Source: Troubleshoot IAM roles,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html, and the errors of each operation.
[[nodiscard]] constexpr const StsErrorInfo* sts_error_of(const Verdict& verdict) {
  if (verdict || verdict.is_unknown()) return nullptr;
  if (verdict.decision != Decision::invalid_request) return &info_of(StsError::access_denied);
  return &info_of(verdict.rule == nullptr ? StsError::validation_error : verdict.rule->error);
}

}  // namespace whence
WHENCE_TEMPLATES_END
