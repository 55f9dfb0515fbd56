// One explicit Deny in the policies is enough to deny the call.
// REFUSED: \[W201\] no policy of the caller may deny the call: an explicit
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, alices_policies
// REFUSED[gcc]: statement 1 of identity policy 1
// REFUSED[clang>=19]: statement 1 of identity policy 1
// ERRORS: 1
// NAMES: alice, app, alices_policies
// MEND: Remove or narrow the Deny of the policy that the error names. No Allow outweighs it.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Role other(account, "other", trusts_alice);
inline constexpr auto never = R"({"Statement": {"Effect": "Deny", "Action": "sts:AssumeRole",
  "Resource": "arn:aws:iam::111122223333:role/app"}})"_identity_policy;
inline constexpr IdentityPolicy alices[] = {never};

constexpr Policies own(Span<IdentityPolicy> identity) {
  Policies policies;
  policies.identity = identity;
  return policies;
}
inline constexpr Policies alices_policies = own(alices);

#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, other, alices_policies>);
#else
static_assert(holds<may_assume, alice, app, alices_policies>);
#endif
