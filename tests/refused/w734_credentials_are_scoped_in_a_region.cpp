// The global endpoint of STS does not have GetScopedCredentials.
// REFUSED: \[W734\] GetScopedCredentials must be called at a Regional endpoint, not at the global one
// REFUSED: broken_by<whence::object<token>, whence::object<whence::own_policies_allow>, whence::object<globally>
// ERRORS: 1
// NAMES: token, globally
// MEND: Call the STS endpoint of a Region.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(alice);
inline constexpr StsRequest regionally{.duration = minutes(1)};
inline constexpr StsRequest globally{.duration = minutes(1), .at_global_endpoint = true};
#ifdef WHENCE_CONTROL
inline constexpr Session narrow = scoped_session_of<token, own_policies_allow, regionally>;
#else
inline constexpr Session narrow = scoped_session_of<token, own_policies_allow, globally>;
#endif
