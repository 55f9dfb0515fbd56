// A type that makes no call cannot be asked about.
// REFUSED: error: static.assert.*\[W103\] an account makes no request
// REFUSED: broken_by<whence::Account>
// ERRORS: 1
// NAMES: Account
// MEND: as w103_an_account_makes_no_request
#include <whence/sts.hpp>

#include "world.hpp"

#ifdef WHENCE_CONTROL
Verdict verdict = may_call(alice, "s3:GetObject");
#else
Verdict verdict = may_call(Account(account), "s3:GetObject");
#endif
