// Switch Role in the console passes no source identity (ts-19).
// REFUSED: \[W418\] Switch Role in the console takes only an account, a role and a display name
// REFUSED: broken_by<whence::object<alice>, whence::object<app>
// ERRORS: 1
// NAMES: alice, app
// MEND: Leave the options out, or call AssumeRole with the CLI or an SDK.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr StsRequest switching{.session_name = "s1", .console_session_ends = {7200}};
inline constexpr StsRequest as_alice{.session_name = "s1", .source_identity = "alice", .console_session_ends = {7200}};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, switching>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, as_alice>;
#endif
