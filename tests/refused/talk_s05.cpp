// S5, reversed: nobody calls AssumeRole, because the human at the terminal is not a principal.
// REFUSED: \[W101\] a program or an operating-system
// REFUSED: broken_by<whence::object<chiba_role>, whence::caller_is<
// REFUSED: holds<whence::may_assume, chiba, chiba_role
// ERRORS: 1
// NAMES: chiba, chiba_role
// MEND: as w101_nor_does_an_operating_system_user
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, chiba_user, chiba_role>);
#else
static_assert(holds<may_assume, chiba, chiba_role>);
#endif
