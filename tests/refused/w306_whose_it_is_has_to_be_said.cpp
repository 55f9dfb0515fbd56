// The owner of the file must be stated; unknown does not count as yes.
// REFUSED: \[W306\] not decided: only the owner \(owned_by\) and the superuser can read a file or process that is private to a user or a workload
// REFUSED: undecided_for<whence::object<chiba>, whence::object<(whence::)?catalog::cli_cache>, whence::add_owned_by_to_the_place
// ERRORS: 1
// NAMES: chiba
// MEND: Say whose the place is: place.owned_by(user).
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client);
inline constexpr Place cache = catalog::cli_cache.owned_by(chiba);
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, chiba, cache>);
#else
static_assert(holds<can_read, chiba, catalog::cli_cache>);
#endif
