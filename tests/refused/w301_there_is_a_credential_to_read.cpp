// If host management is off, it has no credential.
// REFUSED: \[W301\] there must be a credential at this place while the machine is in this state
// REFUSED: broken_by<whence::object<root>, whence::object<(whence::)?catalog::host_management>, whence::object<unmanaged>, whence::because<
// REFUSED[!clang<15]: because<.*"host management is off"
// ERRORS: 1
// NAMES: root, unmanaged
// MEND: Turn on what creates the credential: an instance profile, or host management; or read a place that has
//   one.
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr Node managed{.host_management = true}, unmanaged{.host_management = false};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, root, catalog::host_management, managed>);
#else
static_assert(holds<can_read, root, catalog::host_management, unmanaged>);
#endif
