// A narrower credential ends with the session, whatever the maximum of its role.
// REFUSED[clang]: error: static.assert
// REFUSED: .*lasts_no_longer.*object<narrow>
// REFUSED[gcc]: lasts_no_longer.*\[W423\] a credential of GetScope
// REFUSED[clang]: in call to .*a credential of GetScopedCredentials must not outlive
// ERRORS: 1
// NAMES: narrow
// MEND: Begin a longer session before you narrow it, within the maximum of its role.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app = Role(account, "app", trusts_account).with_maximum_session(hours(12));
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, own_policies_allow);
inline constexpr Session narrow = *get_scoped_credentials(on_app, {.duration = minutes(1)}, own_policies_allow);
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<narrow> >= hours{1});
#else
static_assert(longest_lifetime<narrow> >= hours{2});
#endif
