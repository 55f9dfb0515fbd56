// From where a program reads tells nothing without the machine that it runs on.
// REFUSED: \[W509\] not decided: a flow that states from where its user reads needs an environment
// REFUSED: undecided_for<whence::object<shop_flow>, whence::step_number<7>
// REFUSED[!clang<15]: step_is<.*"read_by\(app
// ERRORS: 1
// NAMES: shop_flow
// MEND: Ask about a deployment: constexpr auto cluster = deployed(node, shop_flow); static_assert(sound<cluster>).
#include "cluster.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Flow shop_flow = of_the_pod | read_by(app) | calls("s3:GetObject");
#else
inline constexpr Flow shop_flow = of_the_pod | read_by(app, vantages::pod) | calls("s3:GetObject");
#endif
static_assert(sound<shop_flow>);
