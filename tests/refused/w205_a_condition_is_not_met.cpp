// If the request is known, an unmet condition is a refusal and not undecided.
// REFUSED: \[W205\] the request must meet the conditions of the statement that names the caller
// REFUSED: broken_by<whence::object<with_mfa>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, with_mfa, mfa_not_used
// REFUSED[gcc]: statement 1 of trust policy"
// REFUSED[clang>=19]: statement 1 of trust policy"
// REFUSED[!clang<15]: policy_wants<.*"Bool".*"aws:MultiFactorAuthPresent".*"true".*request_has<.*"false"
// REFUSED[clang<15]: policy_wants<'B', 'o', 'o', 'l', ' ', 'a', 'w', 's', ':'.*request_has<'f', 'a', 'l', 's', 'e'>
// ERRORS: 1
// NAMES: alice, with_mfa, mfa_not_used
// MEND: Compare the value in the request with the value in the condition that the error names, and correct the
//   one that is wrong.
#include "world.hpp"

inline constexpr auto mfa_trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"},
  "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}})"_trust_policy;
inline constexpr Role with_mfa(account, "with-mfa", mfa_trust);
inline constexpr ContextKey used[] = {{"aws:MultiFactorAuthPresent", "true"}};
inline constexpr ContextKey not_used[] = {{"aws:MultiFactorAuthPresent", "false"}};
inline constexpr RequestContext mfa_used = used, mfa_not_used = not_used;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, with_mfa, mfa_used>);
#else
static_assert(holds<may_assume, alice, with_mfa, mfa_not_used>);
#endif
