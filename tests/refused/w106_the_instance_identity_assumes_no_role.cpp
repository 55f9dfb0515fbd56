// The instance identity session assumes no role: the profile's session does.
// REFUSED: \[W106\] the EC2 instance identity role can call no STS operation
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, instance, app, allows
// ERRORS: 1
// NAMES: instance, app, allows
// MEND: Use the session of the instance profile: its role can be named in the trust policy.
#include "world.hpp"

inline constexpr InstanceIdentity instance(account, "i-0123456789abcdef0");
inline constexpr RoleSession profile(account, "web", "i-0123456789abcdef0");
inline constexpr auto allows = CallerSide::allows;
inline constexpr Role app(account, "app", trusts_account);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, profile, app, allows>);
#else
static_assert(holds<may_assume, instance, app, allows>);
#endif
