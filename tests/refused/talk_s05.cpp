// S5, reversed: nobody performs AssumeRole, for the human at the terminal is no principal.
// REFUSED: \[W101\] only a principal calls STS
// REFUSED: broken_by<whence::object<chiba>, whence::object<chiba_role> ?>
// ERRORS: 1
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, chiba_user, chiba_role>);
#else
static_assert(holds<may_assume, chiba, chiba_role>);
#endif
