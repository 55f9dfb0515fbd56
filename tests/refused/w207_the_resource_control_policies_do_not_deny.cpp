// A resource control policy applies to the role for every caller.
// REFUSED: \[W207\] no resource control policy of the role's organization may deny the call
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, walled
// ERRORS: 1
// NAMES: alice, app, walled
// MEND: Except the caller in a condition of the resource control policy, or call from inside the organization.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr auto no_s3 =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*",
  "Principal": "*"}})"_resource_control_policy;
inline constexpr auto no_sts =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "sts:*", "Resource": "*",
  "Principal": "*"}})"_resource_control_policy;
inline constexpr ResourceControlPolicy not_s3[] = {no_s3}, not_sts[] = {no_sts};
inline constexpr Span<ResourceControlPolicy> low_levels[] = {not_s3}, high_levels[] = {not_s3, not_sts};

constexpr Policies behind(Span<Span<ResourceControlPolicy>> levels) {
  Policies policies;
  policies.resource_control = levels;
  return policies;
}
inline constexpr Policies open = behind(low_levels), walled = behind(high_levels);

#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, open>);
#else
static_assert(holds<may_assume, alice, app, walled>);
#endif
