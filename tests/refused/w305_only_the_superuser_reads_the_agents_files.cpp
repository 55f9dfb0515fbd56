// An ordinary user does not read the agent's file.
// REFUSED: \[W305\] only the superuser can read the agent's files and memory:
// REFUSED: broken_by<whence::object<ec2_user>, whence::object<(whence::)?catalog::agent_file_linux> ?>
// ERRORS: 1
// NAMES: ec2_user
// MEND: Let the superuser read the file, which is what the agent runs as.
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr OsUser ec2_user("ec2-user");
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, root, catalog::agent_file_linux>);
#else
static_assert(holds<can_read, ec2_user, catalog::agent_file_linux>);
#endif
