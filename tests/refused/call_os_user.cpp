// A user of an operating system is unknown to AWS.
// REFUSED[gcc]: use of deleted function '.*call\(const (whence::)?OsUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W101\] a user of an operating system is unknown to AWS: say with whose credential the call is signed
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W101\] a user of an operating system is unknown to AWS: say with whose credential the call is signed
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
inline constexpr Begun begun = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
SignedCall request = call(*begun, "s3:ListAllMyBuckets");
#else
SignedCall request = call(root, "s3:ListAllMyBuckets");
#endif
