// The machinery of flow/holds.hpp: how a question makes the compiler print what is wrong.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/decide/refused_literal.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/telling.hpp>
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
  using All = Later<Told<640>, Asked>;
  static constexpr All everything() {
    All all;
    Asked::tell(all);
    return all;
  }
  static constexpr auto told = everything();
  template <auto Member>
  static constexpr Text text = (told.*Member).view();
  template <template <WHENCE_PIECE...> class Shown, auto Member>
  using Says = Words<Shown, text<Member>>;
  using Evidence =
      Joined<typename Asked::Lead, Says<caller_is, &All::caller>, Says<where, &All::where>,
             Says<operation_is, &All::operation>, Says<statement_allows, &All::allows>, Says<policy_wants, &All::wants>,
             Says<request_has, &All::has>, Optional<told.lacks_the_key, request_lacks_the_key>,
             Optional<told.does_not_say, request_does_not_say_it>, Says<trust_policy_names, &All::names>,
             Says<parameter_is, &All::parameter>, Says<parameter_has, &All::value>, Says<fault_is, &All::fault>,
             Optional<told.lacks_the_parameter, request_lacks_the_parameter>,
             Optional<told.is_duration, seconds_asked<told.asked>>,
             Optional<told.is_duration, seconds_allowed<told.least, told.most>>, Says<because, &All::because>,
             Says<open_question, &All::open>, Says<add_a_RequestContext_with, &All::added_key>,
             Optional<told.adds_the_callers_side, add_own_policies_allow_or_Policies>,
             Says<add_DisputedPoints_with_a_reading_of, &All::added_reading>,
             Optional<told.adds_the_owner, add_owned_by_to_the_place>>;
};

template <class Asked>
struct RuleThatDecides {
  static constexpr const RuleInfo* rule = Asked::verdict.rule;
};
template <class Rule>
inline constexpr bool can_be_waived = requires {
  Rule::on_unless_waived;
};
template <class Asked, class Rule>
using EvidenceFor = Joined<typename Telling<Asked>::Evidence, Optional<can_be_waived<Rule>, or_waive<Rule>>>;

#if WHENCE_HAS_MESSAGE_OBJECTS
// A line of a message for each thing that was told, for compilers that print messages.
template <class Message>
constexpr void add_line(Message& out, Text label, Text list) {
  if (list.empty()) return;
  out.add("\n    ").add(label);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == '\n') {
      out.add(", ");
    } else {
      out.add_character(list[i]);
    }
  }
}
template <class Message, class Words>
constexpr void add_lines(Message& out, const Words& told, const Role* role) {
  add_line(out, "caller: ", told.caller.view());
  if (role != nullptr && !told.names.empty()) {
    out.add("\n    the trust policy of ").add(role->name().view()).add(" names: ");
    for (std::size_t i = 0; i < told.names.size(); ++i) out.add_character(told.names[i] == '\n' ? ' ' : told.names[i]);
  }
  add_line(out, "decided by: ", told.where.view());
  add_line(out, "the operation: ", told.operation.view());
  add_line(out, "the statement allows: ", told.allows.view());
  add_line(out, "the policy wants: ", told.wants.view());
  add_line(out, "the request has: ", told.has.view());
  if (told.lacks_the_key) out.add("\n    the request lacks the key");
  if (told.does_not_say) out.add("\n    the value in the request is not known");
  add_line(out, "parameter: ", told.parameter.view());
  add_line(out, "its value: ", told.value.view());
  add_line(out, "its fault: ", told.fault.view());
  if (told.lacks_the_parameter) out.add("\n    the request lacks the parameter");
  if (told.is_duration) {
    out.add("\n    asked: ").add_number(told.asked).add(" seconds, allowed: ").add_number(told.least);
    out.add(" to ").add_number(told.most);
  }
  add_line(out, "because: ", told.because.view());
  add_line(out, "open question: ", told.open.view());
  add_line(out, "add: a RequestContext with ", told.added_key.view());
  add_line(out, "add: DisputedPoints with a reading of ", told.added_reading.view());
  if (told.adds_the_callers_side) out.add("\n    add: own_policies_allow, or Policies");
  if (told.adds_the_owner) out.add("\n    add: owned_by(user) to the place");
}

