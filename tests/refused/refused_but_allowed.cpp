// The opposite of holds: a trust policy that lets a fork in is an error that names the rule, the statement and the objects.
// REFUSED: the answer must be a refusal, but it is allowed: no rule is broken
// REFUSED: allowed_by<whence::rules::the_trust_policy_names_the_caller, whence::says<.*, whence::object<job>, whence::object<open_deploy>, whence::object<from_a_fork>
// REFUSED[gcc]: says<.*"W203".*where<.*"statement 1 of trust policy"
// REFUSED[clang>=15]: says<.*"W203".*where<.*"statement 1 of trust policy"
// REFUSED[clang<15]: says<'W', '2', '0', '3'>.*where<'s', 't', 'a', 't', 'e', 'm', 'e', 'n', 't', ' ', '1'
// ERRORS: 1
// NAMES: job, open_deploy, from_a_fork
// MEND: Correct the trust policy, so that it lets only the callers in that you mean; or write holds<...> if the
//   answer is right.
#include "federation.hpp"

inline constexpr auto trusts_any_job = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
   "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
   "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"},
                 "StringLike": {"token.actions.githubusercontent.com:sub": "repo:*/shop:*"}}}]})"_trust_policy;
inline constexpr Role open_deploy(account, "deploy", trusts_any_job);
#ifdef WHENCE_CONTROL
static_assert(refused<may_assume, job, deploy, from_a_fork>);
#else
static_assert(refused<may_assume, job, open_deploy, from_a_fork>);
#endif
