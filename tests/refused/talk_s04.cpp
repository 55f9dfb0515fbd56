// S4, reversed: a session without the operation that issues its credential.
// REFUSED: Session\(\).* is private|calling a private constructor of class 'whence::Session'|calling a private constructor of class 'Session'
// REFUSED: chiba_session
#include "talk.hpp"
#ifdef WHENCE_CONTROL
inline constexpr Session chiba_session = *assume_role(chiba_user, chiba_role, {.session_name = "s1"});
#else
inline constexpr Session chiba_session{};
#endif
