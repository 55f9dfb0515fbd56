// S7, reversed: nothing separates the control plane from the data plane.
// REFUSED: \[W302\] a credential inside AWS can be read from another plane only through an interface
// REFUSED: broken_by<whence::object<root>, whence::object<(whence::)?catalog::ec2_service> ?>
// ERRORS: 1
// NAMES: root
// MEND: as w302_aws_exposes_the_credential_to_the_plane
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, root, catalog::profile_path>);
#else
static_assert(holds<can_read, root, catalog::ec2_service>);
#endif
