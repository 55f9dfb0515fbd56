// Who shows a token is no user.
// REFUSED: error: static.assert.*\[W717\] AssumeRoleWithSAML and AssumeRoleWithWebIdentity carry no signature
// REFUSED: broken_by<whence::IamUser>
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr SamlIdentity shown = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");
inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role_with_saml(shown, app, {.session_name = "s1"});
#else
Begun begun = assume_role_with_saml(alice, app, {.session_name = "s1"});
#endif
