// A flow keeps no copy of its request.
// REFUSED: use of deleted function|call to deleted function 'assumes'
// REFUSED: a flow views its request: give the StsRequest a name first, so that it outlives the flow
// ERRORS: 1
// MEND: Name the request: constexpr StsRequest request{...}; then assumes(alice, app, request).
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
inline constexpr StsRequest request{.session_name = "s1"};
inline constexpr FlowAssumed begins = assumes(alice, app, request);
#else
inline constexpr FlowAssumed begins = assumes(alice, app, StsRequest{.session_name = "s1"});
#endif
