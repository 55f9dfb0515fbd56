// Policies do not tell whether outbound federation is enabled (m-role-ar).
// REFUSED: \[W713\] not decided: GetWebIdentityToken needs the permission sts:GetWebIdentityToken,
// REFUSED: undecided_for<whence::object<on_app>, whence::object<action>
// ERRORS: 1
// NAMES: on_app, action
// MEND: Ask the operation with the account setting: outbound federation must be enabled in the account.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, CallerSide::allows);
inline constexpr Text identity = "sts:GetCallerIdentity";
inline constexpr Text action = "sts:GetWebIdentityToken";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, on_app, identity, own_policies_are_silent>);
#else
static_assert(holds<may_call, on_app, action, own_policies_allow>);
#endif
