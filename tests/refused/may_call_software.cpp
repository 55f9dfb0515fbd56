// What makes no call is not asked about.
// REFUSED[gcc]: use of deleted function '.*operator\(\)\(const (whence::)?Software&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W101\] software signs with the credential of a session or a user
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W101\] software signs with the credential of a session or a user
// ERRORS[gcc]: 1
// ERRORS[clang]: 2
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Software cli("cli", OsUser("alice"));
#ifdef WHENCE_CONTROL
Verdict verdict = may_call(alice, "s3:GetObject");
#else
Verdict verdict = may_call(cli, "s3:GetObject");
#endif
