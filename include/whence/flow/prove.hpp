// Compile-time proof: holds<question, facts...>, sound<flow or design...> and session_of<caller, role>. Whatever is not
// answered with yes is an error that names the rule and the user's own objects.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/decide/operations.hpp>
#include <whence/flow/check.hpp>
#include <whence/flow/cited.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/message.hpp>
#include <whence/rules/flow_rules.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/session_rules.hpp>
#include <whence/rules/trust_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {

template <int Index, class First, class... Rest>
constexpr auto rule_at(RuleList<First, Rest...>) {
  if constexpr (Index == 0) {
    return First{};
  } else {
    return rule_at<Index - 1>(RuleList<Rest...>{});
  }
}
template <class... Rule>
constexpr int index_of(RuleList<Rule...>, const RuleInfo* rule) {
  int index = -1;
  int at = 0;
  ((&Rule::info == rule ? void(index = at) : void(), ++at), ...);
  return index;
}
// One error for a refusal, in a class whose arguments are the evidence. It is reached through sizeof, never through a
// member: a member of a class that failed is a second error to Clang 14.
#if WHENCE_HAS_MESSAGE_OBJECTS
template <bool Undecided, const auto& Refused, class... Evidence>
struct MessageRefusal {
  static_assert(broken_by<Evidence...>, Refused.message);
};
template <const auto& Refused, class... Evidence>
struct MessageRefusal<true, Refused, Evidence...> {
  static_assert(undecided_for<Evidence...>, Refused.message);
};
template <class Rules, const auto& Refused, class... Evidence>
using Refusal = MessageRefusal<Refused.undecided, Refused, Evidence...>;
#else
template <bool Undecided, class Rule, class... Evidence>
struct RuleRefusal {
  static_assert(sizeof(typename Rule::template Broken<Evidence...>) != 0);
};
template <class Rule, class... Evidence>
struct RuleRefusal<true, Rule, Evidence...> {
  static_assert(sizeof(typename Rule::template Undecided<Evidence...>) != 0);
};
template <class Rules, const auto& Refused, class... Evidence>
using Refusal =
    RuleRefusal<Refused.undecided, decltype(rule_at<index_of(Rules{}, Refused.rule)>(Rules{})), Evidence...>;
#endif

struct Refused {
  const RuleInfo* rule = nullptr;
  bool undecided = false;
#if WHENCE_HAS_MESSAGE_OBJECTS
  Message message;
#endif
};

constexpr Refused refused(const Verdict& verdict) {
  Refused result;
  if (verdict) return result;
  result.rule = verdict.rule;
  result.undecided = verdict.is_unknown();
#if WHENCE_HAS_MESSAGE_OBJECTS
  result.message = message_of(*verdict.rule, result.undecided);
#endif
  return result;
}

// When nobody named is the caller, a message object also tells who is named.
constexpr void tell_named([[maybe_unused]] Refused& refused, [[maybe_unused]] const Role& role) {
#if WHENCE_HAS_MESSAGE_OBJECTS
  if (refused.rule == &rules::the_trust_policy_names_the_caller::info) add_named(refused.message, role);
#endif
}
template <class Other>
constexpr void tell_named(Refused&, const Other&) {}

struct Proven {};

// Where it was decided stands in the evidence, and in a message object as well.
constexpr void tell_where([[maybe_unused]] Refused& refused, [[maybe_unused]] const CitedText& cited) {
#if WHENCE_HAS_MESSAGE_OBJECTS
  if (cited.count == 0) return;
  refused.message("\n    decided by: ");
  refused.message(Text(cited.characters, cited.count));
#endif
}

// The rules that can decide a question about these facts. Where a question means more among facts of its own, an overload
// beside their types says so.
template <class Question, class... Facts>
constexpr typename Question::Rules rules_of(const Question&, const Facts&...) {
  return {};
}

template <const auto& Question, const auto&... Facts>
struct Answer {
  using Rules = decltype(rules_of(Question, Facts...));
  static constexpr Verdict verdict = Question(Facts...);
  static constexpr CitedText cited = cited_by(Question, verdict, Facts...);
  static constexpr Text place = Text(cited.characters, cited.count);
  static constexpr Refused refusal = [] {
    Refused result = refused(verdict);
    (tell_named(result, Facts), ...);
    tell_where(result, cited);
    return result;
  }();
  static constexpr auto proof() {
    if constexpr (refusal.rule == nullptr) {
      return Proven{};
    } else if constexpr (place.empty()) {
      return Refusal<Rules, refusal, object<Facts>...>{};
    } else {
      return Refusal<Rules, refusal, object<Facts>..., Spelled<where, place>>{};
    }
  }
  static_assert(sizeof(proof()) != 0);
};

// Who took a step of a flow, and what or where it was about.
constexpr Text who_of(const FlowSteps& steps, std::size_t step) {
  if (step > steps.place_count + 1) return steps.reader.name();
  const PrincipalName& assumer = steps.assumer.name();
  return assumer.form == PrincipalForm::root ? Text("root") : assumer.name;
}
constexpr Text what_of(const FlowSteps& steps, std::size_t step) {
  if (step <= 1) return steps.role == nullptr ? Text() : steps.role->name().view();
  if (step == steps.place_count + 3) return steps.action;
  return step > steps.place_count + 1 ? steps.places[steps.read_at].name : steps.places[step - 2].name;
}
constexpr const FlowSteps& steps_of(const Flow& flow, std::size_t) { return flow.steps(); }
template <class Subject>
constexpr const FlowSteps& steps_of(const Subject& design, std::size_t flow) {
  return design.flows[flow == 0 ? 0 : flow - 1].steps();
}

