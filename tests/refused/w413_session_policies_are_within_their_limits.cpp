// A session takes ten policies by their ARNs, and not eleven.
// REFUSED: \[W413\] a session takes at most 10 managed session policies,
// REFUSED: broken_by<whence::object<alice>, whence::object<app>
// ERRORS: 1
// NAMES: alice, app
// MEND: Pass at most ten managed session policies; join the others.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr ManagedPolicy p{"arn:aws:iam::111122223333:policy/p"};
inline constexpr ManagedPolicy ten_of_it[] = {p, p, p, p, p, p, p, p, p, p};
inline constexpr ManagedPolicy eleven_of_it[] = {p, p, p, p, p, p, p, p, p, p, p};
inline constexpr StsRequest ten{.session_name = "s1", .managed_policies = ten_of_it};
inline constexpr StsRequest eleven{.session_name = "s1", .managed_policies = eleven_of_it};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, ten>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, eleven>;
#endif
