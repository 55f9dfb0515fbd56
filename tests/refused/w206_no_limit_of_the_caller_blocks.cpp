// A boundary that leaves sts:AssumeRole out stops a user whom the trust policy names through the account.
// REFUSED: \[W206\] every policy that limits the caller, such as a permissions boundary or a session policy, must allow the call
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, (whence::)?own_policies_block
// ERRORS: 1
// NAMES: alice, app
// MEND: as w206_a_boundary_lacks_an_allow
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, own_policies_allow>);
static_assert(session_of<alice, app, own_policies_allow>.begun_by() == Principal(alice));
#else
static_assert(holds<may_assume, alice, app, own_policies_block>);
#endif
