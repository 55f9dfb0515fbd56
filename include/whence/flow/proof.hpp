// The machinery of flow/holds.hpp: how holds and sound make the compiler print what is wrong.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/flow/check.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/flow.hpp>
#include <whence/flow/telling.hpp>
#include <whence/model/chain.hpp>
#include <whence/model/role.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/rule.hpp>

// Whether a static_assert takes the message of a refusal as an object (C++26).
#if defined(__cpp_static_assert) && __cpp_static_assert >= 202306L
#define WHENCE_HAS_MESSAGE_OBJECTS 1
#else
#define WHENCE_HAS_MESSAGE_OBJECTS 0
#endif

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {
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
// The type of this rule in a list.
template <class Rules, const RuleInfo* const& Rule>
using RuleOf = decltype(rule_at<index_of(Rules{}, Rule)>(Rules{}));

template <class Held>
struct TypeOf {
  using type = Held;
};

// What was told about a verdict, as types for the compiler to print. `Asked` has verdict, Rules, Lead (the first pieces
// of evidence) and tell(told).
template <class Asked>
struct Telling {
  template <class All>
  static constexpr auto everything() {
    All all;
    Asked::tell(all);
    return all;
  }
  static constexpr auto told = everything<Told<640>>();
  static constexpr Text caller = told.caller.view(), where_text = told.where.view(), wants = told.wants.view(),
                        has = told.has.view(), names = told.names.view(), parameter = told.parameter.view(),
                        value = told.value.view(), fault = told.fault.view(), open = told.open.view(),
                        added_key = told.added_key.view(), added_reading = told.added_reading.view();
  using Evidence =
      Joined<typename Asked::Lead, Words<caller_is, caller>, Words<where, where_text>, Words<policy_wants, wants>,
             Words<request_has, has>, Optional<told.lacks_the_key, request_lacks_the_key>,
             Optional<told.does_not_say, request_does_not_say_it>, Words<trust_policy_names, names>,
             Words<parameter_is, parameter>, Words<parameter_has, value>, Words<fault_is, fault>,
             Optional<told.is_duration, seconds_asked<told.asked>>,
             Optional<told.is_duration, seconds_allowed<told.least, told.most>>, Words<open_question, open>,
             Words<add_a_RequestContext_with, added_key>,
             Optional<told.adds_the_callers_side, add_own_policies_allow_or_another_CallerSide_or_Policies>,
             Words<add_DisputedPoints_with_a_reading_of, added_reading>,
             Optional<told.adds_the_owner, add_the_owner_of_the_place>>;
};

#if WHENCE_HAS_MESSAGE_OBJECTS
// The sentence, its source, and a line for each thing that was told.
template <class Asked, class Told>
constexpr auto message_of(const Told& told) {
  Buffer<4096> message;
  const RuleInfo& rule = *Asked::verdict.rule;
  const bool undecided = Asked::verdict.is_unknown();
  message.add("[").add(rule.id).add("] ").add(undecided ? "not decided: " : "").add(rule.sentence);
  message.add("\n    source: ").add(rule.source.title);
  if (!rule.source.url.empty()) message.add(", ").add(rule.source.url);
  add_lines(message, told, Asked::role);
  return message;
}
template <std::size_t Size>
constexpr FixedText<Size> fixed_lines(Text text) {
  FixedText<Size> result;
  for (std::size_t i = 0; i < text.size(); ++i) result.characters[i] = text[i];
  return result;
}
template <bool Undecided, FixedText Message, class... Evidence>
struct MessageRefusal {
  static_assert(broken_by<Evidence...>, Message.view());
};
template <FixedText Message, class... Evidence>
struct MessageRefusal<true, Message, Evidence...> {
  static_assert(undecided_for<Evidence...>, Message.view());
};
template <class Asked>
struct RefusalOf {
  static constexpr auto words = message_of<Asked>(Telling<Asked>::told);
  static constexpr Text text = words.view();
  template <class... Evidence>
  static TypeOf<MessageRefusal<Asked::verdict.is_unknown(), fixed_lines<text.size() + 1>(text), Evidence...>> refuse(
      RuleList<Evidence...>);
  using type = typename decltype(refuse(typename Telling<Asked>::Evidence{}))::type;
};
#else
template <class Asked>
struct RefusalOf {
  static constexpr const RuleInfo* rule = Asked::verdict.rule;
  using Rule = RuleOf<typename Asked::Rules, rule>;
  template <class... Evidence>
  static constexpr auto refuse(RuleList<Evidence...>) {
    if constexpr (Asked::verdict.is_unknown()) {
      return TypeOf<typename Rule::template Undecided<Evidence...>>{};
    } else {
      return TypeOf<typename Rule::template Broken<Evidence...>>{};
    }
  }
  using type = typename decltype(refuse(typename Telling<Asked>::Evidence{}))::type;
};
#endif

struct Proven {};

// The only error if an answer is no constant, for example because the compiler has refused a name in the design.
template <class... Evidence>
struct NotConstant {
  static_assert(constant_for<Evidence...>,
                "the answer must be a constant: everything that a question is about must be constexpr and compile");
};

// Whether the answer is yes. Evaluated once, as the default of a template parameter: there it may be no constant.
enum class Known : std::uint8_t { no, yes, not_constant };
template <Known Answer>
struct Knows {
  static constexpr Known value = Answer;
};
template <class Asked, bool IsYes = Asked::is_yes()>
Knows<IsYes ? Known::yes : Known::no> known_of(int);
template <class Asked>
Knows<Known::not_constant> known_of(long);

// The class that reports the error, or Proven. It depends only on the evidence: so the same mistake, found by several
// questions, is one error. `Question` has is_yes() and Unknown; `Asked`, which needs an answer that is a constant, has
// what there is to say about a refusal.
template <class Question, class Asked>
constexpr auto outcome() {
  constexpr Known known = decltype(known_of<Question>(0))::value;
  if constexpr (known == Known::yes) {
    return TypeOf<Proven>{};
  } else if constexpr (known == Known::no) {
    return TypeOf<typename RefusalOf<Asked>::type>{};
  } else {
    return TypeOf<typename Question::Unknown>{};
  }
}
template <class Question, class Asked = Question>
using Outcome = typename decltype(outcome<Question, Asked>())::type;

// Whether the compiler has already refused what this is made of: then each answer about it is yes.
template <class Other>
constexpr bool has_failed(const Other&) {
  return false;
}
template <class Other>
requires requires(const Other& other) { other.is_refused(); }
constexpr bool has_failed(const Other& other) { return other.is_refused(); }
template <class Other>
requires requires(const Other& other) { other.steps(); }
constexpr bool has_failed(const Other& other) { return other.steps().is_refused; }
constexpr bool has_failed(const Chain& chain) { return chain.last().is_refused(); }

// The role among the facts of a question.
constexpr const Role* as_role(const Role& role) { return &role; }
template <class Other>
constexpr const Role* as_role(const Other&) {
  return nullptr;
}
template <class... Facts>
constexpr const Role* role_among(const Facts&... facts) {
  const Role* found = nullptr;
  ((found = found == nullptr ? as_role(facts) : found), ...);
  return found;
}

template <class Question>
typename Question::Rules rules_of(const Question&);  // for decltype only

// What a question shows first. An assumed role is shown as a flow shows it.
template <const auto& Question, const auto&... Facts>
struct LeadOf {
  using type = RuleList<object<Facts>...>;
};
template <const auto& Caller, const auto& Assumed, const auto&... Known>
struct LeadOf<may_assume, Caller, Assumed, Known...> {
  using type = RuleList<object<Assumed>>;
};

template <class Told, class... Facts>
constexpr void tell_answer(Told& told, const Verdict& verdict, const Facts&...) {
  tell_doubt(told, verdict, false);
}
template <class Told, class Caller, class... Known>
constexpr void tell_answer(Told& told, const Verdict& verdict, const Caller& caller, const Role& role,
                           const Known&... known) {
  tell_call_of(told, verdict, caller, role, setting_of(known...));
}

template <const auto& Question, const auto&... Facts>
struct Answer {
  using Rules = decltype(detail::rules_of(Question));
  using Lead = typename LeadOf<Question, Facts...>::type;
  using Unknown = NotConstant<object<Facts>...>;
  static constexpr Verdict decide() { return (has_failed(Facts) || ...) ? Verdict{} : Question(Facts...); }
  static constexpr bool is_yes() { return static_cast<bool>(decide()); }
  static constexpr Verdict verdict = decide();
  static constexpr const Role* role = role_among(Facts...);
  template <class Told>
  static constexpr void tell(Told& told) {
    tell_answer(told, verdict, Facts...);
  }
};

// The flow that a verdict is about; null if it is about the environment.
template <class Subject>
constexpr const FlowSteps* steps_of(const Subject& subject, const FlowVerdict& found) {
  if (found.step == 0) return nullptr;
  if constexpr (requires { subject.steps(); }) {
    return &subject.steps();
  } else if constexpr (requires { subject.flows; }) {
    return &subject.flows[found.flow - 1].steps();
  } else {
    return nullptr;
  }
}
template <class Subject>
constexpr const Flow* named_flow(const Subject& subject, const FlowVerdict& found) {
  if constexpr (requires { subject.flows; }) {
    return found.flow == 0 ? nullptr : subject.flows[found.flow - 1].named;
  } else {
    return nullptr;
  }
}

// A step as the design writes it. Steps are counted as by check(flow).
template <class Steps>
constexpr auto step_as_written(const Steps* steps, const FlowVerdict& found) {
  Buffer<256> out;
  if (steps == nullptr) return out;
  const std::size_t place = found.step - 2;
  if (found.step == 1) {
    out.add("assumes(").add(found.who).add(", ").add(found.what);
  } else if (place < steps->place_count) {
    const bool is_along = place < steps->places_along;
    const bool only_read = place >= steps->places_rested;
    out.add(only_read ? "read_by(" : is_along ? "rests_along(" : "rests_in(");
    if (only_read) out.add(steps->reader.name()).add(", ");
    out.add(is_along ? steps->source : found.what);
  } else if (place == steps->place_count) {
    out.add("read_by(").add(found.who);
    if (steps->names_vantage) out.add(", ").add(steps->from.name);
  } else {
    out.add("calls(").add(found.what);
  }
  out.add(")");
  return out;
}

// The name of the flow in the design, or its number.
template <const auto& Subject, std::size_t Number, const Flow* const& Named>
struct NameOf {
  using type = RuleList<object<Subject>, flow_number<Number>>;
};
template <const auto& Subject, const Flow* const& Named>
struct NameOf<Subject, 0, Named> {
  using type = RuleList<object<Subject>>;
};
template <const auto& Subject, std::size_t Number, const Flow* const& Named>
requires(Number != 0) && requires { typename object<*Named>; }
struct NameOf<Subject, Number, Named> {
  using type = RuleList<object<*Named>>;
};
template <const Role* const& Named>
struct NameOfRole {
  static constexpr Text name = Named->name().view();
  using type = RuleList<Spelled<what, name>>;
};
template <const Role* const& Named>
requires requires { typename object<*Named>; }
struct NameOfRole<Named> {
  using type = RuleList<object<*Named>>;
};

template <const auto& Subject>
struct IsSound {
  using Unknown = NotConstant<object<Subject>>;
  static constexpr bool is_yes() { return static_cast<bool>(check(Subject)); }
};
template <const auto& Subject>
struct Soundness {
  static constexpr auto found = check(Subject);
  using Rules = typename decltype(check(Subject))::Rules;
  static constexpr Verdict verdict = found.verdict;
  static constexpr const FlowSteps* steps = steps_of(Subject, found);
  static constexpr bool is_about_the_role = found.step == 1;
  static constexpr const Role* role = is_about_the_role ? steps->role : nullptr;
  static constexpr const Flow* named = named_flow(Subject, found);
  static constexpr Text actor = found.who, matter = found.what;
  static constexpr auto step_words = step_as_written(steps, found);
  static constexpr Text step = step_words.view();
  static constexpr std::size_t place = found.step - 2;
  static constexpr bool is_at_a_place = found.step >= 2 && place <= steps->place_count;
  static constexpr bool comes_from_a_place = is_at_a_place && place > 0 && place < steps->place_count;
  static constexpr Text at = is_at_a_place ? matter : Text();
  static constexpr Text from = comes_from_a_place ? steps->places[place - 1].name : Text();

  static constexpr auto lead() {
    if constexpr (is_about_the_role) {
      return typename NameOfRole<role>::type{};
    } else if constexpr (found.step == 0) {
      return RuleList<object<Subject>, Spelled<who, actor>, Spelled<what, matter>>{};
    } else {
      return Joined<typename NameOf<Subject, found.flow, named>::type, RuleList<step_number<found.step>>,
                    Words<step_is, step>, Words<at_place, at>, Words<coming_from, from>>{};
    }
  }
  using Lead = decltype(lead());
  template <class Told>
  static constexpr void tell(Told& told) {
    if constexpr (is_about_the_role) {
      const AssumeSetting setting = steps->setting();
      tell_caller(told, steps->assumer);
      tell_call(told, verdict, steps->assumer, *role, setting);
    } else {
      if (found.step == 2) tell_caller(told, steps->obtained_by());
      tell_doubt(told, verdict, false);
    }
  }
};

/// The flow of a design whose first step is refused: the compiler prints it above the error.
template <class Flow, class Refusal>
struct InFlow {
  static_assert(!__is_base_of(NoBase, Refusal));
};
template <class Refusal, class... Name>
TypeOf<InFlow<RuleList<Name...>, Refusal>> in_flow(RuleList<Name...>);  // for decltype only
template <const auto& Subject>
constexpr auto sound_outcome() {
  using Asked = Soundness<Subject>;
  if constexpr (decltype(known_of<IsSound<Subject>>(0))::value != Known::no) {
    return outcome<IsSound<Subject>, Asked>();
  } else if constexpr (Asked::found.flow != 0 && Asked::is_about_the_role) {
    using Name = typename NameOf<Subject, Asked::found.flow, Asked::named>::type;
    return TypeOf<typename decltype(in_flow<typename RefusalOf<Asked>::type>(Name{}))::type>{};
  } else {
    return TypeOf<typename RefusalOf<Asked>::type>{};
  }
}
template <const auto& Subject>
using SoundOutcome = typename decltype(sound_outcome<Subject>())::type;

}  // namespace whence::detail
WHENCE_TEMPLATES_END
