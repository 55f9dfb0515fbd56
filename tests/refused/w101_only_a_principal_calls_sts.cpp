// Software assumes no role: the user that runs it is not an AWS principal.
// REFUSED: \[W101\] a program or an operating-system user is not a principal in this model: it
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, agent, app
// ERRORS: 1
// NAMES: agent, app
// MEND: Name the service or session that calls STS, such as Service{"ec2.amazonaws.com"}. The program appears as
//   the reader of the credential: read_by(program).
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, app>);
#else
static_assert(holds<may_assume, agent, app>);
#endif
