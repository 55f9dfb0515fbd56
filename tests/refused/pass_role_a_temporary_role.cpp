// What is passed views its role.
// REFUSED[gcc]: use of deleted function '.*operator\(\)\(const (whence::)?Caller&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: what is passed views its role: give the role a name first
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: what is passed views its role: give the role a name first
// ERRORS[gcc]: 1
// ERRORS[clang]: 2
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr Service ec2("ec2.amazonaws.com");
#ifdef WHENCE_CONTROL
auto passed = pass_role(alice, app, ec2, CallerSide::allows);
#else
auto passed = pass_role(alice, Role(app), ec2, CallerSide::allows);
#endif
