// A rule is a type with an id, one sentence, a source, and holds(). The sentence is the compiler's message and the text
// at run time and in the reference. If the rule decides, the verdict takes what these optional static members return:
//
//   gate(facts)       a GateOutcome: the verdict cites its place, the action it is needed for, and its open question
//   limit(facts)      a LimitOutcome: the verdict shows the parameter and its limit
//   open(facts)       the OpenQuestion behind an undecided verdict, or null
//   assumed(facts)    the Assumption of a verdict that is not undecided, or null
//   statement(facts)  the statement of the trust policy that lets the caller in, if the gate is another policy's
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/sts_error.hpp>
#include <whence/model/verdict.hpp>
#include <whence/names/limits.hpp>
#include <whence/names/name_fault.hpp>
#include <whence/rules/rule_macro.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A rule's id never changes and is never used again. The sentence states what must be true.
struct RuleInfo {
  Text id;
  Text sentence;
  Decision when_broken = Decision::denied_implicitly;
  Source source{};
  /// The error that STS returns for a call that breaks the rule.
  StsError error = when_broken == Decision::invalid_request ? StsError::validation_error : StsError::access_denied;
};

/// What a rule about a limit finds: whether the limit is kept; if not, the parameter by its limit, the element of a
/// list (from 0), what is wrong with its text, and the maximum in this case, if it is less than the limit's.
struct LimitOutcome {
  Truth passes = Truth::yes;
  const Limit* limit = nullptr;
  int element = -1;
  NameError error{};
  std::int64_t at_most = -1;
};

/// Never true: the compiler prints them, with the evidence as their arguments.
template <class... Evidence>
inline constexpr bool broken_by = false;
template <class... Evidence>
inline constexpr bool undecided_for = false;

/// What a conditional cell of the call matrix (call_matrix.hpp) depends on.
enum class Decides : std::uint8_t {
  the_kind,                   // the kind of the credential, regardless of policies; or a trust policy or a token
  the_callers_side,           // the policies of the caller
  the_callers_side_with_mfa,  // these, and whether the session began with MFA
  the_callers_side_and_more,  // these, and something that another question decides
  the_callers_side_perhaps,   // these if they speak of it; it is open whether it needs their Allow
  the_task,                   // the task policy of a session of AssumeRoot
};

/// A rule that is a note of that matrix: its letter, and what decides. It answers as the cell with its letter does.
template <char Note, Decides By>
struct MatrixNote {
  static constexpr char note = Note;
  static constexpr Decides decides = By;
  template <class Facts>
  static constexpr auto holds(const Facts& facts) -> decltype(facts.noted(Note)) {
    return facts.noted(Note);
  }
  template <class Facts>
  static constexpr auto gate(const Facts& facts) -> decltype(facts.gate_of_cell()) {
    return facts.gate_of_cell();
  }
  template <class Facts>
  static constexpr auto open(const Facts& facts) -> decltype(facts.open_question) {
    return facts.open_question;
  }
};

/// Rules in the order in which they are asked.
template <class... Rule>
struct RuleList {
  static constexpr std::size_t size = sizeof...(Rule);
};

namespace detail {
template <class... List>
struct Join;
template <class... Rule>
struct Join<RuleList<Rule...>> {
  using type = RuleList<Rule...>;
};
template <class... First, class... Second, class... Rest>
struct Join<RuleList<First...>, RuleList<Second...>, Rest...> : Join<RuleList<First..., Second...>, Rest...> {};
}  // namespace detail

/// The rules of several lists, one list after the other.
template <class... List>
using Joined = typename detail::Join<List...>::type;

/// The rules of a question about facts of these types.
template <class Question, class... Facts>
struct RulesOf {
  using type = typename Question::Rules;
};

/// Which rule of a list decides: the first that is broken; else the first that is open; else none.
struct Judgement {
  const RuleInfo* rule = nullptr;
  Decision decision = Decision::allowed;  // a constant for each rule, so that a decision need not load the rule
  std::size_t index = 0;                  // of the rule in the list

  [[nodiscard]] constexpr bool is_broken() const { return rule != nullptr && decision != Decision::unknown; }
};

namespace detail {
constexpr void take(Judgement& judgement, const RuleInfo& rule, Truth truth, std::size_t index) {
  if (truth == Truth::no) {
    judgement = {&rule, rule.when_broken, index};
  } else if (truth == Truth::unknown && judgement.rule == nullptr) {
    judgement = {&rule, Decision::unknown, index};
  }
}
}  // namespace detail

/// Complexity: each rule once, up to the first that is broken.
template <class... Rule, class Facts>
[[nodiscard]] constexpr Judgement judge(RuleList<Rule...>, const Facts& facts) {
  Judgement judgement;
  std::size_t index = 0;
  // Not a function template for each rule: their instantiation would be much of the cost of including the model.
  ((judgement.is_broken() ? void() : detail::take(judgement, Rule::info, Rule::holds(facts), index), ++index), ...);
  return judgement;
}

namespace detail {
// Copies what a gate found into the verdict: where, for which action, and the open question behind an unknown.
template <class Outcome, class Facts>
constexpr void cite(Verdict& verdict, const Outcome& gate, const Facts& facts) {
  verdict.cited = gate.where;
  if (gate.where.gate == Gate::trust) verdict.statement = gate.where.statement;
  if (verdict.is_unknown()) verdict.open = question_of(gate.open);
  if constexpr (requires { facts.action_for(gate.needed_for); }) verdict.action = facts.action_for(gate.needed_for);
}

// Copies what the optional members of the rule that decided return.
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
  if constexpr (requires { Rule::assumed(facts); }) {
    if (!verdict.is_unknown()) verdict.assumed = Rule::assumed(facts);
  }
}

template <class... Rule, class Facts>
constexpr void tell_at(std::size_t decided, RuleList<Rule...>, Verdict& verdict, const Facts& facts) {
  std::size_t index = 0;
  ((index++ == decided ? tell<Rule>(verdict, facts) : void()), ...);
}

/// The verdict of a list of rules on facts. Facts can also have asked_action(), the action of every verdict, and
/// granted(), the gate that an allowed verdict cites, assumed(), what an allowed verdict assumes, and ran_out_of_steps, which an unknown verdict says.
template <class Rules, class Facts>
constexpr Verdict verdict_of(const Facts& facts) {
  const Judgement judgement = judge(Rules{}, facts);
  // Two objects: the optimizer then drops what the caller does not read of an allowed verdict.
  if (judgement.rule == nullptr) {
    Verdict allowed;
    if constexpr (requires { facts.asked_action(); }) allowed.action = facts.asked_action();
    if constexpr (requires { facts.granted(); }) cite(allowed, facts.granted(), facts);
    if constexpr (requires { facts.assumed(); }) allowed.assumed = facts.assumed();
    return allowed;
  }
  Verdict verdict{judgement.decision, judgement.rule};
  if constexpr (requires { facts.asked_action(); }) verdict.action = facts.asked_action();
  tell_at(judgement.index, Rules{}, verdict, facts);
  if constexpr (requires { facts.ran_out_of_steps; }) {
    if (verdict.is_unknown() && facts.ran_out_of_steps) verdict.open = &open_questions::b1;
  }
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
