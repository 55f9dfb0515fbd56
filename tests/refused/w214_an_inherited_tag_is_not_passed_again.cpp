// A tag that was inherited as transitive is not passed again (ts-06).
// REFUSED: \[W214\] a tag that a session inherited as transitive cannot be passed again
// REFUSED: broken_by<whence::object<on_app>, whence::object<data>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow",
  "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
  "Principal": {"AWS": "111122223333"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr Role data(account, "data", trust);
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
