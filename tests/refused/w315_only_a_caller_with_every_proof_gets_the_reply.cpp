// Who holds the private key that signs CreateSession is not stated; unknown does not count as yes.
// REFUSED: \[W315\] not decided: a service sends the credential only to a caller that holds every credential
// REFUSED: undecided_for<whence::object<alice>, whence::object<(whence::)?catalog::create_session_reply>, whence::open_question<
// ERRORS: 1
// NAMES: alice
// MEND: Let the program that holds the private key and the certificate read the reply.
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser alice("alice", Privilege::ordinary, Plane::client);
inline constexpr Place file = catalog::helper_file.owned_by(alice);
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, alice, file>);
#else
static_assert(holds<can_read, alice, catalog::create_session_reply>);
#endif
