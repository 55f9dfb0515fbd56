// Keys that differ only in letter case are the same (ts-05).
// REFUSED: \[W411\] the tag keys of a request must differ in more than letter case
// REFUSED: broken_by<whence::object<alice>, whence::object<app>
// ERRORS: 1
// NAMES: alice, app
// MEND: Rename one of the two keys, or remove it.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr SessionTag one[] = {{"Department", "x"}}, two[] = {{"Department", "x"}, {"department", "x"}};
inline constexpr StsRequest differing{.session_name = "s1", .tags = one}, clashing{.session_name = "s1", .tags = two};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, differing>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, clashing>;
#endif
