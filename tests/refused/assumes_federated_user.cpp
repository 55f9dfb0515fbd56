// A flow does not begin with a federated user.
// REFUSED[gcc]: use of deleted function '.*assumes\(const (whence::)?FederatedUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W105\] a federated-user session can call no STS operation but GetCallerIdentity
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W105\] a federated-user session can call no STS operation but GetCallerIdentity
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(carol, app);
#endif
