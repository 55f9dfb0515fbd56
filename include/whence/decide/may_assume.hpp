// The question may_assume(caller, role).
#pragma once

#include <whence/base/config.hpp>
#include <whence/decide/verdict.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/model/role.hpp>
#include <whence/rules/trust_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The type of the question `may_assume`.
struct MayAssume {
  using Rules = rules::assume_rules;

  /// May this caller assume this role? Anything can be asked about: a principal or a session, but also a role, an account,
  /// software or an operating-system user, which never may. Behind caller and role stands what else is known: the
  /// Policies that take part, or in one word what the caller's own say (CallerSide); the RequestContext. Without the
  /// former the verdict is unknown where the caller's own policies matter, and no explicit Deny of theirs is assumed;
  /// without the latter it is unknown where a condition on something that caller and role do not determine decides. The
  /// operation is AssumeRole, or the one that a token holder calls; a context with session tags or a source identity
  /// makes it one question with sts:TagSession or sts:SetSourceIdentity.
  /// Complexity: linear in the policies; no allocation.
  template <class Caller, class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Caller& caller, const Role& role, const Known&... known) const {
    return detail::answer<Rules, AssumeFacts>(caller, role, setting_of(known...));
  }
};

inline constexpr MayAssume may_assume{};

}  // namespace whence
WHENCE_TEMPLATES_END
