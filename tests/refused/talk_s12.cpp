// S12, reversed: the agent calls sts:AssumeRole.
// REFUSED: \[W101\] a program or an operating-system
// REFUSED: broken_by<whence::object<instance_role>, whence::caller_is<
// REFUSED: holds<whence::may_assume, ssm_agent, instance_role
// ERRORS: 1
// NAMES: ssm_agent, instance_role
// MEND: as w101_only_a_principal_calls_sts
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, ec2, instance_role>);
#else
static_assert(holds<may_assume, ssm_agent, instance_role>);
#endif
