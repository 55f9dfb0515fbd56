// A role of another account cannot be passed.
// REFUSED: \[W602\] a role can be passed only within the account that it belongs to
// REFUSED: broken_by<whence::object<alice>, whence::object<foreign>, whence::object<allows> ?>
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
inline constexpr Role web(account, "web", trust), foreign("444455556666"_account, "web", trust);
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_pass, alice, web, allows>);
#else
static_assert(holds<may_pass, alice, foreign, allows>);
#endif
