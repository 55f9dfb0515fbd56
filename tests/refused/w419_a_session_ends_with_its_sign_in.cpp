// A session of an assertion ends with the sign-in (du-14).
// REFUSED[clang]: error: static.assert
// REFUSED: .*lasts_no_longer.*object<on_app>
// REFUSED[gcc]: lasts_no_longer.*\[W419\] a session that began
// REFUSED[clang]: in call to .*a session that began
// ERRORS: 1
// NAMES: on_app
// MEND: Ask about a time before the end of the sign-in, or raise SessionNotOnOrAfter at the identity provider.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML",
  "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/idp"}}})"_trust_policy;
inline constexpr Role app = Role(account, "app", trust).with_maximum_session(hours(12));
inline constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");
inline constexpr StsRequest request{.session_name = "s1", .duration = hours(2), .sign_in_ends = {1800}};
inline constexpr Session on_app = *assume_role(employee, app, request);
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<on_app> >= minutes{30});
#else
static_assert(longest_lifetime<on_app> >= hours{1});
#endif
