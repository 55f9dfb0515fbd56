// ECS_AWSVPC_BLOCK_IMDS and similar settings block it for tasks, regardless of the hop limit.
// REFUSED: \[W309\] if IMDS is blocked for containers, only a container
// REFUSED: broken_by<whence::object<(whence::)?vantages::container>, whence::object<(whence::)?catalog::ecs_container_instance>, whence::object<walled> ?>
// ERRORS: 1
// NAMES: walled
// MEND: Use the task role, or remove the setting that blocks IMDS for containers.
#include <whence/catalog.hpp>

using namespace whence;

inline constexpr Environment walled{.platform = Platform::ecs_on_ec2,
                                    .node = {.profile = InstanceProfile::permits_agent},
                                    .hop_limit = 2,
                                    .metadata_blocked_for_containers = true};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, vantages::host_network_container, catalog::ecs_container_instance, walled>);
#else
static_assert(holds<can_read, vantages::container, catalog::ecs_container_instance, walled>);
#endif
