// A type that makes no call cannot be asked about.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system
// REFUSED: broken_by<whence::Software>
// ERRORS: 1
// NAMES: Software
// MEND: as w101_only_a_principal_calls_sts
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Software cli("cli", OsUser("alice"));
#ifdef WHENCE_CONTROL
Verdict verdict = may_call(alice, "s3:GetObject");
#else
Verdict verdict = may_call(cli, "s3:GetObject");
#endif
