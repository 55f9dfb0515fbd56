// S19, reversed: there is a metadata path to the host-management credential.
// REFUSED: \[W504\] a place inside AWS belongs to a service: only a credential that the service itself
// REFUSED: broken_by<whence::object<through_the_identity_path>, whence::step_number<3>
// REFUSED[!clang<15]: at_place<.*"metadata path of the identity".*caller_is<.*"ssm.amazonaws.com"
// ERRORS: 1
// NAMES: through_the_identity_path
// MEND: as w504_a_service_keeps_what_it_obtained
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr Flow through_the_identity_path = assumes(ssm, host_role) | rests_in(catalog::ssm_service) | rests_in(catalog::token_reply) | read_by(root) |
                                                   calls("ec2:DescribeInstances");
#else
inline constexpr Flow through_the_identity_path = assumes(ssm, host_role) | rests_in(catalog::ssm_service) | rests_in(catalog::identity_path) | read_by(root) |
                                                   calls("ec2:DescribeInstances");
#endif
static_assert(sound<through_the_identity_path>);
