// A flow does not begin with the instance identity.
// REFUSED[gcc]: use of deleted function '.*assumes\(const (whence::)?InstanceIdentity&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W106\] the instance identity session tells which instance it is
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W106\] the instance identity session tells which instance it is
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr InstanceIdentity instance(account, "i-0123456789abcdef0");
inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(instance, app);
#endif
