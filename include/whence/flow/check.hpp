// Checks a flow or a design.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/evaluate/evaluation.hpp>
#include <whence/flow/flow.hpp>
#include <whence/rules/flow_rules.hpp>
#include <whence/rules/position_rules.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The first step that is wrong, or else the first that is not decided. Steps are counted from 1: assumes, each
/// rests_in, read_by, calls. requested_by does not count; a place that only read_by names counts as one more rests_in.
struct FlowVerdict {
  using Rules =
      Joined<MayAssume::Rules, rules::move_rules, rules::read_rules, rules::stated_position_rules, rules::call_rules>;

  Verdict verdict;
  std::size_t flow = 0;  // which flow of a design, counted from 1; 0 for a single flow
  std::size_t step = 0;  // 0 if every step is right
  Text who{};            // who took the step; empty if every step is right
  Text what{};           // the role, place or action of the step

  constexpr explicit operator bool() const { return static_cast<bool>(verdict); }
  template <class Rule>
  [[nodiscard]] constexpr bool refused_by() const {
    return verdict.refused_by<Rule>();
  }
};

namespace detail {
// The first verdict that is wrong, or else the first that is not decided: a denial has precedence, in any order.
template <class Judged>
struct FirstFault {
  Judged found{};
  std::size_t flow = 0;  // the one that is judged, counted from 1

  constexpr void take(const FlowVerdict& one) {
    if (one.verdict) return;
    if (!found && !(found.verdict.is_unknown() && !one.verdict.is_unknown())) return;
    found = Judged{one};
    found.flow = flow;
  }
};

// The first move of the credential of a flow.
template <class Steps>
constexpr MoveFacts facts_of_first_move(const Steps& steps, const SourceBeginning& begins) {
  const Principal& by = steps.obtained_by();
  return {by.kind(), by.name().name, nullptr, &steps.places[0], steps.role != nullptr, begins};
}

// The move of the credential to this place.
template <class Steps>
constexpr Verdict moved(const Steps& steps, std::size_t to) {
  MoveFacts facts = facts_of_first_move(steps, to == 0 ? steps.begins : SourceBeginning());
  if (to > 0) facts.from = &steps.places[to - 1];
  facts.to = &steps.places[to];
  return verdict_of<rules::move_rules>(facts);
}
}  // namespace detail

namespace detail {
// Whether session policies allow an action: no if one denies it to every resource, unknown if none names it.
template <class Request>
constexpr Truth session_policies_allow(const Request& request, Text action) {
  bool is_named = request.session_policy.statements().empty() && request.managed_policies.empty();
  bool is_denied = false;
  const auto look = [&](const Policy& policy) {
    if (policy.statements().empty()) is_named = true;  // what it says is not known
    for (const Statement& statement : policy.statements()) {
      if (!covers(policy, statement, action)) continue;
      is_named = is_named || statement.effect == Effect::allow;
      const Range& resources = statement.resources;
      const bool is_of_all = !statement.not_resource && resources.count == 1 && statement.conditions.count == 0 &&
                             policy.at(policy.resources_of(statement)[0]) == "*";
      is_denied = is_denied || (statement.effect == Effect::deny && is_of_all);
    }
  };
  if (!request.session_policy.statements().empty()) look(request.session_policy);
  for (const auto& managed : request.managed_policies) look(managed.policy);
  return is_denied ? Truth::no : is_named ? Truth::yes : Truth::unknown;
}
// The policies that were passed when the session of a flow began, and the Policy of each GetScopedCredentials.
template <class Steps>
constexpr Truth session_allows(const Steps& steps) {
  if (steps.role == nullptr) {
    if (!steps.origin.session) return Truth::yes;
    Truth allows = session_policies_allow(steps.origin.session->request(), steps.action);
    for (const auto* each = &*steps.origin.session; each->narrowed_from() != nullptr; each = each->narrowed_from()) {
      const StsRequest scope{.session_policy = each->scope_down_policy()};
      allows = both(allows, session_policies_allow(scope, steps.action));
    }
    return allows;
  }
  return steps.origin.request ? session_policies_allow(*steps.origin.request, steps.action) : Truth::yes;
}

// Gives `faults` the verdict on each step of a flow on this node, but for the position of its reader.
template <class Subject, class Faults>
constexpr void judge_steps(const Subject& flow, const Node& node, Faults& faults) {
  const auto& steps = flow.steps();
  const Text caller = steps.caller_name();
  if (steps.role != nullptr) {
    faults.take({may_assume(steps.assumer, *steps.role, steps.setting()), 0, 1, caller, steps.role->name().view()});
  }
  for (std::size_t i = 0; i < steps.place_count; ++i) {
    faults.take({moved(steps, i), 0, i + 2, caller, steps.places[i].name});
  }
  const Text reader = steps.reader.name();
  const std::size_t read = steps.place_count + 2;
  faults.take({can_read(steps.reader, flow.read_at(), node), 0, read, reader, flow.read_at().name});
  faults.take(
      {answer<rules::call_rules, CallFacts>(steps.action, session_allows(steps)), 0, read + 1, reader, steps.action});
}

// The same for all that a flow, or each flow of a design, says.
template <class Subject, class Faults>
requires requires(const Subject& flow) { flow.steps(); }
constexpr void judge(const Subject& flow, const Node& node, Faults& faults) {
  const auto& steps = flow.steps();
  if (steps.is_refused) return;
  judge_steps(flow, node, faults);
  faults.take({verdict_of<rules::stated_position_rules>(flow), 0, steps.place_count + 2, steps.reader.name(),
               flow.read_at().name});
}
template <std::size_t Count, class Faults>
constexpr void judge(const Design<Count>& design, const Node& node, Faults& faults) {
  for (std::size_t i = 0; i < Count; ++i) {
    faults.flow = i + 1;
    judge(design.flows[i], node, faults);
  }
}
}  // namespace detail

/// Checks every step of a flow on this node: whether the role may be assumed, with its request if that is given, the
/// credential gets from place to place, and the reader can read it. If the flow says from where it reads, only a
/// deployment can tell. Linear in the trust policy and the places; no allocation. A template: cheap to include.
template <class Subject>
requires requires(const Subject& flow) { flow.steps(); }
[[nodiscard]] constexpr FlowVerdict check(const Subject& flow, const Node& node = {}) {
  detail::FirstFault<FlowVerdict> faults;
  detail::judge(flow, node, faults);
  return faults.found;
}

/// The first flow of a design that is wrong, or else the first that is not decided.
template <std::size_t Count>
[[nodiscard]] constexpr FlowVerdict check(const Design<Count>& design, const Node& node = {}) {
  detail::FirstFault<FlowVerdict> faults;
  detail::judge(design, node, faults);
  return faults.found;
}

/// The caller of STS in this flow.
[[nodiscard]] constexpr const Principal& assumer(const Flow& flow) { return flow.assumer(); }

}  // namespace whence
WHENCE_TEMPLATES_END