// What is asked of a flow or design; another subject has overloads beside its type.
using FlowRules = Joined<Joined<rules::assume_rules, rules::move_rules>, Joined<rules::read_rules, rules::call_rules>>;
template <class Subject>
constexpr FlowRules rules_of_subject(const Subject&) {
  return {};
}
template <class Subject, class Judged>
constexpr Text actor_of(const Subject& subject, const Judged& verdict) {
  return who_of(steps_of(subject, verdict.flow), verdict.step);
}
template <class Subject, class Judged>
constexpr Text matter_of(const Subject& subject, const Judged& verdict) {
  return what_of(steps_of(subject, verdict.flow), verdict.step);
}

// Where in the policies a step was decided, and whom a role's trust policy names.
template <class Subject, class Judged>
constexpr CitedText cited_in(const Subject& subject, const Judged& verdict) {
  if (verdict.step != 1) return {};
  const FlowSteps& steps = steps_of(subject, verdict.flow);
  return cited_by(may_assume, verdict.verdict, steps.assumer, *steps.role, steps.setting());
}
template <class Subject, class Judged>
constexpr void tell_named_in(Refused& refused, const Subject& subject, const Judged& verdict) {
  if (verdict.step == 1) tell_named(refused, *steps_of(subject, verdict.flow).role);
}

template <const auto& Subject>
struct Soundness {
  using Rules = decltype(rules_of_subject(Subject));
  static constexpr auto verdict = check(Subject);
  static constexpr Text actor = actor_of(Subject, verdict);
  static constexpr Text matter = matter_of(Subject, verdict);
  static constexpr CitedText cited = cited_in(Subject, verdict);
  static constexpr Text place = Text(cited.characters, cited.count);
  static constexpr Refused refusal = [] {
    Refused result = refused(verdict.verdict);
    tell_named_in(result, Subject, verdict);
    tell_where(result, cited);
    return result;
  }();
  template <class... More>
  static constexpr auto proof_with() {
    if constexpr (verdict.step == 0) {
      return Refusal<Rules, refusal, object<Subject>, Spelled<who, actor>, Spelled<what, matter>, More...>{};
    } else if constexpr (verdict.flow == 0) {
      return Refusal<Rules, refusal, object<Subject>, step_number<verdict.step>, Spelled<who, actor>,
                     Spelled<what, matter>, More...>{};
    } else {
      return Refusal<Rules, refusal, object<Subject>, flow_number<verdict.flow>, step_number<verdict.step>,
                     Spelled<who, actor>, Spelled<what, matter>, More...>{};
    }
  }
  static constexpr auto proof() {
    if constexpr (refusal.rule == nullptr) {
      return Proven{};
    } else if constexpr (place.empty()) {
      return proof_with();
    } else {
      return proof_with<Spelled<where, place>>();
    }
  }
  static_assert(sizeof(proof()) != 0);
};

}  // namespace detail

/// Whether a question about named objects is answered with yes: `static_assert(holds<may_assume, chiba_user, chiba_role>)`.
/// The objects have static storage, at namespace scope or as static constexpr. Any other answer, also unknown, is an error
/// of the compiler's that names the rule and the objects; so `holds` is never false.
template <const auto& Question, const auto&... Facts>
inline constexpr bool holds = sizeof(detail::Answer<Question, Facts...>) != 0;

/// Whether flows and designs are right from the first step to the last: `static_assert(sound<instance_profile>)`. The
/// error names the rule, the flow, the step (counted from 1: assumes, each rests_in, read_by), who took it and what it
/// was about.
template <const auto&... Subjects>
inline constexpr bool sound = ((sizeof(detail::Soundness<Subjects>) != 0) && ...);

namespace detail {

constexpr SessionName name_of_session(Text given) {
  const Result<SessionName, NameError> name = SessionName::parse(given);
  return name ? *name : SessionName("design");
}

constexpr StsRequest request_of(const AssumeSetting& known) {
  if (known.origin.request) return *known.origin.request;
  return {.session_name = name_of_session(known.session_name)};
}

template <const auto& Caller, const auto& Assumed, const auto&... Known>
struct BegunHere {
  static_assert(holds<may_assume, Caller, Assumed, Known...>);
  static constexpr AssumeSetting known = setting_of(Known...);
  static constexpr Begun begun = assume_role(Caller, Assumed, request_of(known), known);
  static constexpr Refused refusal = [] {
    if (begun || !may_assume(Caller, Assumed, Known...)) return Refused{};
    return refused(begun.error());
  }();
  static constexpr auto proof() {
    if constexpr (refusal.rule == nullptr) {
      return Proven{};
    } else {
      return Refusal<Joined<rules::request_rules, rules::session_rules>, refusal, object<Caller>, object<Assumed>,
                     object<Known>...>{};
    }
  }
  static_assert(sizeof(proof()) != 0);
  static constexpr Session session = begun ? *begun : SessionMaker::nobodys();
};

}  // namespace detail

/// The session that comes of a named caller assuming a named role with nothing special asked for: `session_of<ec2,
/// instance_role>`, or `session_of<deployer, release, own_policies_allow>` where the caller's own policies matter; Policies,
/// a RequestContext, and a SessionName or a whole StsRequest, can be given too. Where that is refused, the error names the
/// rule. The error itself is no session: at run time there is assume_role.
template <const auto& Caller, const auto& Assumed, const auto&... Known>
inline constexpr const Session& session_of = detail::BegunHere<Caller, Assumed, Known...>::session;

}  // namespace whence
WHENCE_TEMPLATES_END