// The sentence, its source, and a line for each thing that was told.
template <class Asked, class Rule, class Told>
constexpr auto message_of(const Told& told) {
  Buffer<4096> message;
  const RuleInfo& rule = *Asked::verdict.rule;
  const bool undecided = Asked::verdict.is_unknown();
  message.add("[").add(rule.id).add("] ").add(undecided ? "not decided: " : "").add(rule.sentence);
  message.add("\n    source: ").add(rule.source.title);
  if (!rule.source.url.empty()) message.add(", ").add(rule.source.url);
  add_lines(message, told, Asked::role);
  if (can_be_waived<Rule>) message.add("\n    or, if your team accepts it: | waive<...> of this rule");
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
  using Rule = RuleOf<typename Asked::Rules, RuleThatDecides<Asked>::rule>;
  static constexpr auto words = message_of<Asked, Rule>(Telling<Asked>::told);
  static constexpr Text text = words.view();
  template <class... Evidence>
  static TypeOf<MessageRefusal<Asked::verdict.is_unknown(), fixed_lines<text.size() + 1>(text), Evidence...>> refuse(
      RuleList<Evidence...>);
  using type = typename decltype(refuse(EvidenceFor<Asked, Rule>{}))::type;
};
#else
template <class Asked>
struct RefusalOf {
  using Rule = RuleOf<typename Asked::Rules, RuleThatDecides<Asked>::rule>;
  template <class... Evidence>
  static constexpr auto refuse(RuleList<Evidence...>) {
    if constexpr (Asked::verdict.is_unknown()) {
      return TypeOf<typename Rule::template Undecided<Evidence...>>{};
    } else {
      return TypeOf<typename Rule::template Broken<Evidence...>>{};
    }
  }
  using type = typename decltype(refuse(EvidenceFor<Asked, Rule>{}))::type;
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

// What is reported of an answer that is no constant. GCC initializes a constant with a const object, so only then it needs
// the error; else it says itself what is no constant, unless it has refused that before.
#if defined(__clang__)
template <class Question>
typename Question::Unknown unknown_of(int);
#else
template <class Question>
inline constexpr bool answer_of_const_objects = Question::is_yes();
template <class Question, bool = answer_of_const_objects<Question>>
typename Question::Unknown unknown_of(int);
template <class Question>
Proven unknown_of(long);
#endif

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
    return TypeOf<decltype(unknown_of<Question>(0))>{};
  }
}
template <class Question, class Asked = Question>
using Outcome = typename decltype(outcome<Question, Asked>())::type;

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

template <class Question, class... Facts>
typename RulesOf<Question, Facts...>::type rules_of(const Question&, const Facts&...);  // for decltype only

// What a question shows first. An assumed role is shown as a flow shows it.
template <const auto& Question, const auto&... Facts>
struct LeadOf {
  using type = RuleList<object<Facts>...>;
};
template <const auto& Caller, const auto& Assumed, const auto&... Known>
struct LeadOf<may_assume, Caller, Assumed, Known...> {
  using type = RuleList<object<Assumed>>;
};

// Whether it says what the caller's own policies allow.
constexpr bool states_a_side(const CallerSide&) { return true; }
constexpr bool states_a_side(const Policies&) { return true; }
template <class Other>
constexpr bool states_a_side(const Other&) {
  return false;
}
template <class Told, class... Facts>
constexpr void tell_answer(Told& told, const Verdict& verdict, const Facts&... facts) {
  tell_doubt(told, verdict, (states_a_side(facts) || ...));
}
template <class Told, class Caller, class... Known>
requires requires(const Caller& caller) { Principal(caller); }
constexpr void tell_answer(Told& told, const Verdict& verdict, const Caller& caller, const Text&,
                           const Known&... known) {
  tell_call_elsewhere(told, verdict, caller, setting_of(known...));
}
template <class Told, class... Known>
constexpr void tell_answer(Told& told, const Verdict& verdict, const Session& caller, const Text&,
                           const Known&... known) {
  AssumeSetting setting = setting_of(known...);
  setting.origin.session = caller;
  tell_call_elsewhere(told, verdict, caller.principal(), setting);
}
template <class Told, class Caller, class... Known>
constexpr void tell_answer(Told& told, const Verdict& verdict, const Caller& caller, const Role& role,
                           const Known&... known) {
  tell_call_of(told, verdict, caller, role, setting_of(known...));
}

template <const auto& Question, const auto&... Facts>
struct Answer {
  using Rules = decltype(detail::rules_of(Question, Facts...));
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

}  // namespace whence::detail
WHENCE_TEMPLATES_END
