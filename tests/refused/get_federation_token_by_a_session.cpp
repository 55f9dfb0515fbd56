// A session begins no session by GetFederationToken: a long-term key does.
// REFUSED: error: static.assert.*\[W705\] GetSessionToken and GetFederationToken take a long-term key
// REFUSED: broken_by<whence::Session>
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr Begun begun = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
Begun second = get_federation_token(alice, "carol", {}, CallerSide::allows);
#else
Begun second = get_federation_token(*begun, "carol", {}, CallerSide::allows);
#endif
