// A user of an operating system is unknown to AWS.
// REFUSED[gcc]: use of deleted function '.*call\(const (whence::)?OsUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W101\] a user of an operating system is unknown to AWS: say with whose credential the call is signed
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W101\] a user of an operating system is unknown to AWS: say with whose credential the call is signed
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Begun begun = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
SignedCall request = call(*begun, "s3:ListAllMyBuckets");
#else
SignedCall request = call(root, "s3:ListAllMyBuckets");
#endif
