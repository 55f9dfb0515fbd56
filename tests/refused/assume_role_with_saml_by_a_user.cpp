// The holder of a token is not a user.
// REFUSED: error: static.assert.*\[W717\] AssumeRoleWithSAML and AssumeRoleWithWebIdentity are not signed: they
// REFUSED: broken_by<whence::IamUser>
// ERRORS: 1
// NAMES: IamUser
// MEND: Pass the provider that signed the assertion, as a SamlIdentity. A user with a key calls assume_role.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr SamlIdentity shown = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");
inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role_with_saml(shown, app, {.session_name = "s1"});
#else
Begun begun = assume_role_with_saml(alice, app, {.session_name = "s1"});
#endif
