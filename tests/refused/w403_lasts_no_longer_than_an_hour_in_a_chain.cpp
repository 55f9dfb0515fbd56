// A chain ends after an hour, whatever the maximum of its last role (du-06).
// REFUSED[clang]: error: static.assert
// REFUSED: .*lasts_no_longer.*object<chain>
// REFUSED[gcc]: lasts_no_longer.*\[W403\] a session that a role ses
// REFUSED[clang]: in call to .*a session that a role ses
// ERRORS: 1
// NAMES: chain
// MEND: as w403_a_chained_session_lasts_an_hour
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr Role data = Role(account, "data", trusts_account).with_maximum_session(hours(12));
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, CallerSide::allows);
inline constexpr Session on_data = *assume_role(on_app, data, {.session_name = "s2"}, CallerSide::allows);
inline constexpr Chain chain(on_data);
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<chain> >= hours{1});
#else
static_assert(longest_lifetime<chain> >= hours{2});
#endif
