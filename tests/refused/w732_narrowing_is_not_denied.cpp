// Whether GetScopedCredentials needs an Allow is open (U-129): own policies that are silent do not decide it.
// REFUSED: \[W732\] not decided: GetScopedCredentials narrows the session of its caller
// REFUSED: undecided_for<whence::object<on_app>, whence::object<whence::own_policies_are_silent>
// ERRORS: 1
// NAMES: on_app, own_policies_are_silent
// MEND: Allow sts:GetScopedCredentials in the policies of the caller: then the question does not matter.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, own_policies_allow);
inline constexpr StsRequest a_minute{.duration = minutes(1)};
#ifdef WHENCE_CONTROL
inline constexpr Session narrow = scoped_session_of<on_app, own_policies_allow, a_minute>;
#else
inline constexpr Session narrow = scoped_session_of<on_app, own_policies_are_silent, a_minute>;
#endif
