// A flow keeps no copy of its request.
// REFUSED[gcc]: use of deleted function '.*assumes\(const Caller&, const (whence::)?Role&, Known&&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: a flow views its request: give the StsRequest a name first, so that it outlives the flow
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: a flow views its request: give the StsRequest a name first
// ERRORS: 1
// NAMES: alice
// MEND: Name the request: constexpr StsRequest request{...}; then assumes(alice, app, request).
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
inline constexpr StsRequest request{.session_name = "s1"};
FlowAssumed begins() { return assumes(alice, app, request); }
#else
FlowAssumed begins() { return assumes(alice, app, StsRequest{.session_name = "s1"}); }
#endif
