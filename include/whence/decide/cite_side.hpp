// Where the caller's side decided on a call that no trust policy has a part in.
#pragma once

#include <whence/decide/verdict.hpp>
#include <whence/evaluate/permission.hpp>
#include <whence/rules/trust_rules.hpp>

namespace whence::detail {

/// The policy and statement behind a verdict: what denies, what is missing, or else what allows.
constexpr Citation cite_side(const Verdict& verdict, const PermissionOutcome& permission) {
  if (verdict.rule == &rules::the_callers_side_does_not_deny::info) return permission.not_denied_by_side.where;
  if (verdict.rule == &rules::every_level_of_service_control_policies_allows::info) {
    return permission.service_control.where;
  }
  const TrustOutcome& side = permission.trust;
  if (side.own.passes > side.blocks.passes) return side.blocks.where;
  Citation where = side.own.where;
  if (side.own.passes != Truth::yes) where.gate = Gate::identity;
  return where;
}

}  // namespace whence::detail
