// A role calls nothing (m-role-itself).
// REFUSED: \[W722\] a role or a user group has no credential and makes no call
// REFUSED: broken_by<whence::object<app>, whence::object<identity>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr Session on_app = *assume_role(alice, app, {.session_name = "s1"}, CallerSide::allows);
inline constexpr Text identity = "sts:GetCallerIdentity";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, on_app, identity>);
#else
static_assert(holds<may_call, app, identity>);
#endif
