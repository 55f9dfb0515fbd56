// A caller that may pass a role to Lambda may not pass it to EC2.
// REFUSED: \[W603\] the caller's own policies must allow iam:PassRole for this role and this service
// REFUSED: broken_by<whence::object<alice>, whence::object<web>, whence::object<alices>, whence::object<to_ec2>, whence::caller_is<
// ERRORS: 1
// NAMES: alice, web, alices, to_ec2
// MEND: Allow iam:PassRole for this role, with iam:PassedToService for this service.
#include "world.hpp"

inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": ["ec2.amazonaws.com", "lambda.amazonaws.com"]}}})"_trust_policy;
inline constexpr Role web(account, "web", trust);
inline constexpr auto pass = R"({"Statement": {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*",
  "Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}}})"_identity_policy;
inline constexpr IdentityPolicy passing[] = {pass};

constexpr Policies own(Span<IdentityPolicy> identity) {
  Policies policies;
  policies.identity = identity;
  return policies;
}
inline constexpr Policies alices = own(passing);
inline constexpr ContextKey ec2_key[] = {{"iam:PassedToService", "ec2.amazonaws.com"}};
inline constexpr ContextKey lambda_key[] = {{"iam:PassedToService", "lambda.amazonaws.com"}};
inline constexpr RequestContext to_ec2 = ec2_key, to_lambda = lambda_key;

#ifdef WHENCE_CONTROL
static_assert(holds<may_pass, alice, web, alices, to_lambda>);
#else
static_assert(holds<may_pass, alice, web, alices, to_ec2>);
#endif
