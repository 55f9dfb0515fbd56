// The machinery of flow/holds.hpp: how holds, sound and session_of make the compiler print what is wrong.
#pragma once

#include <cstddef>

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/find_policy.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/operations.hpp>
#include <whence/flow/check.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/flow.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/role.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/session_rules.hpp>

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

// "statement 2 of service control policy 1 of level 1: StringNotLike of aws:RequestedRegion", or what a policy lacks;
// empty if the rule says everything. Cut if too long. A template, so that it is cheap to include.
template <class Subject>
constexpr auto cited_text(const Verdict& verdict, const Subject& role, const Policies* policies) {
  Buffer<192> out;
  const Citation& cited = verdict.cited;
  if (cited.is_at(Gate::none)) return out;
  const Policy* const policy = find_policy(cited, role, policies);
  const Statement* const statement = find_statement(cited, policy);
  if (statement != nullptr) {
    out.add("statement ").add_number(cited.statement + 1).add(" of ");
  } else if (cited.policy >= 0 && !cited.is_at(Gate::trust) && !cited.is_at(Gate::identity)) {
    out.add("no Allow in ");
  } else {
    return out;
  }
  out.add(name_of(cited.gate));
  const bool one_of_several = cited.is_at(Gate::identity) || cited.is_at(Gate::session) || cited.level >= 0;
  if (one_of_several && statement != nullptr) out.add(" ").add_number(cited.policy + 1);
  if (cited.level >= 0) out.add(" of level ").add_number(cited.level + 1);
  if (const Condition* const condition = find_condition(cited, policy); condition != nullptr) {
    out.add(": ").add(condition->test.test_name()).add(condition->test.if_exists ? "IfExists of " : " of ");
    out.add(policy->at(condition->key));
  }
  return out;
}

// The refusal, if there is one.
struct Refused {
  const RuleInfo* rule = nullptr;
  bool undecided = false;
#if WHENCE_HAS_MESSAGE_OBJECTS
  Buffer<1536> message;
#endif
};

// A message object lists the principals that the trust policy names, if the caller is not one, and says what decided.
constexpr Refused refusal_of(const Verdict& verdict, [[maybe_unused]] const Role* role, [[maybe_unused]] Text place) {
  Refused result;
  if (verdict) return result;
  result.rule = verdict.rule;
  result.undecided = verdict.is_unknown();
#if WHENCE_HAS_MESSAGE_OBJECTS
  auto& message = result.message;
  const RuleInfo& rule = *verdict.rule;
  message.add("[").add(rule.id).add("] ").add(result.undecided ? "not decided: " : "").add(rule.sentence);
  message.add("\n    source: ").add(rule.source.title);
  if (!rule.source.url.empty()) message.add(", ").add(rule.source.url);
  using NamesTheCaller = rules::the_trust_policy_names_the_caller;
  if (role != nullptr && (verdict.refused_by<NamesTheCaller>() || verdict.left_open_by<NamesTheCaller>())) {
    message.add("\n    the trust policy of ").add(role->name().view()).add(" names:");
    for (const Statement& statement : role->trust().statements()) {
      for (const PrincipalEntry& entry : role->trust().principals_of(statement)) {
        message.add(" ").add(role->trust().at(entry.text));
      }
    }
  }
  if (!place.empty()) message.add("\n    decided by: ").add(place);
  if (result.undecided && verdict.open != nullptr) {
    message.add("\n    open question: ").add(verdict.open->id).add(": ").add(verdict.open->question);
  }
#endif
  return result;
}

// One error for a refusal, in a class whose arguments are the evidence. Use it through sizeof, not through a member:
// Clang 14 reports a second error for a member of a class that failed.
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

struct Proven {};

// The last piece of evidence is the place in the policies, if there is one.
template <class Rules, const auto& Refused, const Text& Place, class... Evidence>
constexpr auto proof() {
  if constexpr (Refused.rule == nullptr) {
    return Proven{};
  } else if constexpr (Place.empty()) {
    return Refusal<Rules, Refused, Evidence...>{};
  } else {
    return Refusal<Rules, Refused, Evidence..., Spelled<where, Place>>{};
  }
}

