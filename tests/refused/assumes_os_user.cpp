// A flow does not begin with a user of an operating system.
// REFUSED[gcc]: use of deleted function '.*assumes\(const (whence::)?OsUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W101\] a user of an operating system is no principal: it reads the credential of a session
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W101\] a user of an operating system is no principal: it reads the credential of a session
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(root, app);
#endif
