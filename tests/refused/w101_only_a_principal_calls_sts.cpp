// Software assumes no role: whoever runs it is no principal of AWS.
// REFUSED: \[W101\] only a principal calls STS: software and operating-system users
// REFUSED: broken_by<whence::object<agent>, whence::object<app> ?>
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app>);
#else
static_assert(holds<may_assume, agent, app>);
#endif
