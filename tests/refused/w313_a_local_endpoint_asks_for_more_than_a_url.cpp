// A forged request does not know the id in the path of the task.
// REFUSED: \[W313\] a workload's local endpoint answers whoever knows its id or has its token
// REFUSED: broken_by<whence::object<(whence::)?vantages::remote_caller>, whence::object<(whence::)?catalog::ecs_task>, whence::object<walled> ?>
// ERRORS: 1
#include <whence/catalog.hpp>

using namespace whence;

inline constexpr Environment walled{.platform = Platform::ecs_on_ec2};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, vantages::container, catalog::ecs_task, walled>);
#else
static_assert(holds<can_read, vantages::remote_caller, catalog::ecs_task, walled>);
#endif
