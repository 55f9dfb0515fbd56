// The root user assumes no role, although its ARN is in the trust policy: there it means the account.
// REFUSED: \[W104\] the root user cannot assume a role
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, root_user, app, allows
// ERRORS: 1
// NAMES: root_user, app, allows
// MEND: Let a user or a role of the account assume it. In a trust policy, the ARN of root means the whole
//   account.
#include "world.hpp"

inline constexpr auto allows = CallerSide::allows;
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, root_user, app, allows>);
#endif
