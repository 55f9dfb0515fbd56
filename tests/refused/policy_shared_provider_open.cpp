// S4: sources::shared_provider_controls.
// REFUSED: error: static.assert.*AWS does not save this policy .S4.: the key that IAM requires for this identity provider must not be
// REFUSED: whence::line<7>, whence::column<79>
// ERRORS: 1
// NAMES: *
// MEANS: The condition on the claim lets everyone in, because its value is a wildcard.
// MEND: Write a value that only your tokens have, such as repo:example/shop:*.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
    "Action": "sts:AssumeRoleWithWebIdentity",
    "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:shop/api:ref:refs/heads/main" } }
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
    "Action": "sts:AssumeRoleWithWebIdentity",
    "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "*" } }
  }
})"_trust_policy;
#endif
