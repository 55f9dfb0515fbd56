// Where an assumption is refused there is no session of it, and the error is the one of the question.
// REFUSED: \[W203\] the role's trust policy must name the caller
// REFUSED: broken_by<whence::object<bob>, whence::object<app> ?>
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr IamUser bob(account, "bob");
#ifdef WHENCE_CONTROL
const Principal& assumer_of = session_of<alice, app>.begun_by();
#else
const Principal& assumer_of = session_of<bob, app>.begun_by();
#endif
