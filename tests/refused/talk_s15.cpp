// S15, reversed: EC2 assumes the host-management role.
// REFUSED: \[W203\] the role's trust policy must name the caller
// REFUSED: broken_by<whence::object<host_role>, whence::caller_is<
// REFUSED: holds<whence::may_assume, ec2, host_role
// ERRORS: 1
// NAMES: ec2, host_role
// MEND: as w203_the_trust_policy_names_the_caller
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, ssm, host_role>);
#else
static_assert(holds<may_assume, ec2, host_role>);
#endif
