// A request for a role session without RoleSessionName.
// REFUSED: \[W409\] RoleSessionName, SourceIdentity, ExternalId, SerialNumber and TokenCode must have the length
// REFUSED: object<nameless>.*, whence::request_lacks_the_parameter ?>
// REFUSED[!clang<15]: parameter_is<.*"RoleSessionName"
// ERRORS: 1
// NAMES: alice, app, nameless
// MEND: Name the session in the request: .session_name = "alice".
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr StsRequest named{.session_name = "alice"}, nameless{.duration = hours{1}};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, named>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, nameless>;
#endif
