// S14, reversed: another service than EC2 assumes the instance profile's role.
// REFUSED: \[W203\] the role's trust policy must name the caller
// REFUSED: broken_by<whence::object<instance_role>, whence::caller_is<
// REFUSED: holds<whence::may_assume, ssm, instance_role
// ERRORS: 1
// NAMES: ssm, instance_role
// MEND: as w203_the_trust_policy_names_the_caller
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, ec2, instance_role>);
#else
static_assert(holds<may_assume, ssm, instance_role>);
#endif
