// A user's long-term key cannot be narrowed: the user calls GetSessionToken first.
// REFUSED: error: static.assert.*\[W733\] GetScopedCredentials must be called with temporary credentials
// REFUSED: broken_by<whence::IamUser>
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(alice);
inline constexpr StsRequest a_minute{.duration = minutes(1)};
#ifdef WHENCE_CONTROL
inline constexpr Session narrow = scoped_session_of<token, own_policies_allow, a_minute>;
#else
inline constexpr Session narrow = scoped_session_of<alice, own_policies_allow, a_minute>;
#endif
