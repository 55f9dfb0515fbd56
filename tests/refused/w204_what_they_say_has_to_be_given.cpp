// What the caller's own policies say has to be given where it matters; unknown is no yes.
// REFUSED: \[W204\] not decided: the caller's own policies must allow the call
// REFUSED: undecided_for<whence::object<alice>, whence::object<app> ?>
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "111122223333"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, alice, app>);
#endif
