// A credential views its session, which must outlive it.
// REFUSED[gcc]: use of deleted function '.*TemporaryCredential\(const (whence::)?Session&&\)
// REFUSED[clang c++<26]: call to deleted constructor
// REFUSED[clang c++<26]: a credential views its session: give the session a name first
// REFUSED[clang c++>=26]: error: .*call to deleted constructor.*: a credential views its session: give the session a name first
// ERRORS: 1
// NAMES: alice
// MEND: Give the session a name, and make the credential of it.
#include "world.hpp"

inline constexpr Begun token = get_session_token(alice);
#ifdef WHENCE_CONTROL
TemporaryCredential credential(*token);
#else
TemporaryCredential credential(*get_session_token(alice));
#endif
