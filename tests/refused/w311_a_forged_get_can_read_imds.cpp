// IMDSv2 blocks a forged GET; IMDSv1 answers it.
// REFUSED: \[W311\] IMDSv2 requires a token that is requested with PUT and sent in
// REFUSED: broken_by<whence::object<(whence::)?vantages::remote_caller>, whence::object<(whence::)?catalog::instance_profile>, whence::object<walled> ?>
// ERRORS: 1
// NAMES: walled
// MEND: Nothing is to be mended in the machine: IMDSv2 blocks this reader. Expect a refusal with refused<...>.
#include <whence/catalog.hpp>

using namespace whence;

inline constexpr Environment open_to_it{
    .node = {.metadata = MetadataService::both_versions, .profile = InstanceProfile::permits_agent}};
inline constexpr Environment walled{.node = {.profile = InstanceProfile::permits_agent}};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, vantages::remote_caller, catalog::instance_profile, open_to_it>);
#else
static_assert(holds<can_read, vantages::remote_caller, catalog::instance_profile, walled>);
#endif
