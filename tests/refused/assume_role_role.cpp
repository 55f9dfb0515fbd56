// A role assumes no role.
// REFUSED: error: static.assert.*\[W102\] a role is assumed and never acts
// REFUSED: broken_by<whence::Role>
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust), other(account, "other", trust);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(RoleSession(account, "app", "s1"), other, {.session_name = "s1"});
#else
Begun begun = assume_role(app, other, {.session_name = "s1"});
#endif
