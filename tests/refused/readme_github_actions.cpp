// The second design of the README, for a job of a pull request: the answer there is what these marks want.
// REFUSED: error: static.assert.*\[W205\] the request must meet the conditions of the statement that names the caller
// REFUSED: broken_by<whence::object<deploy>, whence::caller_is<
// REFUSED[gcc]: sound<from_a_pull_request>
// REFUSED[clang]: sound<from_a_pull_request>
// REFUSED[gcc]: where<.*"statement 1 of trust policy".*policy_wants<.*"StringEquals".*"token.actions.githubusercontent.com:sub".*"repo:example/shop:ref:refs/heads/main".*request_has<.*"repo:example/shop:pull_request"
// REFUSED[clang>=15]: policy_wants<.*"StringEquals".*"token.actions.githubusercontent.com:".*"sub".*"repo:example/shop:ref:refs/heads/".*"main"
// ERRORS: 1
// NAMES: from_a_pull_request
// MEND: as w205_a_condition_is_not_met
#include "../readme/github_actions.cpp"
constexpr ContextKey other_claims[] = {
    {"token.actions.githubusercontent.com:aud", "sts.amazonaws.com"},
#ifdef WHENCE_CONTROL
    {"token.actions.githubusercontent.com:sub", "repo:example/shop:ref:refs/heads/main"},
#else
    {"token.actions.githubusercontent.com:sub", "repo:example/shop:pull_request"},
#endif
};
constexpr RequestContext on_a_pull_request{other_claims};
constexpr Flow from_a_pull_request = assumes(github, deploy, on_a_pull_request)
    | rests_along(catalog::github_actions, runner) | read_by(runner) | calls("s3:PutObject");
static_assert(sound<from_a_pull_request>);
