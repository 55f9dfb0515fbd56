// A trust policy that names the account leaves the decision to the policies of its users.
// REFUSED: \[W204\] the caller's own policies must allow the call
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, silent
// ERRORS: 1
// NAMES: alice, app, silent
// MEND: Give the caller an identity policy that allows the call, or name the caller itself, and not only its
//   account, in the trust policy of a role in the same account.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr auto allows = CallerSide::allows, silent = CallerSide::silent;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, alice, app, silent>);
#endif
