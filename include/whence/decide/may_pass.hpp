// The question may_pass(caller, role, service).
#pragma once

#include <whence/base/config.hpp>
#include <whence/decide/cite_side.hpp>
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
    verdict.action = facts.permission.action;
    const bool by_policies = verdict.rule != &rules::users_and_sessions_pass_roles::info &&
                             verdict.rule != &rules::a_role_is_passed_within_its_account::info;
    if (by_policies) verdict.cited = detail::cite_side(verdict, facts.permission);
    return verdict;
  }
};

inline constexpr MayPass may_pass{};

}  // namespace whence
WHENCE_TEMPLATES_END
