// A flow has one call.
// REFUSED: error: .*deleted
// REFUSED: the flow is finished: a flow has one call
// NAMES: ec2_user, s3:PutObject
// MEND: Write one flow for each call.
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr Flow reading = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                                read_by(ec2_user) | calls("s3:GetObject");
#else
inline constexpr auto reading = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                                read_by(ec2_user) | calls("s3:GetObject") | calls("s3:PutObject");
#endif
