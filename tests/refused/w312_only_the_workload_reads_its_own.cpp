// Another pod has its own token, not this one's.
// REFUSED: \[W312\] a credential made for one container, pod, function or job can be read only
// REFUSED: broken_by<whence::object<(whence::)?vantages::another_pod>, whence::object<(whence::)?catalog::eks_pod_identity>, whence::object<walled> ?>
// ERRORS: 1
// NAMES: walled
// MEND: Let the workload that the credential is for read it.
#include <whence/catalog.hpp>

using namespace whence;

inline constexpr Environment walled{.platform = Platform::eks_node};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, vantages::pod, catalog::eks_pod_identity, walled>);
#else
static_assert(holds<can_read, vantages::another_pod, catalog::eks_pod_identity, walled>);
#endif
