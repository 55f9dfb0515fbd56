// A service assumes a role that was passed to it; it passes none.
// REFUSED: \[W601\] a role is passed by a user or a session: services and token holders pass none
// REFUSED: broken_by<whence::object<ec2>, whence::object<web>, whence::object<allows> ?>
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr Service ec2("ec2.amazonaws.com");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
inline constexpr Role web(account, "web", trust);
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_pass, alice, web, allows>);
#else
static_assert(holds<may_pass, ec2, web, allows>);
#endif
