// A flow views its role, which must outlive it.
// REFUSED[gcc]: use of deleted function '.*assumes\(const Caller&, const (whence::)?Role&&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: a flow views its role: give the role a name first, so that it outlives the flow
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: a flow views its role: give the role a name first, so that it outlives the flow
// ERRORS: 1
// NAMES: trusts_alice
// MEND: Give the role a name: a constant at namespace scope. The flow then views it.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice), other(account, "other", trusts_alice);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(alice, Role(account, "app", trusts_alice));
#endif
