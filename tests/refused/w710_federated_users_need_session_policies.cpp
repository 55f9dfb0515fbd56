// Without session policies a federated user has no permissions (op-c9).
// REFUSED: \[W710\] a federated user session can do only what both its session policies and the policies of the user
// REFUSED: broken_by<whence::object<empty>, whence::object<action>
// ERRORS: 1
// NAMES: empty, action
// MEND: Pass session policies that allow the call to GetFederationToken.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr auto s3 = R"({"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}})"_identity_policy;
inline constexpr Session for_s3 = *get_federation_token(alice, "carol", {.session_policy = s3}, CallerSide::allows);
inline constexpr Session empty = *get_federation_token(alice, "carol", {}, CallerSide::allows);
inline constexpr Text action = "s3:ListBucket";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, for_s3, action, own_policies_allow>);
#else
static_assert(holds<may_call, empty, action, own_policies_allow>);
#endif
