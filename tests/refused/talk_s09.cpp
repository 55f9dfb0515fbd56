// S9, reversed: the operating system's layer is reached from outside the data plane.
// REFUSED: \[W303\] a credential on a machine can be read only on that machine
// REFUSED: broken_by<whence::object<aws_cli>, whence::object<(whence::)?catalog::agent_file_linux> ?>
// ERRORS: 1
// NAMES: aws_cli
// MEND: as w303_only_its_own_machine_reads_a_credential
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, root, catalog::agent_file_linux>);
#else
static_assert(holds<can_read, aws_cli, catalog::agent_file_linux>);
#endif
