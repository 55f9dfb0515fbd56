// S11, reversed: the agent sits in the control plane.
// REFUSED: \[W303\] a credential on a machine can be read only on that machine
// REFUSED: broken_by<whence::object<agent_at_aws>, whence::object<(whence::)?catalog::agent_file_linux> ?>
// ERRORS: 1
// NAMES: agent_at_aws
// MEND: as w303_only_its_own_machine_reads_a_credential
#include "talk.hpp"
inline constexpr Software agent_at_aws{"amazon-ssm-agent", OsUser("root", Privilege::superuser, Plane::control)};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, ssm_agent, catalog::agent_file_linux>);
#else
static_assert(holds<can_read, agent_at_aws, catalog::agent_file_linux>);
#endif
