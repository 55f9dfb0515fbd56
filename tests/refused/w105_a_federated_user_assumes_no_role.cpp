// A federated-user session assumes no role, though the trust policy names it.
// REFUSED: \[W105\] a federated user session can call no signed STS operation except GetCallerIdentity, GetScopedC
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, carol, app
// ERRORS: 1
// NAMES: carol, app
// MEND: Let the user that federates assume the role with its own key, or use AssumeRole in place of
//   GetFederationToken.
#include "world.hpp"

inline constexpr IamUser namesake(account, "carol");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": [
    "arn:aws:sts::111122223333:federated-user/carol", "arn:aws:iam::111122223333:user/carol"]}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, namesake, app>);
#else
static_assert(holds<may_assume, carol, app>);
#endif
