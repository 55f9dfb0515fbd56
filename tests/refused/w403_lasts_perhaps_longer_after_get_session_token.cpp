// It is open whether the session of a user can get more than an hour.
// REFUSED[clang]: error: static.assert
// REFUSED: .*not_known_to_last.*object<on_app>
// REFUSED[gcc]: not_known_to_last.*\[W403\] a session that a role ses
// REFUSED[clang]: in call to .*a session that a role ses
// ERRORS: 1
// NAMES: on_app
// MEND: Ask about an hour, or say how to read the open question X-4 with DisputedPoints.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app = Role(account, "app", trusts_alice).with_maximum_session(hours(12));
inline constexpr Session token = *get_session_token(alice);
inline constexpr Session on_app = *assume_role(token, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<on_app> >= hours{1});
#else
static_assert(longest_lifetime<on_app> >= hours{2});
#endif
