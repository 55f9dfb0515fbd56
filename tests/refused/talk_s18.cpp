// S18, reversed: the profile's credential is read by somebody who has not logged in to the instance.
// REFUSED: \[W302\] a credential on AWS's side is seen from another plane only through a surface
// REFUSED: broken_by<whence::object<chiba>, whence::object<(whence::)?catalog::profile_path> ?>
// ERRORS: 1
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, ec2_user, catalog::profile_path>);
#else
static_assert(holds<can_read, chiba, catalog::profile_path>);
#endif
