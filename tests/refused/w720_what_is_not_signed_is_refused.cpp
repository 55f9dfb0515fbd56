// Whoever shows a token signs nothing (m-token-holder).
// REFUSED: \[W720\] every operation but AssumeRoleWithSAML and AssumeRoleWithWebIdentity must be signed
// REFUSED: broken_by<whence::object<token_holder>, whence::object<identity>
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr WebIdentity token_holder = *WebIdentity::from("accounts.google.com");
inline constexpr Text identity = "sts:GetCallerIdentity";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, identity>);
#else
static_assert(holds<may_call, token_holder, identity>);
#endif
