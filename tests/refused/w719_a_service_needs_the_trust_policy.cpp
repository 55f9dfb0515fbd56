// Only the trust policy tells whether a service may assume a role (m-service).
// REFUSED: \[W719\] not decided: a service needs no policy of its own to assume a role: the role
// REFUSED: undecided_for<whence::object<ec2>, whence::object<assume>
// ERRORS: 1
// NAMES: ec2, assume
// MEND: Ask may_assume(service, role), which knows the trust policy.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text action = "s3:GetObject";
inline constexpr Text assume = "sts:AssumeRole";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, action, own_policies_allow>);
#else
static_assert(holds<may_call, ec2, assume>);
#endif
