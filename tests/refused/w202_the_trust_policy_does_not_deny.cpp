// An explicit Deny in the trust policy denies the call, although another statement allows it.
// REFUSED: \[W202\] no statement of the trust policy may deny the caller:
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, allows
// ERRORS: 1
// NAMES: alice, app, allows
// MEND: Remove or narrow the Deny statement of the trust policy that the error names.
#include "world.hpp"

inline constexpr auto allows = CallerSide::allows;
inline constexpr auto trust = R"({"Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}},
  {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}
]})"_trust_policy;
inline constexpr Role app(account, "app", trust);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, bob, app, allows>);
#else
static_assert(holds<may_assume, alice, app, allows>);
#endif
