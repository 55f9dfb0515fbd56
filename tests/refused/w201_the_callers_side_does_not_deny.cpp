// An explicit Deny on the caller's side ends it, though the trust policy names the caller.
// REFUSED: \[W201\] no policy on the caller's side may deny the call
// REFUSED: broken_by<whence::object<alice>, whence::object<app>, whence::object<denies> ?>
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr auto allows = CallerSide::allows, denies = CallerSide::denies;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, alice, app, denies>);
#endif
