// The resource decides which calls everyone may make (m-anonymous).
// REFUSED: \[W721\] not decided: a resource policy that allows everyone must allow an unsigned call
// REFUSED: undecided_for<whence::object<nobody>, whence::object<action>
// ERRORS: 1
// NAMES: nobody, action
// MEND: Read the policy of the resource: this library does not evaluate it.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr auto nobody = CallerKind::anonymous;
inline constexpr Text action = "s3:GetObject";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, action, own_policies_allow>);
#else
static_assert(holds<may_call, nobody, action>);
#endif
