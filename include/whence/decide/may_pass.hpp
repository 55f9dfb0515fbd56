// The question may_pass(caller, role, service).
#pragma once

#include <whence/base/config.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/verdict.hpp>
#include <whence/rules/pass_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The type of the question `may_pass`.
struct MayPass {
  using Rules = rules::pass_rules;

  /// May this caller configure a service with this role (iam:PassRole)? No session comes of it and the trust policy is not
  /// asked: whether the service may assume the role is a question of its own. Known are Policies or a CallerSide, and a
  /// RequestContext, which holds iam:PassedToService where the policies look at it. Complexity: linear in the policies;
  /// no allocation.
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Principal& caller, const Role& role, const Known&... known) const {
    return verdict(detail::Later<PassFacts, Known...>(caller, role, setting_of(known...)));
  }
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Session& caller, const Role& role, const Known&... known) const {
    return (*this)(caller.principal(), role, known...);
  }

  template <class Facts = PassFacts>
  [[nodiscard]] static constexpr Verdict verdict(const Facts& facts) {
    Verdict verdict = detail::verdict_of<Rules>(facts);
    const PermissionOutcome& permission = facts.permission;
    verdict.action = permission.action;
    if (verdict.rule == nullptr) verdict.cited = permission.trust.own.where;
    if (verdict.rule == &rules::the_callers_side_does_not_deny::info) {
      verdict.cited = permission.not_denied_by_side.where;
    }
    if (verdict.rule == &rules::every_level_of_service_control_policies_allows::info) {
      verdict.cited = permission.service_control.where;
    }
    if (verdict.rule == &rules::the_caller_may_pass_the_role::info) {
      const bool by_identity = permission.trust.own.passes <= permission.trust.blocks.passes;
      verdict.cited = by_identity ? permission.trust.own.where : permission.trust.blocks.where;
      if (by_identity) verdict.cited.gate = Gate::identity;
    }
    return verdict;
  }
};

inline constexpr MayPass may_pass{};

}  // namespace whence
WHENCE_TEMPLATES_END
