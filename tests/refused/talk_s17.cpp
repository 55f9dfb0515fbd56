// S17 as the talk has it, which is contradicted: the agent gets the host-management credential from the metadata service.
// REFUSED: \[W504\] a place inside AWS belongs to a service: only a credential that the service itself
// REFUSED: broken_by<whence::object<as_the_talk_says>, whence::step_number<3>
// REFUSED[!clang<15]: at_place<.*"metadata path of the profile".*caller_is<.*"ssm.amazonaws.com"
// ERRORS: 1
// NAMES: as_the_talk_says
// MEND: as w504_a_service_keeps_what_it_obtained
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr Flow as_the_talk_says = assumes(ssm, host_role) | rests_in(catalog::ssm_service) | rests_in(catalog::token_reply) | read_by(ssm_agent) |
                                          calls("ssm:UpdateInstanceInformation");
#else
inline constexpr Flow as_the_talk_says = assumes(ssm, host_role) | rests_in(catalog::ssm_service) | rests_in(catalog::profile_path) | read_by(ssm_agent) |
                                          calls("ssm:UpdateInstanceInformation");
#endif
static_assert(sound<as_the_talk_says>);
