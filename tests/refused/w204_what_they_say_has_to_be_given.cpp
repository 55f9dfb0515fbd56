// If the caller's own policies matter, they must be stated; unknown does not count as yes.
// REFUSED: \[W204\] not decided: the caller's own policies must allow the call
// REFUSED: undecided_for<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app
// REFUSED: whence::add_own_policies_allow_or_Policies
// ERRORS: 1
// NAMES: alice, app
// MEND: Say what the caller's own policies do: pass own_policies_allow, or the Policies themselves.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, alice, app>);
#endif
