// An explicit Deny on the caller's side denies the call, although the trust policy names the caller.
// REFUSED: \[W201\] no policy of the caller may deny the call: an explicit
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, denies
// ERRORS: 1
// NAMES: alice, app, denies
// MEND: as w201_a_policy_denies
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr auto allows = CallerSide::allows, denies = CallerSide::denies;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, alice, app, denies>);
#endif
