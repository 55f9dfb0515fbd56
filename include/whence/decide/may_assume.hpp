// The question may_assume(caller, role).
#pragma once

#include <whence/base/config.hpp>
#include <whence/decide/refused_literal.hpp>
#include <whence/decide/session_asked_for.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/model/role.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The type of the question `may_assume`.
struct MayAssume {
  using Rules = Joined<rules::assume_rules, rules::request_rules, rules::session_rules>;

  /// May this caller assume this role? A caller is a principal or a session, but also a role, an account, software or
  /// an operating-system user, which never may. Further arguments are optional: the Policies that take part, or a
  /// CallerSide (what the caller's own policies say, in one word); the RequestContext; the StsRequest, which STS must
  /// then take, its parameters and its duration. Without the first of them, the verdict is unknown if the caller's own
  /// policies matter, and they are taken to have no explicit Deny; without the second, it is unknown if the answer
  /// depends on a condition key that caller and role do not determine. The operation is AssumeRole, or the one that
  /// takes the caller's token; a context with session tags or a source identity also asks about sts:TagSession or
  /// sts:SetSourceIdentity. Complexity: linear in the policies, and for a condition the product of the values of both
  /// sides, up to 4194304 steps; what is left by then is unknown (B-1). Wildcards: see `matches`. No allocation.
  template <class Caller, class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Caller& caller, const Role& role, const Known&... known) const {
    const auto setting = setting_of(known...);
    if (detail::is_about_a_refused_literal(caller, role, setting)) return detail::verdict_of_a_refused_literal();
    if constexpr (requires { detail::principal_of(caller); }) {
      if (setting.origin.request) return detail::verdict_with_request(caller, role, setting);
    }
    return detail::answer<rules::assume_rules, AssumeFacts>(caller, role, setting);
  }
};

inline constexpr MayAssume may_assume{};

}  // namespace whence
WHENCE_TEMPLATES_END
