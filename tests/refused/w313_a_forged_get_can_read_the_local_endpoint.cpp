// A forged request does not have the credential id of the task.
// REFUSED: \[W313\] a local credential endpoint answers only a request that has the workload's
// REFUSED: broken_by<whence::object<(whence::)?vantages::remote_caller>, whence::object<(whence::)?catalog::ecs_task>, whence::object<walled> ?>
// ERRORS: 1
// NAMES: walled
// MEND: Nothing is to be mended in the machine: the reader lacks the token or id. Expect a refusal with
//   refused<...>.
#include <whence/catalog.hpp>

using namespace whence;

inline constexpr Environment walled{.platform = Platform::ecs_on_ec2};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, vantages::container, catalog::ecs_task, walled>);
#else
static_assert(holds<can_read, vantages::remote_caller, catalog::ecs_task, walled>);
#endif
