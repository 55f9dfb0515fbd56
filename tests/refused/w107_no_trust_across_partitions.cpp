// No trust crosses partitions, even if the account has the same id.
// REFUSED: \[W107\] the caller and the role must be in the
// REFUSED: broken_by<whence::object<chinese>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, chinese, allows
// ERRORS: 1
// NAMES: alice, chinese, allows
// MEND: Use a caller of the same partition. Each partition has its own accounts, users and roles.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr Role chinese(account, "app", trusts_account, Partition::aws_cn);
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, alice, chinese, allows>);
#endif
