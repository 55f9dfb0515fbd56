// A user of an operating system is unknown to AWS.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system
// REFUSED: broken_by<whence::OsUser>
// ERRORS: 1
// NAMES: OsUser
// MEND: as w101_nor_does_an_operating_system_user
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Begun begun = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
SignedCall request = call(*begun, "s3:ListAllMyBuckets");
#else
SignedCall request = call(root, "s3:ListAllMyBuckets");
#endif
