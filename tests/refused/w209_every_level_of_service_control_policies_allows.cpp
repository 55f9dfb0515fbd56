// One level of the organization without an Allow is enough to stop the call.
// REFUSED: \[W209\] at every level of the caller's organization, a service control policy must allow the call
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, with_a_gap
// REFUSED[gcc]: no Allow in service control poli
// REFUSED[clang>=19]: no Allow in service control poli
// ERRORS: 1
// NAMES: alice, app, with_a_gap
// MEND: Attach a service control policy that allows the action, such as FullAWSAccess, at the level that the
//   error names.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr auto all =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}})"_service_control_policy;
inline constexpr auto s3 =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}})"_service_control_policy;
inline constexpr ServiceControlPolicy open[] = {s3, all}, narrow[] = {s3};
inline constexpr Span<ServiceControlPolicy> open_levels[] = {open, open}, narrow_below[] = {open, narrow};

constexpr Policies under(Span<Span<ServiceControlPolicy>> levels) {
  Policies policies;
  policies.service_control = levels;
  return policies;
}
inline constexpr Policies without_a_gap = under(open_levels), with_a_gap = under(narrow_below);

#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, without_a_gap>);
#else
static_assert(holds<may_assume, alice, app, with_a_gap>);
#endif
