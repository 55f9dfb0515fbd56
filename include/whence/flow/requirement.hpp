// Which rules a design or a deployment must keep: a team requires or waives them in code. And designs with findings.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/flow/check.hpp>
#include <whence/flow/flow.hpp>
#include <whence/rules/finding_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Whether a deployment must keep an exposure rule, or a design or deployment a finding rule.
struct Requirement {
  unsigned bit;
  bool is_required;

  [[nodiscard]] constexpr unsigned applied_to(unsigned required) const {
    return is_required ? required | bit : required & ~bit;
  }
};
template <class Rule>
struct RequirementOf : Requirement {};

/// It must keep this rule; or need not.
template <class Rule>
inline constexpr RequirementOf<Rule> require{{Rule::bit, true}};
template <class Rule>
inline constexpr RequirementOf<Rule> waive{{Rule::bit, false}};

namespace detail {
template <class... Rule>
constexpr unsigned required_unless_waived(RuleList<Rule...>) {
  return ((Rule::on_unless_waived ? Rule::bit : 0U) | ...);
}

// What the trust policies of these flows lack.
template <class Faults, class Flows>
constexpr void judge_findings(Faults& faults, const Flows& flows, unsigned required) {
  faults.flow = 0;
  for (const auto& flow : flows) {
    ++faults.flow;
    const auto& steps = flow.steps();
    if (steps.role == nullptr) continue;
    faults.take({answer<rules::finding_rules, FindingFacts>(steps.role, required), 0, 1, steps.caller_name(),
                 steps.role->name().view()});
  }
}
}  // namespace detail

/// A design and the findings that it must not have. A plain design has no findings.
template <std::size_t Count>
struct HeldDesign : Design<Count> {
  unsigned required = detail::required_unless_waived(rules::finding_rules{});
};

/// `Design{vendor_flow} | require<rules::a_service_needs_its_source>`: all findings count that are not waived.
template <std::size_t Count, class Rule>
requires Rule::is_finding [[nodiscard]] constexpr HeldDesign<Count> operator|(HeldDesign<Count> design,
                                                                              const RequirementOf<Rule>& requirement) {
  design.required = requirement.applied_to(design.required);
  return design;
}
template <std::size_t Count, class Rule>
requires Rule::is_finding [[nodiscard]] constexpr HeldDesign<Count> operator|(const Design<Count>& design,
                                                                              const RequirementOf<Rule>& requirement) {
  return HeldDesign<Count>{design} | requirement;
}
// clang-format off
template <std::size_t Count, class Rule>
HeldDesign<Count> operator|(const Design<Count>&, const RequirementOf<Rule>&) WHENCE_REFUSED("a design has no environment, so it exposes nothing: require or waive this rule of a deployment");
// clang-format on

/// What is wrong with a design that has findings: a step of a flow, or a finding (step 1 of the flow).
struct HeldDesignVerdict : FlowVerdict {
  using Rules = Joined<FlowVerdict::Rules, rules::finding_rules>;
};

namespace detail {
template <std::size_t Count, class Faults>
constexpr void judge(const HeldDesign<Count>& design, const Node& node, Faults& faults) {
  judge(static_cast<const Design<Count>&>(design), node, faults);
  judge_findings(faults, design.flows, design.required);
}
}  // namespace detail

/// Checks the flows, then what the trust policies of their roles lack. A denial has precedence over an unknown.
template <std::size_t Count>
[[nodiscard]] constexpr HeldDesignVerdict check(const HeldDesign<Count>& design, const Node& node = {}) {
  detail::FirstFault<HeldDesignVerdict> faults;
  detail::judge(design, node, faults);
  return faults.found;
}

}  // namespace whence
WHENCE_TEMPLATES_END
