// A session of GetSessionToken calls GetCallerIdentity, but not GetAccessKeyInfo (m-user-gst).
// REFUSED: \[W706\] a session of GetSessionToken can call no signed STS operation except AssumeRole
// REFUSED: broken_by<whence::object<token>, whence::object<action>
// ERRORS: 1
// NAMES: token, action
// MEND: Call it with the user's long-term key, or assume a role first.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(alice);
inline constexpr Text identity = "sts:GetCallerIdentity";
inline constexpr Text action = "sts:GetAccessKeyInfo";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, token, identity, own_policies_are_silent>);
#else
static_assert(holds<may_call, token, action, own_policies_allow>);
#endif
