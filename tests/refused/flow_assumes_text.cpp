// A plain text as the caller of a flow.
// REFUSED: error: static.assert.*a caller is an object: Service\(.*ec2.amazonaws.com.*\), or an ARN with its suffix
// ERRORS: 1
// NAMES: has_its_suffix
// MEND: Give the caller as an object: Service("ec2.amazonaws.com"), IamUser(account, "alice"), or
//   "arn:aws:iam::111122223333:user/alice"_principal.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_ec2);
#ifdef WHENCE_CONTROL
inline constexpr FlowResting resting =
    assumes(ec2, app) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path);
#else
inline constexpr FlowResting resting =
    assumes("ec2.amazonaws.com", app) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path);
#endif
inline constexpr Flow flow = resting | read_by(root) | calls("s3:GetObject");
static_assert(sound<flow>);
