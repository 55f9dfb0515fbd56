// Not even root of an instance reads a file at the user's terminal.
// REFUSED: \[W303\] a credential on a machine can be read only on that machine
// REFUSED: broken_by<whence::object<root>, whence::object<cache> ?>
// ERRORS: 1
// NAMES: root, cache
// MEND: as w303_a_job_environment_elsewhere
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client);
inline constexpr Place cache = catalog::cli_cache.owned_by(chiba);
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, chiba, cache>);
#else
static_assert(holds<can_read, root, cache>);
#endif
