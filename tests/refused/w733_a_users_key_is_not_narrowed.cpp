// The same call at run time does not compile either: the type of the caller is enough.
// REFUSED: error: static.assert.*\[W733\] GetScopedCredentials must be called with temporary credentials
// REFUSED: broken_by<whence::IamUser>
// ERRORS: 1
// MEND: as w733_temporary_credentials_are_narrowed
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(alice);
inline constexpr StsRequest a_minute{.duration = minutes(1)};
#ifdef WHENCE_CONTROL
Begun narrow = get_scoped_credentials(token, a_minute, own_policies_allow);
#else
Begun narrow = get_scoped_credentials(alice, a_minute, own_policies_allow);
#endif
