// An account calls no API.
// REFUSED[gcc]: use of deleted function '.*call\(const (whence::)?Account&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W103\] an account makes no request: its users and sessions do
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W103\] an account makes no request: its users and sessions do
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
SignedCall request = call(LongTermCredential(alice), "s3:ListAllMyBuckets");
#else
SignedCall request = call(Account(account), "s3:ListAllMyBuckets");
#endif
