// The first step of a flow knows its request: without MFA there is no session to begin with.
// REFUSED: \[W205\] the request must meet the conditions of the statement that names the caller
// REFUSED: broken_by<whence::object<with_mfa>, whence::caller_is<
// REFUSED: sound<through_mfa>
// REFUSED[!clang<15]: policy_wants<.*"Bool".*"aws:MultiFactorAuthPresent".*"true".*request_has<.*"false"
// REFUSED[clang<15]: policy_wants<'B', 'o', 'o', 'l', ' ', 'a', 'w', 's', ':'
// ERRORS: 1
// NAMES: through_mfa
// MEND: Say with what request the flow begins: pass the RequestContext that the trust policy tests as a third
//   argument of assumes.
#include "world.hpp"

inline constexpr auto mfa_trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"},
  "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}})"_trust_policy;
inline constexpr Role with_mfa(account, "with-mfa", mfa_trust);
inline constexpr ContextKey used[] = {{"aws:MultiFactorAuthPresent", "true"}};
inline constexpr ContextKey not_used[] = {{"aws:MultiFactorAuthPresent", "false"}};
#ifdef WHENCE_CONTROL
inline constexpr RequestContext request = used;
#else
inline constexpr RequestContext request = not_used;
#endif
inline constexpr Flow through_mfa = assumes(alice, with_mfa, request) | rests_in(catalog::cli_memory.owned_by(chiba)) |
                                    read_by(chiba) | calls("s3:GetObject");
static_assert(sound<through_mfa>);
