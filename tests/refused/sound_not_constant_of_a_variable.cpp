// A question about a variable that is not constexpr.
// REFUSED[gcc]: error: the value of .app. is not usable in a constant expression
// REFUSED[gcc]: note: .app. was not declared .constexpr.
// REFUSED[clang]: the answer must be a constant: everything that a question is about must be constexpr and compile
// REFUSED[clang]: constant_for<whence::object<alice>, whence::object<app> ?>
// ERRORS: 1
// NAMES: alice, app
// MEND: Write constexpr in front of the variable.
#include "world.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Role app(account, "app", trusts_alice);
#else
inline Role app(account, "app", trusts_alice);
#endif
static_assert(holds<may_assume, alice, app>);
