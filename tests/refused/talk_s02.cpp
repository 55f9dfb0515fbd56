// S2, reversed: the agent has permissions with neither a profile nor host management.
// REFUSED: \[W301\] there must be a credential at this place
// REFUSED: broken_by<whence::object<ssm_agent>, whence::object<(whence::)?catalog::agent_with_the_profile>, whence::object<bare_node>, whence::because<
// ERRORS: 1
// NAMES: ssm_agent, bare_node
// MEND: as w301_there_is_a_credential_to_read
#include <whence/catalog.hpp>

#include "talk.hpp"
inline constexpr Node bare_node{};
inline constexpr Node node_with_a_profile{.profile = InstanceProfile::permits_agent};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, ssm_agent, catalog::agent_with_the_profile, node_with_a_profile>);
#else
static_assert(holds<can_read, ssm_agent, catalog::agent_with_the_profile, bare_node>);
#endif
