// A role calls nothing (m-role-itself).
// REFUSED: \[W722\] a role or a user group has no credential and makes no call
// REFUSED: broken_by<whence::object<app>, whence::object<identity>
// ERRORS: 1
// NAMES: app, identity
// MEND: Ask about a session of the role, or a user of the group.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, CallerSide::allows);
inline constexpr Text identity = "sts:GetCallerIdentity";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, on_app, identity>);
#else
static_assert(holds<may_call, app, identity>);
#endif
