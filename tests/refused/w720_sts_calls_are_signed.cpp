// The holder of a token signs no call (m-token-holder).
// REFUSED: \[W720\] every STS operation except AssumeRoleWithSAML and AssumeRoleWithWebIdentity must be
// REFUSED: broken_by<whence::object<token_holder>, whence::object<identity>
// ERRORS: 1
// NAMES: token_holder, identity
// MEND: Sign the call with a credential: exchange the token for a session first.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr WebIdentity token_holder = *WebIdentity::from("accounts.google.com");
inline constexpr Text identity = "sts:GetCallerIdentity";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, identity>);
#else
static_assert(holds<may_call, token_holder, identity>);
#endif
