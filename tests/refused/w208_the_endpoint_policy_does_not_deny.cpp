// The policy of the endpoint is a gate of its own.
// REFUSED: \[W208\] the policy of the VPC endpoint must not deny the call
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, shut
// ERRORS: 1
// NAMES: alice, app, shut
// MEND: Remove or narrow the Deny in the policy of the VPC endpoint, or call through another endpoint.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr auto all = R"({"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*",
  "Principal": "*"}})"_endpoint_policy;
inline constexpr auto all_but_sts = R"({"Statement": [
  {"Effect": "Allow", "Action": "*", "Resource": "*", "Principal": "*"},
  {"Effect": "Deny", "Action": "sts:*", "Resource": "*", "Principal": "*"}
]})"_endpoint_policy;

constexpr Policies through(EndpointPolicy endpoint) {
  Policies policies;
  policies.endpoint = endpoint;
  return policies;
}
inline constexpr Policies open = through(all), shut = through(all_but_sts);

#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, open>);
#else
static_assert(holds<may_assume, alice, app, shut>);
#endif
