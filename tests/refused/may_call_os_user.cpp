// A type that makes no call cannot be asked about.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system
// REFUSED: broken_by<whence::OsUser>
// ERRORS: 1
// NAMES: OsUser
// MEND: as w101_nor_does_an_operating_system_user
#include <whence/sts.hpp>

#include "world.hpp"

#ifdef WHENCE_CONTROL
Verdict verdict = may_call(alice, "s3:GetObject");
#else
Verdict verdict = may_call(OsUser("alice"), "s3:GetObject");
#endif
