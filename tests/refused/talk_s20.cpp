// S20 as the talk has it, which is refined: any user who has logged in reads the agent's file.
// REFUSED: \[W305\] only the superuser can read the agent's files and memory:
// REFUSED: broken_by<whence::object<ec2_user>, whence::object<(whence::)?catalog::agent_file_linux> ?>
// ERRORS: 1
// NAMES: ec2_user
// MEND: as w305_only_the_superuser_reads_the_agents_files
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, root, catalog::agent_file_linux>);
#else
static_assert(holds<can_read, ec2_user, catalog::agent_file_linux>);
#endif
