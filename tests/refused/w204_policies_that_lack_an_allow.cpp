// The policies themselves are evaluated: an Allow for another role does not count for this one.
// REFUSED: \[W204\] the caller's own policies must allow the call
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, alices_policies
// ERRORS: 1
// NAMES: alice, app, alices_policies
// MEND: Add an Allow for the action and the ARN of this role to the caller's identity policies.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr Role other(account, "other", trusts_account);
inline constexpr auto work = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Resource": "arn:aws:iam::111122223333:role/other"}})"_identity_policy;
inline constexpr IdentityPolicy alices[] = {work};

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
