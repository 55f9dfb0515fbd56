// Who shows a token is no user.
// REFUSED: error: static.assert.*\[W717\] AssumeRoleWithSAML and AssumeRoleWithWebIdentity carry no signature
// REFUSED: broken_by<whence::IamUser>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr SamlIdentity shown = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
#ifdef WHENCE_CONTROL
Begun begun = assume_role_with_saml(shown, app, {.session_name = "s1"});
#else
Begun begun = assume_role_with_saml(alice, app, {.session_name = "s1"});
#endif
