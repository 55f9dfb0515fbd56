// A flow with an open step is not sound.
// REFUSED: \[W205\] not decided: the request must meet the conditions of the statement that names the caller
// REFUSED: undecided_for<whence::object<app>, whence::caller_is<
// REFUSED: sound<through_mfa>
// REFUSED: request_does_not_say_it, whence::add_a_RequestContext_with<
// REFUSED[!clang<15]: add_a_RequestContext_with<.*"aws:MultiFactorAuthPresent"
// ERRORS: 1
// NAMES: through_mfa
// MEND: as w205_the_conditions_are_met
#include "world.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Role app(account, "app", trusts_alice);
#else
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"},
  "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
#endif
inline constexpr Flow through_mfa = assumes(alice, app) | rests_in(catalog::cli_memory.owned_by(chiba)) |
                             read_by(chiba) | calls("s3:GetObject");
static_assert(sound<through_mfa>);
