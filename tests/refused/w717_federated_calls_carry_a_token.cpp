// A user's own policies do not tell whether a role accepts a token (m-user-key).
// REFUSED: \[W717\] not decided: AssumeRoleWithSAML and AssumeRoleWithWebIdentity are not signed: they
// REFUSED: undecided_for<whence::object<alice>, whence::object<token>
// ERRORS: 1
// NAMES: alice, token
// MEND: Ask may_assume with the WebIdentity or SamlIdentity that presents the token.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text action = "s3:GetObject";
inline constexpr Text token = "sts:AssumeRoleWithSAML";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, action, own_policies_allow>);
#else
static_assert(holds<may_call, alice, token, own_policies_allow>);
#endif
