// A user's long-term key cannot be narrowed: the user calls GetSessionToken first.
// REFUSED: \[W733\] GetScopedCredentials must be called with temporary credentials
// REFUSED: broken_by<whence::object<alice>, whence::object<whence::own_policies_allow>, whence::object<a_minute>
// ERRORS: 1
// NAMES: alice
// MEND: Call GetSessionToken first, and narrow that session.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(alice);
inline constexpr StsRequest a_minute{.duration = minutes(1)};
#ifdef WHENCE_CONTROL
inline constexpr Session narrow = scoped_session_of<token, own_policies_allow, a_minute>;
#else
inline constexpr Session narrow = scoped_session_of<alice, own_policies_allow, a_minute>;
#endif
