// S18, reversed: a user who has not logged in to the instance reads the profile's credential.
// REFUSED: \[W302\] a credential inside AWS can be read from another plane only through an interface
// REFUSED: broken_by<whence::object<chiba>, whence::object<(whence::)?catalog::profile_path> ?>
// ERRORS: 1
// NAMES: chiba
// MEND: as w302_aws_exposes_the_credential_to_the_plane
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, ec2_user, catalog::profile_path>);
#else
static_assert(holds<can_read, chiba, catalog::profile_path>);
#endif
