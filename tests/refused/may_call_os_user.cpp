// What makes no call is not asked about.
// REFUSED[gcc]: use of deleted function '.*operator\(\)\(const (whence::)?OsUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W101\] a user of an operating system is unknown to AWS
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W101\] a user of an operating system is unknown to AWS
// ERRORS[gcc]: 1
// ERRORS[clang]: 2
#include <whence/sts.hpp>

#include "world.hpp"

#ifdef WHENCE_CONTROL
Verdict verdict = may_call(alice, "s3:GetObject");
#else
Verdict verdict = may_call(OsUser("alice"), "s3:GetObject");
#endif
