// A user's own policies do not tell whether the user may assume a role (m-user-key).
// REFUSED: \[W711\] not decided: the role's trust policy must allow AssumeRole,
// REFUSED: undecided_for<whence::object<alice>, whence::object<action>
// ERRORS: 1
// NAMES: alice, action
// MEND: Ask may_assume(caller, role), which knows the trust policy.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text identity = "sts:GetCallerIdentity";
inline constexpr Text action = "sts:AssumeRole";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, identity, own_policies_are_silent>);
#else
static_assert(holds<may_call, alice, action, own_policies_allow>);
#endif