// The role among the facts of a question, and the place in the policies that a verdict about it cites.
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
template <class... Facts>
constexpr auto cited_by(const Verdict&, const Facts&...) {
  return Buffer<1>();
}
template <class Caller, class... Known>
constexpr auto cited_by(const Verdict& verdict, const Caller&, const Role& role, const Known&... known) {
  const AssumeSetting setting = setting_of(known...);
  return cited_text(verdict, role, setting.policies ? &*setting.policies : nullptr);
}

template <class Question>
typename Question::Rules rules_of(const Question&);  // for decltype only

template <const auto& Question, const auto&... Facts>
struct Answer {
  using Rules = decltype(detail::rules_of(Question));
  static constexpr Verdict verdict = Question(Facts...);
  static constexpr auto cited = cited_by(verdict, Facts...);
  static constexpr Text place = cited.view();
  static constexpr Refused refusal = refusal_of(verdict, role_among(Facts...), place);
  static_assert(sizeof(proof<Rules, refusal, place, object<Facts>...>()) != 0);
};

// The steps of the flow that fails to assume a role; null if the verdict is about something else.
template <class Subject>
constexpr const FlowSteps* assuming_steps(const Subject& subject, const FlowVerdict& found) {
  if (found.step != 1) return nullptr;
  if constexpr (requires { subject.steps(); }) {
    return &subject.steps();
  } else if constexpr (requires { subject.flows; }) {
    return &subject.flows[found.flow - 1].steps();
  } else {
    return nullptr;
  }
}
template <class Steps>
constexpr auto cited_in(const Steps* steps, const Verdict& verdict) {
  return steps == nullptr ? decltype(cited_text(verdict, *steps->role, nullptr))()
                          : cited_text(verdict, *steps->role, steps->has_policies ? &steps->policies : nullptr);
}

template <const auto& Subject>
struct Soundness {
  static constexpr auto found = check(Subject);
  using Rules = typename decltype(check(Subject))::Rules;
  static constexpr const FlowSteps* steps = assuming_steps(Subject, found);
  static constexpr auto cited = cited_in(steps, found.verdict);
  static constexpr Text actor = found.who, matter = found.what, place = cited.view();
  static constexpr Refused refusal = refusal_of(found.verdict, steps == nullptr ? nullptr : steps->role, place);
  template <class... Number>
  static constexpr auto numbered() {
    return proof<Rules, refusal, place, object<Subject>, Number..., Spelled<who, actor>, Spelled<what, matter>>();
  }
  static constexpr auto shown() {
    if constexpr (found.step == 0) {
      return numbered();
    } else if constexpr (found.flow == 0) {
      return numbered<step_number<found.step>>();
    } else {
      return numbered<flow_number<found.flow>, step_number<found.step>>();
    }
  }
  static_assert(sizeof(shown()) != 0);
};

constexpr StsRequest request_of(const AssumeSetting& known) {
  if (known.origin.request) return *known.origin.request;
  const Result<SessionName, NameError> name = SessionName::parse(known.session_name);
  return {.session_name = name ? *name : SessionName("design")};
}

template <const auto& Caller, const auto& Assumed, const auto&... Known>
struct BegunHere {
  static_assert(sizeof(Answer<may_assume, Caller, Assumed, Known...>) != 0);
  static constexpr AssumeSetting known = setting_of(Known...);
  static constexpr Begun begun = assume_role(Caller, Assumed, request_of(known), known);
  static constexpr Text place{};
  static constexpr Refused refusal =
      begun || !may_assume(Caller, Assumed, Known...) ? Refused{} : refusal_of(begun.error(), nullptr, place);
  using Rules = Joined<rules::request_rules, rules::session_rules>;
  static_assert(sizeof(proof<Rules, refusal, place, object<Caller>, object<Assumed>, object<Known>...>()) != 0);
  static constexpr Session session = begun ? *begun : SessionMaker::placeholder();
};

}  // namespace whence::detail
WHENCE_TEMPLATES_END
