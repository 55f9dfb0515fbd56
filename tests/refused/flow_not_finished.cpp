// A flow without a call is not finished.
// REFUSED: error: .*deleted
// REFUSED: the flow is not finished: add calls\(\.\.\.\)
// NAMES: reading
// MEND: End the flow with the call that the credential signs: | calls("service:Action").
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr Flow reading = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                                read_by(ec2_user) | calls("s3:GetObject");
#else
inline constexpr Flow reading = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                                read_by(ec2_user);
#endif
