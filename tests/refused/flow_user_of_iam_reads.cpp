// An IAM user is not a user of a machine.
// REFUSED: error: .*deleted
// REFUSED: an IAM user cannot read a place: give an operating-system user \(OsUser\) or a program \(Software\)
// NAMES: chiba_user
// MEND: Name the user of the machine, an OsUser, or a program. What an IAM user may do is said by policies.
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr Flow reading = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                                read_by(ec2_user) | calls("s3:GetObject");
#else
inline constexpr auto reading = read_by(chiba_user);
#endif
