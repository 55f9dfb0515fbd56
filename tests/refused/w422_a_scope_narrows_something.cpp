// A call of GetScopedCredentials that takes nothing away is refused.
// REFUSED: \[W422\] a call of GetScopedCredentials must state Policy, DurationSeconds or both
// REFUSED: broken_by<whence::object<on_app>, whence::object<whence::own_policies_allow>, whence::object<nothing>
// ERRORS: 1
// NAMES: on_app, nothing
// MEND: State the Policy that limits the credential, or a DurationSeconds, or both.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, own_policies_allow);
inline constexpr StsRequest a_minute{.duration = minutes(1)}, nothing{};
#ifdef WHENCE_CONTROL
inline constexpr Session narrow = scoped_session_of<on_app, own_policies_allow, a_minute>;
#else
inline constexpr Session narrow = scoped_session_of<on_app, own_policies_allow, nothing>;
#endif
