// S1, reversed: the agent calls an API in its own name.
// REFUSED: \[W101\] a program or an operating-system
// REFUSED: call(<.*>)?\(ssm_agent, 
// NAMES: Software
// MEND: as w101_only_a_principal_calls_sts
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr SignedCall hello = call(session_of<ec2, instance_role>, "ssm:UpdateInstanceInformation");
#else
inline constexpr SignedCall hello = call(ssm_agent, "ssm:UpdateInstanceInformation");
#endif
