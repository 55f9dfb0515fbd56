// What makes no call is not asked about.
// REFUSED[gcc]: use of deleted function '.*operator\(\)\(const (whence::)?Account&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W103\] an account makes no request
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W103\] an account makes no request
// ERRORS[gcc]: 1
// ERRORS[clang]: 2
#include <whence/sts.hpp>

#include "world.hpp"

#ifdef WHENCE_CONTROL
Verdict verdict = may_call(alice, "s3:GetObject");
#else
Verdict verdict = may_call(Account(account), "s3:GetObject");
#endif
