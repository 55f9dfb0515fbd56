// Who gets it before the agent has registered its key is an open question; unknown does not count as yes.
// REFUSED: \[W307\] not decided: Systems Manager sends the credential only to a caller that reaches it and signs with the registered
// REFUSED: undecided_for<whence::object<root>, whence::object<(whence::)?catalog::token_reply>, whence::object<unregistered>, whence::open_question<
// ERRORS: 1
// NAMES: root, unregistered
// MEND: Give the Node an agent that has registered its key, or let the agent itself read.
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr Node registered{.registration = Registration::agents_key};
inline constexpr Node unregistered{.registration = Registration::none};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, root, catalog::token_reply, registered>);
#else
static_assert(holds<can_read, root, catalog::token_reply, unregistered>);
#endif
