// What nobody in particular may call the resource says (m-anonymous).
// REFUSED: \[W721\] not decided: unsigned access must be given by a resource policy that allows it to everyone
// REFUSED: undecided_for<whence::object<nobody>, whence::object<action>
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr auto nobody = CallerKind::anonymous;
inline constexpr Text action = "s3:GetObject";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, alice, action, own_policies_allow>);
#else
static_assert(holds<may_call, nobody, action>);
#endif
