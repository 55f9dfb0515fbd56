// The machinery of sound in flow/holds.hpp: the step of a design that is wrong, as the design writes it.
#pragma once

#include <cstddef>

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/flow/check.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/flow.hpp>
#include <whence/flow/proof.hpp>
#include <whence/flow/telling.hpp>
#include <whence/model/role.hpp>
#include <whence/model/verdict.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

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
  Later<Buffer<256>, Steps> out;
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
  static constexpr bool is_a_move = is_at_a_place && place < steps->place_count;
  static constexpr bool comes_from_a_place = is_a_move && place > 0;
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
      if (is_a_move) tell_caller(told, steps->obtained_by());
      if constexpr (requires { Subject.environment; } && is_a_move) {
        if (verdict.decided_by<rules::there_is_a_credential_to_read>()) tell_absence_of(told, Subject, found);
      }
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
