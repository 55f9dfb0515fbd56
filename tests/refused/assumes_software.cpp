// A flow does not begin with software.
// REFUSED[gcc]: use of deleted function '.*assumes\(const (whence::)?Software&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W101\] software assumes nothing: it reads the credential of a session that a principal began
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W101\] software assumes nothing: it reads the credential of a session that a principal began
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(agent, app);
#endif
