// A design without an environment exposes nothing, so requiring an exposure rule of it would say nothing.
// REFUSED: error: .*deleted
// REFUSED: a design has no environment, so it exposes nothing: require or waive this rule of a deployment
// ERRORS: 1
// NAMES: shop_flow
// MEND: Put the flows into deployed(environment, flows...) and require or waive the rule of that deployment.
#include "cluster.hpp"

inline constexpr Flow shop_flow = of_the_pod | read_by(app, vantages::pod) | calls("s3:GetObject");
#ifdef WHENCE_CONTROL
inline constexpr auto held = deployed(node, shop_flow) | require<rules::no_forged_get_reads_a_credential>;
#else
inline constexpr auto held = Design{shop_flow} | require<rules::no_forged_get_reads_a_credential>;
#endif
