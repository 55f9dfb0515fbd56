// An account assumes no role.
// REFUSED: error: static.assert.*\[W103\] an account makes no request
// REFUSED: broken_by<whence::Account>
// ERRORS: 1
// NAMES: Account
// MEND: as w103_an_account_makes_no_request
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice), other(account, "other", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(Account(account), app, {.session_name = "s1"});
#endif
