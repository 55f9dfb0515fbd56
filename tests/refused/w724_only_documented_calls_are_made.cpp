// A service does not ask who it is (m-service).
// REFUSED: \[W724\] a caller makes the calls that are documented for its kind
// REFUSED: broken_by<whence::object<ec2>, whence::object<identity>
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text identity = "sts:GetCallerIdentity";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, identity>);
#else
static_assert(holds<may_call, ec2, identity>);
#endif
