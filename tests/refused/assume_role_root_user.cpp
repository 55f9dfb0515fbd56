// The root user assumes no role.
// REFUSED: error: static.assert.*\[W104\] the root user cannot assume a role
// REFUSED: broken_by<whence::RootUser>
// ERRORS: 1
// NAMES: RootUser
// MEND: as w104_the_root_user_assumes_no_role
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(root_user, app, {.session_name = "s1"});
#endif
