// A flow does not begin with an account.
// REFUSED: error: static.assert.*\[W103\] an account makes no request
// REFUSED: broken_by<whence::Account>
// ERRORS: 1
// NAMES: Account
// MEND: as w103_an_account_makes_no_request
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice), other(account, "other", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(Account(account), app);
#endif
