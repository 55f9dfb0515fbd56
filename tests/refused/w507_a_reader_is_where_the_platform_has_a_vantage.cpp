// An EKS node runs no code of a Lambda function.
// REFUSED: \[W507\] the position from which a flow reads must be a vantage of the environment's platform
// REFUSED: broken_by<whence::object<shop_flow>, whence::step_number<7>
// REFUSED[!clang<15]: step_is<.*"read_by\(app.*at_place<.*"memory of the SDK in the pod"
// REFUSED[clang<15]: at_place<'m', 'e', 'm', 'o'
// ERRORS: 1
// NAMES: cluster
// MEND: Choose a vantage of the platform of this environment.
#include "cluster.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Flow shop_flow = of_the_pod | read_by(app, vantages::pod) | calls("s3:GetObject");
#else
inline constexpr Flow shop_flow = of_the_pod | read_by(app, vantages::function_code) | calls("s3:GetObject");
#endif
inline constexpr auto cluster = deployed(node, shop_flow);
static_assert(sound<cluster>);
