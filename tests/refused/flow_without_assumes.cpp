// A flow begins with assumes(...).
// REFUSED: error: .*deleted
// REFUSED: a flow begins with assumes\(caller, role\)
// NAMES: ec2_user
// MEND: Begin with assumes(caller, role), or with uses(session) if no role is assumed in this flow.
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr Flow reading = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                                read_by(ec2_user) | calls("s3:GetObject");
#else
inline constexpr auto reading = rests_in(catalog::profile_path) | read_by(ec2_user);
#endif
