// A source of the catalogue, given as a place.
// REFUSED[gcc]: use of deleted function .*rests_in\(const Source&\)
// REFUSED[clang]: uses deleted function
// REFUSED: a source of the catalogue has several places: write rests_along\(source\)
// ERRORS: 1
// NAMES: instance_profile
// MEND: Write rests_along(source): the credential then rests at all its places, in order.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_ec2);
#ifdef WHENCE_CONTROL
inline constexpr FlowResting resting = assumes(ec2, app) | rests_along(catalog::instance_profile);
#else
inline constexpr FlowResting resting = assumes(ec2, app) | rests_in(catalog::instance_profile);
#endif
