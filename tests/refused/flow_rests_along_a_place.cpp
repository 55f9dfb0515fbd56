// A place of the catalogue, given as a source.
// REFUSED[gcc]: use of deleted function .*rests_along\(const (whence::)?Place&\)
// REFUSED[clang]: uses deleted function
// REFUSED: this is one place: write rests_in\(place\); rests_along takes a source of the catalogue
// ERRORS: 1
// NAMES: profile_path
// MEND: Write rests_in for each place, or rests_along with the source, which has all its places.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_ec2);
#ifdef WHENCE_CONTROL
inline constexpr FlowResting resting =
    assumes(ec2, app) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path);
#else
inline constexpr FlowResting resting = assumes(ec2, app) | rests_along(catalog::profile_path);
#endif
