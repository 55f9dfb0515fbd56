// Who shows a token is no user.
// REFUSED[gcc]: use of deleted function '.*assume_role_with_web_identity\(const (whence::)?Caller&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W717\] AssumeRoleWithWebIdentity takes a token and no signature
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W717\] AssumeRoleWithWebIdentity takes a token and no signature
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr WebIdentity shown = *WebIdentity::from("accounts.google.com");
inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role_with_web_identity(shown, app, {.session_name = "s1"});
#else
Begun begun = assume_role_with_web_identity(alice, app, {.session_name = "s1"});
#endif
