// S21, reversed: the agent assumes a role.
// REFUSED: \[W101\] a program or an operating-system
// REFUSED: broken_by<whence::Software>
// NAMES: Software
// MEND: as w101_only_a_principal_calls_sts
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr auto dream = assumes(ssm, host_role) | rests_in(catalog::agent_file_linux);
#else
inline constexpr auto dream = assumes(ssm_agent, host_role) | rests_in(catalog::agent_file_linux);
#endif
