// Each operation has its callers: a user does not call AssumeRoleWithSAML.
// REFUSED: \[W109\] users, sessions and services call AssumeRole; a caller with a SAML assertion or an OIDC token calls the operation that takes it
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, with_saml
// ERRORS: 1
// NAMES: alice, app, with_saml
// MEND: Let the trust policy allow the action that the caller calls: sts:AssumeRole for users, sessions and
//   services, the others for tokens.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);

constexpr AssumeSetting calling(Text action) {
  AssumeSetting setting;
  setting.action = action;
  return setting;
}
inline constexpr AssumeSetting plainly = calling("sts:AssumeRole"), with_saml = calling("sts:AssumeRoleWithSAML");

#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, plainly>);
#else
static_assert(holds<may_assume, alice, app, with_saml>);
#endif
