// Whether a caller is an approved partner its policies do not tell (m-user-key).
// REFUSED: \[W709\] not decided: GetDelegatedAccessToken serves AWS and approved partners
// REFUSED: undecided_for<whence::object<alice>, whence::object<action>
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text identity = "sts:GetCallerIdentity";
inline constexpr Text action = "sts:GetDelegatedAccessToken";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, identity, own_policies_are_silent>);
#else
static_assert(holds<may_call, alice, action, own_policies_allow>);
#endif
