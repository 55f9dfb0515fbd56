// No trust reaches into another partition, though the account has the same number.
// REFUSED: \[W107\] there is no trust across partitions
// REFUSED: broken_by<whence::object<alice>, whence::object<chinese>, whence::object<allows> ?>
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "111122223333"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr Role chinese(account, "app", trust, Partition::aws_cn);
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app, allows>);
#else
static_assert(holds<may_assume, alice, chinese, allows>);
#endif
