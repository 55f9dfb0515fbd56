// An account that a trust policy names assumes nothing itself: its users do.
// REFUSED: \[W103\] an account makes no request
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, customer, app, allows
// ERRORS: 1
// NAMES: customer, app, allows
// MEND: Name the user or session of the account that calls. In the trust policy, the account may stay.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr Account customer(account);
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, customer, app, allows>);
#endif
