// A condition on what is not known of the request is not decided; unknown is no yes.
// REFUSED: \[W205\] not decided: the request must meet the conditions of the statement that names the caller
// REFUSED: undecided_for<whence::object<with_mfa>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, with_mfa
// REFUSED: request_does_not_say_it, whence::add_a_RequestContext_with<
// ERRORS: 1
// NAMES: alice, with_mfa
// MEND: Pass a RequestContext that has the key of the condition, with the value of the request.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr auto mfa_trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"},
  "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}})"_trust_policy;
inline constexpr Role with_mfa(account, "with-mfa", mfa_trust);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app>);
#else
static_assert(holds<may_assume, alice, with_mfa>);
#endif
