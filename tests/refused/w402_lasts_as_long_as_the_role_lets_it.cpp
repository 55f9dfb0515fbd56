// Seven hours of a role whose maximum is six cannot be reached.
// REFUSED: .*lasts_no_longer.*object<on_app>
// REFUSED[!clang<15]: lasts_no_longer.*\[W402\] a session must not last
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app = Role(account, "app", trust).with_maximum_session(hours(6));
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<on_app> >= hours{6});
#else
static_assert(longest_lifetime<on_app> >= hours{7});
#endif
