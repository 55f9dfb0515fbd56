// The wrong line of the README: its answer there is what these marks want.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system user is not a principal in this model: it cannot call STS as itself, it uses a credential that it can read
// REFUSED: broken_by<whence::object<host_role>, whence::caller_is<
// REFUSED[gcc]: holds<whence::may_assume, ssm_agent, host_role>
// REFUSED[clang]: holds<whence::may_assume, ssm_agent, host_role>
// ERRORS: 1
// NAMES: ssm_agent, host_role
// MEND: as w101_only_a_principal_calls_sts
#include "../readme/seed.cpp"
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, ssm, host_role>);
#else
static_assert(holds<may_assume, ssm_agent, host_role>);
#endif
