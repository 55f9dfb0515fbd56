// A role session gets neither kind of token (du-27, du-28).
// REFUSED: \[W715\] a role session cannot call GetSessionToken or GetFederationToken
// REFUSED: broken_by<whence::object<session>, whence::object<action>
// ERRORS: 1
// NAMES: session, action
// MEND: Use the session itself, or let the user with a long-term key call.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr RoleSession session(account, "app", "s1");
inline constexpr Text action = "sts:GetFederationToken";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, action, own_policies_allow>);
#else
static_assert(holds<may_call, session, action, own_policies_allow>);
#endif
