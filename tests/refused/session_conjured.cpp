// Only an operation begins a session.
// REFUSED[gcc]: 'constexpr whence::Session::Session\(\)' is private within this context
// REFUSED[clang]: calling a private constructor of class 'whence::Session'
// ERRORS: 1
// NAMES: session
// MEND: Begin the session with an operation: session_of<caller, role>, or assume_role(caller, role, request).
#include "world.hpp"

#ifdef WHENCE_CONTROL
Begun session = get_session_token(alice);
#else
Session session{};
#endif
