// Who shows a token is no user.
// REFUSED[gcc]: use of deleted function '.*assume_role_with_saml\(const (whence::)?Caller&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W717\] AssumeRoleWithSAML takes an assertion and no signature
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W717\] AssumeRoleWithSAML takes an assertion and no signature
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
