// An action is written as in a policy.
// REFUSED: \[W505\] a call must name an action as policies write it: the prefix of the
// REFUSED: broken_by<whence::object<greeting>, whence::step_number<5>
// ERRORS: 1
// NAMES: greeting
// MEND: Write the action as in a policy: calls("s3:GetObject").
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr auto action = "s3:GetObject";
#else
inline constexpr auto action = "say hello";
#endif
inline constexpr Flow greeting = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) |
                                 rests_in(catalog::profile_path) | read_by(ec2_user) | calls(action);
static_assert(sound<greeting>);
