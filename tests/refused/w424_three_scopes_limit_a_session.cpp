// Agents hand on narrower credentials three times, and not a fourth time; a shorter life alone is no layer.
// REFUSED: \[W424\] at most three scope-down policies of GetScopedCredentials limit a session
// REFUSED: broken_by<whence::object<third>, whence::object<whence::own_policies_allow>, whence::object<reads>
// ERRORS: 1
// NAMES: third, reads
// MEND: Write one policy that limits as much, and narrow the first session with it. A shorter life alone is no layer.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, own_policies_allow);
inline constexpr auto reading = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Action": ["s3:GetObject", "sts:GetScopedCredentials"], "Resource": "*"}})"_identity_policy;
inline constexpr StsRequest reads{.session_policy = reading}, a_minute{.duration = minutes(1)};
inline constexpr Session first = scoped_session_of<on_app, own_policies_allow, reads>;
inline constexpr Session second = scoped_session_of<first, own_policies_allow, reads>;
inline constexpr Session third = scoped_session_of<second, own_policies_allow, reads>;
#ifdef WHENCE_CONTROL
inline constexpr Session fourth = scoped_session_of<third, own_policies_allow, a_minute>;
#else
inline constexpr Session fourth = scoped_session_of<third, own_policies_allow, reads>;
#endif
