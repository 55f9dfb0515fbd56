// The own policies of a role session do not tell whether it may assume a role (m-role-ar).
// REFUSED: \[W714\] not decided: a role session that assumes another role \(role chaining\) needs an Allow of
// REFUSED: undecided_for<whence::object<on_app>, whence::object<next>
// ERRORS: 1
// NAMES: on_app, next
// MEND: as w711_assuming_needs_the_trust_policy
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, CallerSide::allows);
inline constexpr Text action = "s3:GetObject";
inline constexpr Text next = "sts:AssumeRole";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, on_app, action, own_policies_allow>);
#else
static_assert(holds<may_call, on_app, next, own_policies_allow>);
#endif
