// S3: sources::shared_provider_controls.
// REFUSED: error: static.assert.*AWS does not save this policy .S3.: a trust policy for this shared identity provider must test the key
// REFUSED: whence::line<5>, whence::column<33>
// ERRORS: 1
// NAMES: arn:aws:iam::111122223333:oidc-
// MEANS: Many customers share this identity provider, so IAM requires a condition that says which of its tokens
//   are yours.
// MEND: Test the claim that the error names, with your own organization or repository in it.
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
    "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }
  }
})"_trust_policy;
#endif
