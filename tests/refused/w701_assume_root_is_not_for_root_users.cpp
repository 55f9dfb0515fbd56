// The root user asks for no root session of another account: administrators do.
// REFUSED: \[W701\] the root user and its sessions cannot call AssumeRoot:
// REFUSED: broken_by<whence::object<root_user>, whence::object<action>
// ERRORS: 1
// NAMES: root_user, action
// MEND: Let a user or role of the management or delegated account call AssumeRoot.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text identity = "sts:GetCallerIdentity";
inline constexpr Text action = "sts:AssumeRoot";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, root_user, identity>);
#else
static_assert(holds<may_call, root_user, action, own_policies_allow>);
#endif
