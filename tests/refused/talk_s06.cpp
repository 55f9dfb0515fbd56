// S6, reversed: the CLI is the one who assumes chiba-role.
// REFUSED: \[W101\] only a principal calls STS
// REFUSED: broken_by<whence::object<aws_cli>, whence::object<chiba_role> ?>
// ERRORS: 1
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, chiba_user, chiba_role>);
#else
static_assert(holds<may_assume, aws_cli, chiba_role>);
#endif
