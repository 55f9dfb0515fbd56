// The environment of a job is on its runner: naming a user of an instance does not move it there.
// REFUSED: \[W303\] a credential on a machine can be read only on that machine
// REFUSED: broken_by<whence::object<release>, whence::step_number<4>
// REFUSED[!clang<15]: step_is<.*"read_by\(app.*at_place<.*"environment of the job"
// REFUSED[clang<15]: at_place<'e', 'n', 'v', 'i'
// ERRORS: 1
// NAMES: release
// MEND: Read it on the machine that the job runs on, with a user of that machine.
#include "federation.hpp"

#ifdef WHENCE_CONTROL
inline constexpr const OsUser& user = runner;
#else
inline constexpr const OsUser& user = app;
#endif
inline constexpr Flow release = assumes(job, deploy, on_main) | rests_along(catalog::github_actions, user) | read_by(user) |
                                calls("s3:PutObject");
static_assert(sound<release>);
