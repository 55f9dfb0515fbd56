// A session of GetSessionToken cannot call GetSessionToken (m-user-gst).
// REFUSED: \[W705\] GetSessionToken and GetFederationToken accept only a long-term
// REFUSED: broken_by<whence::object<token>, whence::object<action>
// ERRORS: 1
// NAMES: token, action
// MEND: Call it with the user's long-term key, or use AssumeRole for a session.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(alice);
inline constexpr Text action = "sts:GetSessionToken";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, action, own_policies_are_silent>);
#else
static_assert(holds<may_call, token, action, own_policies_allow>);
#endif
