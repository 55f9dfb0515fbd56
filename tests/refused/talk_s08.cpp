// S8, reversed: the instance can read what the regional control plane of a service holds.
// REFUSED: \[W302\] a credential inside AWS can be read from another plane only through an interface
// REFUSED: broken_by<whence::object<ssm_agent>, whence::object<(whence::)?catalog::ssm_service> ?>
// ERRORS: 1
// NAMES: ssm_agent
// MEND: as w302_aws_exposes_the_credential_to_the_plane
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, ssm_agent, catalog::token_reply>);
#else
static_assert(holds<can_read, ssm_agent, catalog::ssm_service>);
#endif
