// Software signs with a credential of a principal.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system
// REFUSED: broken_by<whence::Software>
// ERRORS: 1
// NAMES: Software
// MEND: as w101_only_a_principal_calls_sts
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Begun begun = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
SignedCall request = call(TemporaryCredential(*begun), "s3:ListAllMyBuckets");
#else
SignedCall request = call(agent, "s3:ListAllMyBuckets");
#endif
