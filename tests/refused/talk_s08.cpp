// S8, reversed: what the regional control plane of a service holds lies open to the instance.
// REFUSED: \[W302\] a credential on AWS's side is seen from another plane only through a surface
// REFUSED: broken_by<whence::object<ssm_agent>, whence::object<(whence::)?catalog::ssm_service> ?>
// ERRORS: 1
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, ssm_agent, catalog::token_reply>);
#else
static_assert(holds<can_read, ssm_agent, catalog::ssm_service>);
#endif
