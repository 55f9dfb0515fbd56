// A role calls no API: its session does.
// REFUSED: error: static.assert.*\[W102\] a role never acts: it is assumed,
// REFUSED: broken_by<whence::Role>
// ERRORS: 1
// NAMES: Role
// MEND: as w102_a_role_never_acts
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Begun begun = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
SignedCall request = call(*begun, "s3:ListAllMyBuckets");
#else
SignedCall request = call(app, "s3:ListAllMyBuckets");
#endif
