// The session that a job began with its own token is in no service: not on a path of IMDS, and not in Lambda.
// REFUSED: \[W504\] a place inside AWS belongs to a service: only a credential that the service itself obtained
// REFUSED: broken_by<whence::object<release>, whence::step_number<2>
// REFUSED[!clang<15]: at_place<.*"the Lambda service".*caller_is<.*oidc-provider.*token\.actions
// REFUSED[clang<15]: at_place<'t', 'h', 'e', ' ', 'L', 'a'
// ERRORS: 1
// NAMES: release
// MEND: Let the credential rest on the machine of the job: rests_along(catalog::github_actions, runner).
#include "federation.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Flow release = assumes(job, deploy, on_main) | rests_along(catalog::github_actions, runner) | read_by(runner) |
                                calls("s3:PutObject");
#else
inline constexpr Flow release = assumes(job, deploy, on_main) | rests_along(catalog::lambda_function, app) | read_by(app) |
                                calls("s3:PutObject");
#endif
static_assert(sound<release>);
