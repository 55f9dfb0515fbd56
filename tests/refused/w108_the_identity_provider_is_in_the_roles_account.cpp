// A role trusts no identity provider of another account.
// REFUSED: \[W108\] a SAML or OIDC provider that has an ARN must be an IAM identity provider in the role's
// REFUSED: broken_by<whence::object<foreign>, whence::caller_is<
// REFUSED: holds<whence::may_assume, job, foreign
// ERRORS: 1
// NAMES: job, foreign
// MEND: Create the identity provider in the account of the role, and name that ARN in the trust policy.
#include "world.hpp"

inline constexpr auto other_account = "444455556666"_account;
inline constexpr WebIdentity job =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": {
    "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}}})"_trust_policy_from_aws;
inline constexpr Role app(account, "app", trust);
inline constexpr Role foreign(other_account, "app", trust);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, job, app>);
#else
static_assert(holds<may_assume, job, foreign>);
#endif
