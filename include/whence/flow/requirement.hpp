// Which rules a design or a deployment must keep: a team requires or waives them in code.
#pragma once

#include <whence/base/config.hpp>
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
}  // namespace detail

}  // namespace whence
WHENCE_TEMPLATES_END
