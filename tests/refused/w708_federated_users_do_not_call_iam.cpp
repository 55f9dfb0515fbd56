// A federated user does not call IAM (m-user-fed).
// REFUSED: \[W708\] a federated user session cannot call IAM with the AWS CLI
// REFUSED: broken_by<whence::object<carol>, whence::object<action>
// ERRORS: 1
// NAMES: carol, action
// MEND: Use the user's own key or a role session.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text action = "iam:ListUsers";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, action, own_policies_allow>);
#else
static_assert(holds<may_call, carol, action, own_policies_allow>);
#endif
