// A role without an account.
// REFUSED: error: static.assert.*a role belongs to an account: write its id first, as in Role\{.*_account, name, trust\}
// ERRORS: 1
// NAMES: has_an_account
// MEND: Write the id of the account first.
#include "world.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Role app{account, "app", trusts_ec2};
#else
inline constexpr Role app{"app", trusts_ec2};
#endif
static_assert(holds<may_assume, ec2, app>);
