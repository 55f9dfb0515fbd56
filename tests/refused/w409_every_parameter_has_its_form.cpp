// The operation checks text that no literal has checked.
// REFUSED: \[W409\] RoleSessionName, SourceIdentity, ExternalId, SerialNumber and TokenCode must have the length
// REFUSED: broken_by<whence::object<alice>, whence::object<app>
// REFUSED[!clang<15]: parameter_is<.*"RoleSessionName".*parameter_has<.*"alice bob".*fault_is<.*"a name can contain only
// REFUSED[clang<15]: parameter_is<'R', 'o', 'l', 'e', 'S', 'e', 's', 's', 'i', 'o', 'n', 'N', 'a', 'm', 'e'>
// ERRORS: 1
// NAMES: alice, app
// MEND: Correct the parameter that the error names. A literal in the request is checked where you write it.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr Text given = "alice bob";
inline constexpr StsRequest named{.session_name = "s1"}, spaced{.session_name = Parameter<grammar::SessionName>(given)};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, named>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, spaced>;
#endif
