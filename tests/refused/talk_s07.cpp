// S7, reversed: there is no wall between the control plane and the data plane.
// REFUSED: \[W302\] a credential on AWS's side is seen from another plane only through a surface
// REFUSED: broken_by<whence::object<root>, whence::object<(whence::)?catalog::ec2_service> ?>
// ERRORS: 1
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, root, catalog::profile_path>);
#else
static_assert(holds<can_read, root, catalog::ec2_service>);
#endif
