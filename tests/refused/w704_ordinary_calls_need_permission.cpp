// What the own policies do not allow is not called.
// REFUSED: \[W704\] the caller's own policies must allow the call
// REFUSED: broken_by<whence::object<alice>, whence::object<action>
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text action = "s3:GetObject";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, action, own_policies_allow>);
#else
static_assert(holds<may_call, alice, action, own_policies_are_silent>);
#endif
