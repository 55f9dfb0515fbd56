// A trust policy that names the account leaves it to the policies of its users.
// REFUSED: \[W204\] the caller's own policies must allow the call
// REFUSED: broken_by<whence::object<alice>, whence::object<app>, whence::object<silent> ?>
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "111122223333"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr auto allows = CallerSide::allows, silent = CallerSide::silent;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, alice, app, silent>);
#endif
