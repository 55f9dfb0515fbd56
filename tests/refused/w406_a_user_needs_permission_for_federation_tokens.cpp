// GetFederationToken needs a permission of users (op-c5), and none of the root user.
// REFUSED: \[W406\] an IAM user's own policies must allow sts:GetFederationToken
// REFUSED: broken_by<whence::object<alice>, whence::object<action>
// ERRORS: 1
// NAMES: alice, action
// MEND: Allow sts:GetFederationToken in the user's own policies.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text action = "sts:GetFederationToken";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, root_user, action, own_policies_are_silent>);
#else
static_assert(holds<may_call, alice, action, own_policies_are_silent>);
#endif
