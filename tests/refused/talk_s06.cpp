// S6, reversed: the CLI assumes chiba-role.
// REFUSED: \[W101\] a program or an operating-system
// REFUSED: broken_by<whence::object<chiba_role>, whence::caller_is<
// REFUSED: holds<whence::may_assume, aws_cli, chiba_role
// ERRORS: 1
// NAMES: aws_cli, chiba_role
// MEND: as w101_only_a_principal_calls_sts
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, chiba_user, chiba_role>);
#else
static_assert(holds<may_assume, aws_cli, chiba_role>);
#endif
