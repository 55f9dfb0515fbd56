// A role session gets no federation token (du-28).
// REFUSED: error: static.assert.*\[W715\] a role session cannot call GetSessionToken or
// REFUSED: broken_by<whence::RoleSession>
// ERRORS: 1
// NAMES: RoleSession
// MEND: as w715_role_sessions_get_no_tokens
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr RoleSession session(account, "app", "s1");
#ifdef WHENCE_CONTROL
Begun begun = get_federation_token(alice, "carol", {}, CallerSide::allows);
#else
Begun begun = get_federation_token(session, "carol", {}, CallerSide::allows);
#endif
