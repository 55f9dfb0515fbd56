// A user of an operating system is no principal.
// REFUSED[gcc]: use of deleted function '.*Principal\(const (whence::)?OsUser&
// REFUSED[clang c++<26]: call to deleted constructor
// REFUSED[clang c++<26]: a user of an operating system is no principal of AWS
// REFUSED[clang c++>=26]: error: .*call to deleted constructor.*: a user of an operating system is no principal of AWS
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr Software agent("amazon-ssm-agent", root);
#ifdef WHENCE_CONTROL
Principal caller{alice};
#else
Principal caller{root};
#endif
