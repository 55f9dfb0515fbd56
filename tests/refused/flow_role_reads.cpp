// A role cannot read a place.
// REFUSED: error: .*deleted
// REFUSED: a role cannot read a place: give an operating-system user \(OsUser\) or a program \(Software\)
// NAMES: instance_role
// MEND: Name the user or the program that reads: an OsUser, or a Software with its user.
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr Flow reading = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                                read_by(ec2_user) | calls("s3:GetObject");
#else
inline constexpr auto reading = read_by(instance_role);
#endif
