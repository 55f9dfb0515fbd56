// The trust policy names the caller, but in a statement for another operation.
// REFUSED: \[W203\] the role's trust policy must name the caller in a statement that allows this operation
// REFUSED[!clang<15]: caller_is<.*user/alice".*where<.*"statement 1 of trust policy".*operation_is<.*"sts:AssumeRole"
// REFUSED[!clang<15]: statement_allows<.*"sts:AssumeRoleWithWebIdentity".*"sts:TagSession"
// REFUSED[clang<15]: operation_is<'s', 't', 's', ':', 'A', .*statement_allows<'s', 't', 's'
// ERRORS: 1
// NAMES: alice, app
// MEND: Write the operation of the error in Action. Roles of the same account, users and services call sts:AssumeRole;
//   callers with a token of an OIDC provider call sts:AssumeRoleWithWebIdentity, with a SAML assertion
//   sts:AssumeRoleWithSAML.
#include "world.hpp"

#ifdef WHENCE_CONTROL
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
#else
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow",
  "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
#endif
inline constexpr Role app(account, "app", trust);
static_assert(holds<may_assume, alice, app>);
