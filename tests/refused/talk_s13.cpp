// S13, reversed: with the permission the agent could assume the role.
// REFUSED: \[W101\] a program or an operating-system
// REFUSED: broken_by<whence::object<host_role>, whence::caller_is<
// REFUSED: holds<whence::may_assume, ssm_agent, host_role, permitted
// ERRORS: 1
// NAMES: ssm_agent, host_role, permitted
// MEND: as w101_only_a_principal_calls_sts
#include "talk.hpp"
inline constexpr CallerSide permitted = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, ssm, host_role, permitted>);
#else
static_assert(holds<may_assume, ssm_agent, host_role, permitted>);
#endif
