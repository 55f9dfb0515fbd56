// A flow does not begin with an account.
// REFUSED[gcc]: use of deleted function '.*assumes\(const (whence::)?Account&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W103\] an account makes no request: one of its users or sessions assumes the role
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W103\] an account makes no request: one of its users or sessions assumes the role
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice), other(account, "other", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(Account(account), app);
#endif
