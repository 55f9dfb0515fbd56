// S3, reversed: a role calls an API.
// REFUSED: \[W102\] a role never acts: it is assumed,
// REFUSED: call(<.*>)?\(chiba_role, 
// NAMES: Role
// MEND: as w102_a_role_never_acts
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr SignedCall list = call(session_of<chiba_user, chiba_role>, "s3:ListAllMyBuckets");
#else
inline constexpr SignedCall list = call(chiba_role, "s3:ListAllMyBuckets");
#endif
