// A tag that was inherited as transitive is not passed again (ts-06).
// REFUSED: \[W214\] a session tag that was inherited as transitive cannot be passed again,
// REFUSED: broken_by<whence::object<data>, whence::caller_is<
// REFUSED: session_of<on_app, data
// ERRORS: 1
// NAMES: on_app, data
// MEND: Leave the tag out of the request: the new session inherits it.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr Role data(account, "data", trusts_account);
inline constexpr SessionTag star[] = {{"Star", "1"}}, heart[] = {{"Heart", "1"}};
inline constexpr Text keys[] = {"Star"};
inline constexpr StsRequest first{.session_name = "s1", .tags = star, .transitive_tag_keys = keys};
inline constexpr Session on_app = *assume_role(alice, app, first, CallerSide::allows);
inline constexpr StsRequest again{.session_name = "s2", .tags = star}, another{.session_name = "s2", .tags = heart};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<on_app, data, own_policies_allow, another>;
#else
const Session& begun = session_of<on_app, data, own_policies_allow, again>;
#endif
