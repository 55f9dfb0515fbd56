// The question may_pass(caller, role, service).
#pragma once

#include <whence/base/config.hpp>
#include <whence/decide/refused_literal.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/rules/pass_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The type of the question `may_pass`.
struct MayPass {
  using Rules = rules::pass_rules;

  /// May this caller configure a service with this role (iam:PassRole)? This begins no session. The trust policy is not
  /// evaluated: whether the service may assume the role is a separate question. `known` are Policies or a CallerSide,
  /// and a RequestContext with iam:PassedToService if the policies use it. Complexity and bound: as may_assume; no
  /// allocation.
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Principal& caller, const Role& role, const Known&... known) const {
    const auto setting = setting_of(known...);
    if (detail::is_about_a_refused_literal(caller, role, setting)) return detail::verdict_of_a_refused_literal();
    return detail::answer<Rules, PassFacts>(caller, role, setting);
  }
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Session& caller, const Role& role, const Known&... known) const {
    auto setting = setting_of(known...);
    setting.origin.session = caller;
    return detail::answer<Rules, PassFacts>(caller.principal(), role, setting);
  }
};

inline constexpr MayPass may_pass{};

}  // namespace whence
WHENCE_TEMPLATES_END
