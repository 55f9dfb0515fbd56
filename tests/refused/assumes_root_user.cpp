// A flow does not begin with the root user.
// REFUSED[gcc]: use of deleted function '.*assumes\(const (whence::)?RootUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W104\] the root user cannot assume a role
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W104\] the root user cannot assume a role
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(root_user, app);
#endif
