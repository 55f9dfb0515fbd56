// AWS does not say whether a key that is not among the tags can be transitive (U-9).
// REFUSED: \[W412\] not decided: TransitiveTagKeys should list only keys of tags that
// REFUSED: undecided_for<whence::object<alice>, whence::object<app>
// ERRORS: 1
// NAMES: alice, app
// MEND: List only keys that are among the tags of the same request.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr SessionTag tags[] = {{"Department", "x"}};
inline constexpr Text listed[] = {"Department"}, another[] = {"Team"};
inline constexpr StsRequest of_a_tag{.session_name = "s1", .tags = tags, .transitive_tag_keys = listed};
inline constexpr StsRequest of_none{.session_name = "s1", .tags = tags, .transitive_tag_keys = another};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, of_a_tag>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, of_none>;
#endif
