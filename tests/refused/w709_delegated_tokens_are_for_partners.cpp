// The policies of a caller do not tell whether it is an approved partner (m-user-key).
// REFUSED: \[W709\] not decided: GetDelegatedAccessToken exchanges a trade-in token for a credential: an AWS
// REFUSED: undecided_for<whence::object<alice>, whence::object<action>
// ERRORS: 1
// NAMES: alice, action
// MEND: Ask another question: no policy says who is an approved partner.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text identity = "sts:GetCallerIdentity";
inline constexpr Text action = "sts:GetDelegatedAccessToken";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, identity, own_policies_are_silent>);
#else
static_assert(holds<may_call, alice, action, own_policies_allow>);
#endif
