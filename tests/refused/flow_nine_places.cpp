// A flow has at most eight places.
// REFUSED[clang]: error: constexpr variable 'flow' must be initialized by a constant expression
// REFUSED[gcc]: call to non-.constexpr. function .void whence::detail::a_flow_has_at_most_eight_places\(\)
// REFUSED[clang]: non-constexpr function 'a_flow_has_at_most_eight_places' cannot be used in a constant expression
// ERRORS: 1
// NAMES: four, here
// MEND: Leave out places that do not matter for your question, or follow a source of the catalogue with
//   rests_along.
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
inline constexpr auto here = rests_in(catalog::agent_memory);
inline constexpr FlowResting four = assumes(ec2, web) | here | here | here | here;
#ifdef WHENCE_CONTROL
inline constexpr FlowResting flow = four | here | here | here | here;
#else
inline constexpr FlowResting flow = four | here | here | here | here | here;
#endif
