// An account calls no API.
// REFUSED[gcc]: use of deleted function '.*call\(const (whence::)?Account&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W103\] an account makes no request: its users and sessions do
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W103\] an account makes no request: its users and sessions do
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
SignedCall request = call(LongTermCredential(alice), "s3:ListAllMyBuckets");
#else
SignedCall request = call(Account(account), "s3:ListAllMyBuckets");
#endif
