// A user of an operating system assumes no role, whatever their name is.
// REFUSED: \[W101\] a program or an operating-system user is not a principal in this model: it
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, local_alice, app
// ERRORS: 1
// NAMES: local_alice, app
// MEND: Name the AWS principal whose credential the person uses: an IamUser or a session. A user of a machine
//   appears only as a reader: read_by(user).
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr OsUser local_alice("alice", Privilege::superuser, Plane::client);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app>);
#else
static_assert(holds<may_assume, local_alice, app>);
#endif
