// An account calls no API.
// REFUSED: error: static.assert.*\[W103\] an account makes no request
// REFUSED: broken_by<whence::Account>
// ERRORS: 1
// NAMES: Account
// MEND: as w103_an_account_makes_no_request
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
SignedCall request = call(LongTermCredential(alice), "s3:ListAllMyBuckets");
#else
SignedCall request = call(Account(account), "s3:ListAllMyBuckets");
#endif
