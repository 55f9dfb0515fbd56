// A flow does not begin with a role.
// REFUSED[gcc]: use of deleted function '.*assumes\(const (whence::)?Role&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W102\] a role is assumed and never assumes: a session of it does
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W102\] a role is assumed and never assumes: a session of it does
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice), other(account, "other", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(RoleSession(account, "app", "s1"), other);
#else
FlowAssumed flow = assumes(app, other);
#endif
