// What makes no call is not asked about.
// REFUSED: error: static.assert.*\[W101\] only a principal calls STS
// REFUSED: broken_by<whence::OsUser>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
#ifdef WHENCE_CONTROL
Verdict verdict = may_call(alice, "s3:GetObject");
#else
Verdict verdict = may_call(OsUser("alice"), "s3:GetObject");
#endif
