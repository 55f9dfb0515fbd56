// A session views its role, which must outlive it.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const Caller&, const (whence::)?Role&&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: a session views its role: give the role a name first
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: a session views its role: give the role a name first
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust), other(account, "other", trust);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(alice, Role(account, "app", trust), {.session_name = "s1"});
#endif
