// A caller that the trust policy does not name is refused. A message object also says which callers it names.
// REFUSED: \[W203\] the role's trust policy must name the caller
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, bob, app, allows
// REFUSED[clang c++>=26]: the trust policy of app names: arn:aws:iam::111122223333:user/alice$
// REFUSED[!clang<15]: caller_is<.*user/bob".*trust_policy_names<.*user/alice"
// REFUSED[clang<15]: caller_is<'a', 'r', 'n', .*trust_policy_names<'a', 'r', 'n', ':'
// ERRORS: 1
// NAMES: bob, app, allows
// MEND: Add the caller to Principal in a statement that allows the operation; or ask about the caller that the
//   trust policy names.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, bob, app, allows>);
#endif
