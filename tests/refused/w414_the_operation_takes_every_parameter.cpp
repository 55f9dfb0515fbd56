// No other operation than AssumeRole takes an external id.
// REFUSED: \[W414\] a request may contain only the parameters of its
// REFUSED: broken_by<whence::object<token_holder>, whence::object<app>
// ERRORS: 1
// NAMES: token_holder, app
// MEND: Leave out the parameter that the error names, or call the operation that takes it.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": {"Federated": "accounts.google.com"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr WebIdentity token_holder = *WebIdentity::from("accounts.google.com");
inline constexpr StsRequest named{.session_name = "s1"}, with_id{.session_name = "s1", .external_id = "c-42"};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<token_holder, app, named>;
#else
const Session& begun = session_of<token_holder, app, with_id>;
#endif
