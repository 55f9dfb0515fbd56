// A boundary is one more policy that has to allow.
// REFUSED: \[W206\] every policy that limits the caller,
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, bounded
// REFUSED[gcc]: no Allow in permissions boundary
// REFUSED[clang>=19]: no Allow in permissions boundary
// ERRORS: 1
// NAMES: alice, app, bounded
// MEND: Add the action to the permissions boundary of the caller.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr auto work = R"({"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}})"_identity_policy;
inline constexpr auto only_s3 =
    R"({"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}})"_identity_policy;
inline constexpr IdentityPolicy alices[] = {work};

constexpr Policies within(IdentityPolicy boundary) {
  Policies policies;
  policies.identity = alices;
  policies.boundary = boundary;
  return policies;
}
inline constexpr Policies unbounded = within({}), bounded = within(only_s3);

#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, unbounded>);
#else
static_assert(holds<may_assume, alice, app, bounded>);
#endif
