// An expired token is refused (fe-08).
// REFUSED: \[W417\] the SAML assertion or OIDC token must not have expired
// REFUSED: broken_by<whence::object<token_holder>, whence::object<app>
// ERRORS: 1
// NAMES: token_holder, app
// MEND: Get a new token or assertion, and present it before it expires.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": {"Federated": "accounts.google.com"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr WebIdentity token_holder = *WebIdentity::from("accounts.google.com");
inline constexpr StsRequest in_time{.session_name = "s1", .at = {999}, .token_ends = {1000}};
inline constexpr StsRequest too_late{.session_name = "s1", .at = {1000}, .token_ends = {1000}};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<token_holder, app, in_time>;
#else
const Session& begun = session_of<token_holder, app, too_late>;
#endif
