// An identity of trusted identity propagation comes from a token or a certificate, not from a user's call.
// REFUSED: \[W425\] an origin identity comes from the token of an identity provider or from IAM Roles Anywhere
// REFUSED: broken_by<whence::object<alice>, whence::object<app>
// ERRORS: 1
// NAMES: app, as_carol
// MEND: Remove origin_identity. A session has one only if it begins with a token, an assertion or a certificate.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr OriginIdentity carol_of_the_idp{.subject = "carol"};
inline constexpr StsRequest plain{.session_name = "s1"};
inline constexpr StsRequest as_carol{.session_name = "s1", .origin_identity = &carol_of_the_idp};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, plain>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, as_carol>;
#endif
