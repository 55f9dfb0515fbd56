// An ordinary user reads the instance identity credential, which is one proof of two.
// REFUSED: \[W307\] Systems Manager sends the credential only to a caller that reaches it and signs with the registered
// REFUSED: broken_by<whence::object<ec2_user>, whence::object<(whence::)?catalog::token_reply> ?>
// ERRORS: 1
// NAMES: ec2_user
// MEND: Let the agent read the reply, which runs as the superuser and signs with the registered key.
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr OsUser ec2_user("ec2-user");
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, root, catalog::token_reply>);
#else
static_assert(holds<can_read, ec2_user, catalog::token_reply>);
#endif
