// The account id of a role, without its suffix.
// REFUSED: error: static.assert.*an account id needs its suffix: .*_account
// ERRORS: 1
// NAMES: has_its_suffix
// MEANS: The suffix makes an account id of the text, which the compiler checks.
// MEND: Write _account behind the literal.
#include "world.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Role app{"111122223333"_account, "app", trusts_ec2};
#else
inline constexpr Role app{"111122223333", "app", trusts_ec2};
#endif
static_assert(holds<may_assume, ec2, app>);
