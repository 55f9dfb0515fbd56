// Two hours for a role with a maximum of one are an error, not shortened (du-02).
// REFUSED: \[W402\] DurationSeconds must not exceed the role's MaxSessionDuration, unless
// REFUSED: broken_by<whence::object<alice>, whence::object<app>
// REFUSED: whence::seconds_asked<7200>, whence::seconds_allowed<900, 3600>
// ERRORS: 1
// NAMES: alice, app
// MEND: Ask for less, or raise the maximum of the role: role.with_maximum_session(hours(2)).
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr StsRequest one{.session_name = "s1", .duration = hours(1)},
    two{.session_name = "s1", .duration = hours(2)};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, one>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, two>;
#endif
