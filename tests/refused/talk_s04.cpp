// S4, reversed: a session whose credential no AssumeRole issued, because none would be allowed.
// REFUSED: \[W203\] the role's trust policy must name the caller
// REFUSED: broken_by<whence::object<chiba_role>, whence::caller_is<
// REFUSED: session_of<ec2, chiba_role
// ERRORS: 1
// NAMES: ec2, chiba_role
// MEND: as w203_the_trust_policy_names_the_caller
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(session_of<chiba_user, chiba_role>.operation() == Operation::assume_role);
#else
static_assert(session_of<ec2, chiba_role>.operation() == Operation::assume_role);
#endif
