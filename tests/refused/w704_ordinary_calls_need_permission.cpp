// A caller cannot make a call that its own policies do not allow.
// REFUSED: \[W704\] the caller's own policies, permissions boundary
// REFUSED: broken_by<whence::object<alice>, whence::object<action>
// ERRORS: 1
// NAMES: alice, action
// MEND: Allow the action in the caller's policies.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text action = "s3:GetObject";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, action, own_policies_allow>);
#else
static_assert(holds<may_call, alice, action, own_policies_are_silent>);
#endif
