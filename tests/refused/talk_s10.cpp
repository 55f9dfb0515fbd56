// S10, reversed: the operating system knows by itself what the EC2 service holds.
// REFUSED: \[W302\] a credential inside AWS can be read from another plane only through an interface
// REFUSED: broken_by<whence::object<ec2_user>, whence::object<(whence::)?catalog::ec2_service> ?>
// ERRORS: 1
// NAMES: ec2_user
// MEND: as w302_aws_exposes_the_credential_to_the_plane
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, ec2_user, catalog::profile_path>);
#else
static_assert(holds<can_read, ec2_user, catalog::ec2_service>);
#endif
