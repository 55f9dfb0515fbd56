// Short text can be too large once packed (ts-13).
// REFUSED: \[W416\] the session token, to which session policies and tags add, must fit the size limit of STS
// REFUSED: broken_by<whence::object<alice>, whence::object<app>
// ERRORS: 1
// NAMES: alice, app
// MEND: Shorten the session policies and tags. PackedPolicySize of AWS's reply says how full it is.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr StsRequest full{.session_name = "s1", .packed_policy_size = 100};
inline constexpr StsRequest too_full{.session_name = "s1", .packed_policy_size = 101};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, full>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, too_full>;
#endif
