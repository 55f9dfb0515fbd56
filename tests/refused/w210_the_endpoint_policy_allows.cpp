// A call that the policy of the endpoint does not allow does not pass.
// REFUSED: \[W210\] the policy of the VPC endpoint must allow the call
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, narrow
// ERRORS: 1
// NAMES: alice, app, narrow
// MEND: Add an Allow for the action and the role to the policy of the VPC endpoint.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr auto all = R"({"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*",
  "Principal": "*"}})"_endpoint_policy;
inline constexpr auto whoami = R"({"Statement": {"Effect": "Allow", "Action": "sts:GetCallerIdentity", "Resource": "*",
  "Principal": "*"}})"_endpoint_policy;

constexpr Policies through(EndpointPolicy endpoint) {
  Policies policies;
  policies.endpoint = endpoint;
  return policies;
}
inline constexpr Policies open = through(all), narrow = through(whoami);

#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, open>);
#else
static_assert(holds<may_assume, alice, app, narrow>);
#endif
