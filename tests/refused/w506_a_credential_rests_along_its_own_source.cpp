// The session of a job of GitHub Actions does not take the way of a pod's.
// REFUSED: \[W506\] a credential rests along a source of the catalogue only if it begins as that of the source
// REFUSED: broken_by<whence::object<release>, whence::step_number<2>
// REFUSED[!clang<15]: at_place<.*"memory of the SDK in the pod".*caller_is<.*oidc-provider.*token\.actions
// REFUSED[clang<15]: at_place<'m', 'e', 'm', 'o', 'r', 'y', ' ', 'o', 'f', ' ', 't', 'h', 'e', ' ', 'S', 'D', 'K'
// ERRORS: 1
// NAMES: release
// MEND: Name the source that this session belongs to: rests_along(catalog::github_actions, runner).
#include "federation.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Flow release = assumes(job, deploy, on_main) | rests_along(catalog::github_actions, runner) |
                                read_by(runner) | calls("s3:PutObject");
#else
inline constexpr Flow release = assumes(job, deploy, on_main) | rests_along(catalog::eks_service_account, app) |
                                read_by(app) | calls("s3:PutObject");
#endif
static_assert(sound<release>);
