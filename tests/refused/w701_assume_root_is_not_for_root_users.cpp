// The root user asks for no root session of another account: administrators do.
// REFUSED: \[W701\] AssumeRoot refuses the root user and sessions of one
// REFUSED: broken_by<whence::object<root_user>, whence::object<action>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr RootUser root_user(account);
inline constexpr Text identity = "sts:GetCallerIdentity";
inline constexpr Text action = "sts:AssumeRoot";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, root_user, identity>);
#else
static_assert(holds<may_call, root_user, action, own_policies_allow>);
#endif
