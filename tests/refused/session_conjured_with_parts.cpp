// Nor can one be put together from its parts.
// REFUSED[gcc]: no matching function for call to 'whence::Session::Session\(<brace-enclosed initializer list>\)'
// REFUSED[clang]: no matching constructor for initialization of '(whence::)?Session'
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
#ifdef WHENCE_CONTROL
Begun session = assume_role(alice, app, {.session_name = "s1"});
#else
Session session{SessionKind::role, Operation::assume_role, RoleSession(account, "app", "s1"), alice};
#endif
