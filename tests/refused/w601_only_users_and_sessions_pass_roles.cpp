// A service assumes a role that was passed to it; it passes none.
// REFUSED: \[W601\] iam:PassRole is granted to users, groups and roles: the caller must be a user or a session
// REFUSED: broken_by<whence::object<ec2>, whence::object<web>, whence::object<allows>, whence::caller_is<
// ERRORS: 1
// NAMES: ec2, web, allows
// MEND: Ask about the user or session that configures the service.
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_pass, alice, web, allows>);
#else
static_assert(holds<may_pass, ec2, web, allows>);
#endif
