// A role of another account cannot be passed.
// REFUSED: \[W602\] a role can be passed only within its own account
// REFUSED: broken_by<whence::object<alice>, whence::object<foreign>, whence::object<allows>, whence::caller_is<
// ERRORS: 1
// NAMES: alice, foreign, allows
// MEND: Pass a role of the caller's own account. That role can then assume the other one.
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2), foreign("444455556666"_account, "web", trusts_ec2);
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_pass, alice, web, allows>);
#else
static_assert(holds<may_pass, alice, foreign, allows>);
#endif
