// A role reads nothing.
// REFUSED: a role reads nothing: a user of the operating system or a program does
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr Flow reading = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                                read_by(ec2_user) | calls("s3:GetObject");
#else
inline constexpr auto reading = read_by(instance_role);
#endif
