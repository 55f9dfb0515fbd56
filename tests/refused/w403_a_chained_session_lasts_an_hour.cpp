// Two hours for a chained session are an error, even if the role allows more (du-06).
// REFUSED: \[W403\] a session that a role session begins with AssumeRole \(role chaining\) lasts at most
// REFUSED: broken_by<whence::object<chained>, whence::object<app>
// REFUSED: whence::seconds_allowed<900, 3600>
// ERRORS: 1
// NAMES: chained, app
// MEND: Ask for at most one hour, or assume the role with a user or service in place of a role session.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app = Role(account, "app", trusts_account).with_maximum_session(hours(12));
inline constexpr RoleSession chained(account, "other", "s1");
inline constexpr StsRequest two{.session_name = "s1", .duration = hours(2)};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, two>;
#else
const Session& begun = session_of<chained, app, own_policies_allow, two>;
#endif
