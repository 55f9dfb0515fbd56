// AWS does not accept its own outbound tokens as web identity tokens, though the trust policy names their issuer.
// REFUSED: \[W731\] a token of GetWebIdentityToken cannot be used for AssumeRoleWithWebIdentity
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, outbound, app
// ERRORS: 1
// NAMES: outbound, app
// MEND: Present a token of your own identity provider, or assume the role with the session itself.
#include "world.hpp"

inline constexpr WebIdentity outbound =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/abc123-def456.tokens.sts.global.api.aws");
inline constexpr WebIdentity job =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": {"Federated": ["arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
    "arn:aws:iam::111122223333:oidc-provider/abc123-def456.tokens.sts.global.api.aws"]}}})"_trust_policy_from_aws;
inline constexpr Role app(account, "app", trust);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, job, app>);
#else
static_assert(holds<may_assume, outbound, app>);
#endif
