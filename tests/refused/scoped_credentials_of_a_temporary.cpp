// The narrower session views the session that it narrows, so that session must have a name.
// REFUSED: error: .*the narrower session views the session that it narrows: give that session a name first
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(alice);
#ifdef WHENCE_CONTROL
Begun narrow = get_scoped_credentials(token, {.duration = minutes(1)}, own_policies_allow);
#else
Begun narrow = get_scoped_credentials(*get_session_token(alice), {.duration = minutes(1)}, own_policies_allow);
#endif
