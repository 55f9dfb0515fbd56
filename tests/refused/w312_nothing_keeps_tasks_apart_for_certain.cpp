// ECS does not guarantee isolation between tasks of one instance (U-113); unknown does not count as yes.
// REFUSED: \[W312\] not decided: a credential made for one container, pod, function or job can be read only
// REFUSED: undecided_for<whence::object<(whence::)?vantages::another_task>, whence::object<(whence::)?catalog::ecs_task>, whence::object<walled>, whence::open_question<
// ERRORS: 1
// NAMES: walled
// MEND: Run the tasks on instances of their own or on Fargate, or waive<...> the rule in the design.
#include <whence/catalog.hpp>

using namespace whence;

inline constexpr Environment walled{.platform = Platform::ecs_on_ec2};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, vantages::container, catalog::ecs_task, walled>);
#else
static_assert(holds<can_read, vantages::another_task, catalog::ecs_task, walled>);
#endif
