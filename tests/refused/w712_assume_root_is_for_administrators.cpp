// AssumeRoot needs a permission (m-role-ar).
// REFUSED: \[W712\] AssumeRoot needs sts:AssumeRoot, centralized root access
// REFUSED: broken_by<whence::object<on_app>, whence::object<action>
// ERRORS: 1
// NAMES: on_app, action
// MEND: Allow sts:AssumeRoot, and enable centralized root access in the organization.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, CallerSide::allows);
inline constexpr Text identity = "sts:GetCallerIdentity";
inline constexpr Text action = "sts:AssumeRoot";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, on_app, identity, own_policies_are_silent>);
#else
static_assert(holds<may_call, on_app, action, own_policies_are_silent>);
#endif
