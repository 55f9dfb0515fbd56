// An account assumes no role.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const (whence::)?Account&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W103\] an account makes no request: one of its users or sessions does
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W103\] an account makes no request: one of its users or sessions does
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
Begun begun = assume_role(Account(account), app, {.session_name = "s1"});
#endif
