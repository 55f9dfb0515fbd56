// A chain ends after an hour, whatever the maximum of its last role (du-06).
// REFUSED: .*lasts_no_longer.*object<chain>
// REFUSED[!clang<15]: lasts_no_longer.*\[W403\] a session that a role ses
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
inline constexpr Role data = Role(account, "data", trust).with_maximum_session(hours(12));
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, CallerSide::allows);
inline constexpr Session on_data = *assume_role(on_app, data, {.session_name = "s2"}, CallerSide::allows);
inline constexpr Chain chain(on_data);
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<chain> >= hours{1});
#else
static_assert(longest_lifetime<chain> >= hours{2});
#endif
