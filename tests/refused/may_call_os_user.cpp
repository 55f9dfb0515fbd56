// What makes no call is not asked about.
// REFUSED: error: static.assert.*\[W101\] only a principal calls STS
// REFUSED: broken_by<whence::OsUser>
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

#ifdef WHENCE_CONTROL
Verdict verdict = may_call(alice, "s3:GetObject");
#else
Verdict verdict = may_call(OsUser("alice"), "s3:GetObject");
#endif
