// Every fault of a flow, a design or a deployment, and in words.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/explain/explain_may_assume.hpp>
#include <whence/explain/explain_verdict.hpp>
#include <whence/explain/write.hpp>
#include <whence/flow/check.hpp>
#include <whence/flow/flow.hpp>
#include <whence/flow/soundness.hpp>
#include <whence/model/node.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

namespace detail {
struct AllFaults {
  std::vector<FlowVerdict> found{};
  std::size_t flow = 0;  // the one that is judged, counted from 1

  constexpr void take(const FlowVerdict& one) {
    if (one.verdict) return;
    found.push_back(one);
    found.back().flow = flow;
  }
};
}  // namespace detail

/// Every step of a flow or a design that is wrong or not decided, in the order of the steps, and then its findings;
/// empty if it is sound. check gives the most important one of them. Complexity: as check.
template <class Subject>
requires requires(const Subject& subject) { check(subject, Node{}); }
[[nodiscard]] constexpr std::vector<FlowVerdict> check_all(const Subject& subject, const Node& node = {}) {
  detail::AllFaults faults;
  detail::judge(subject, node, faults);
  return static_cast<std::vector<FlowVerdict>&&>(faults.found);
}

/// The same for a deployment: then also what it exposes, each vantage and credential of its own.
template <class Subject>
requires requires(const Subject& deployment) {
  deployment.environment;
  check(deployment);
}
[[nodiscard]] constexpr std::vector<FlowVerdict> check_all(const Subject& deployment) {
  detail::AllFaults faults;
  detail::judge(deployment, faults);
  return static_cast<std::vector<FlowVerdict>&&>(faults.found);
}

/// The names of the flows of a design, in its order. A view.
using FlowNames = Span<Text>;

namespace detail {
// Of a flow, counted from 1.
[[nodiscard]] inline std::string name_or_number(FlowNames names, std::size_t flow) {
  const bool is_named = flow <= names.size() && !names[flow - 1].empty();
  return is_named ? std::string(names[flow - 1]) : std::to_string(flow);
}
}  // namespace detail

/// Flow, step, who and what in one line, then the verdict. A flow without a name has its number. Ends with a line
/// break.
[[nodiscard]] inline std::string explain(const FlowVerdict& fault, FlowNames names = {}) {
  std::string out;
  if (fault.verdict) return explain(fault.verdict);
  if (fault.flow > 0) {
    out += "flow ";
    write_visible(out, detail::name_or_number(names, fault.flow));
    out += fault.step > 0 ? ", " : ": ";
  }
  if (fault.step > 0) write(out, "step ", std::to_string(fault.step), ": ");
  write_visible(out, fault.who);
  if (!fault.who.empty() && !fault.what.empty()) out += ", ";
  write_visible(out, fault.what);
  return out + ": " + explain(fault.verdict);
}

/// Every fault, or that there is none. Ends with a line break.
[[nodiscard]] inline std::string explain(const std::vector<FlowVerdict>& faults, FlowNames names = {}) {
  std::string out;
  for (const FlowVerdict& fault : faults) out += explain(fault, names);
  return faults.empty() ? std::string("sound: every step is right\n") : out;
}

/// Every fault of a flow, a design or a deployment, as check_all finds them; of a call that begins a flow also the
/// statement that decides. `known` is the node, if the subject is no deployment. Ends with a line break.
template <class Subject, class... Known>
[[nodiscard]] std::string explain_check(const Subject& subject, FlowNames names = {}, const Known&... known) {
  const std::vector<FlowVerdict> faults = check_all(subject, known...);
  if (faults.empty()) return explain(faults);
  std::string out;
  for (const FlowVerdict& fault : faults) {
    std::string one = explain(fault, names);
    const FlowSteps* const steps = detail::steps_of(subject, fault);
    const bool is_of_policies = fault.step == 1 && steps != nullptr && !fault.verdict.cited.is_at(Gate::none);
    if (is_of_policies) {
      const std::string whole = detail::explain_assuming(steps->assumer, *steps->role, steps->setting());
      one.resize(one.size() - explain(fault.verdict).size());
      one += whole;
    }
    out += one;
  }
  return out;
}

/// The same for one flow with this name.
template <class... Known>
[[nodiscard]] std::string explain_check(const Flow& flow, Text name, const Known&... known) {
  const Text names[] = {name};
  std::string out = explain_check(Design{NamedFlow(flow)}, names, known...);
  return out;
}

}  // namespace whence
WHENCE_TEMPLATES_END
