// A session of a role with a maximum of six hours cannot last seven.
// REFUSED[clang]: error: static.assert
// REFUSED: .*lasts_no_longer.*object<on_app>
// REFUSED[gcc]: lasts_no_longer.*\[W402\] DurationSeconds must not
// REFUSED[clang]: in call to .*DurationSeconds must not
// REFUSED: seconds_allowed<0, 21600>
// ERRORS: 1
// NAMES: on_app
// MEND: Raise the role's maximum with with_maximum_session(hours(12)), or ask about a shorter time.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app = Role(account, "app", trusts_alice).with_maximum_session(hours(6));
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<on_app> >= hours{6});
#else
static_assert(longest_lifetime<on_app> >= hours{7});
#endif
