// An agent hands its sub-agent a credential that lasts longer than its own.
// REFUSED: \[W423\] a credential of GetScopedCredentials must not outlive the session that calls it
// REFUSED: broken_by<whence::object<planner>, whence::object<whence::own_policies_allow>, whence::object<two_hours>
// ERRORS: 1
// NAMES: planner, two_hours
// MEND: Request no more than the session has left. Without DurationSeconds, the credential ends with the session.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr Session planner = *assume_role(alice, app, {.session_name = "s1"}, own_policies_allow);
inline constexpr StsRequest an_hour{.duration = hours(1)}, two_hours{.duration = hours(2)};
#ifdef WHENCE_CONTROL
inline constexpr Session sub_agent = scoped_session_of<planner, own_policies_allow, an_hour>;
#else
inline constexpr Session sub_agent = scoped_session_of<planner, own_policies_allow, two_hours>;
#endif
// What follows from the refusal is no second error.
inline constexpr Session its_tool = scoped_session_of<sub_agent, own_policies_allow, an_hour>;
static_assert(longest_lifetime<its_tool> >= minutes{1});
