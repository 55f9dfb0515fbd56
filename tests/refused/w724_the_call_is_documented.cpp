// A service does not call GetCallerIdentity (m-service).
// REFUSED: \[W724\] an AWS source must document this call for this kind of caller
// REFUSED: broken_by<whence::object<ec2>, whence::object<identity>
// ERRORS: 1
// NAMES: ec2, identity
// MEND: Ask about a caller for which AWS documents the call, such as a session.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Text identity = "sts:GetCallerIdentity";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, identity>);
#else
static_assert(holds<may_call, ec2, identity>);
#endif
