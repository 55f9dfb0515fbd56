// One user cannot read the cache of another.
// REFUSED: \[W306\] only the owner \(owned_by\) and the superuser can read a file or process that is private to a user or a workload
// REFUSED: broken_by<whence::object<zoe>, whence::object<cache> ?>
// ERRORS: 1
// NAMES: zoe, cache
// MEND: Let the owner read it: place.owned_by(user).
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client);
inline constexpr OsUser zoe("zoe", Privilege::ordinary, Plane::client);
inline constexpr Place cache = catalog::cli_cache.owned_by(chiba);
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, chiba, cache>);
#else
static_assert(holds<can_read, zoe, cache>);
#endif
