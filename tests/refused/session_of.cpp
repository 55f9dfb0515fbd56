// If may_assume refuses, there is no session, and the error is that of may_assume.
// REFUSED: \[W203\] the role's trust policy must name the caller
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: session_of<bob, app
// ERRORS: 1
// NAMES: bob, app
// MEND: as w203_the_trust_policy_names_the_caller
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
const Principal& assumer_of = session_of<alice, app>.begun_by();
#else
const Principal& assumer_of = session_of<bob, app>.begun_by();
#endif
