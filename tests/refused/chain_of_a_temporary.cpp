// A chain views its sessions, which must outlive it.
// REFUSED[gcc]: use of deleted function '.*Chain\(const (whence::)?Session&&\)
// REFUSED[clang c++<26]: call to deleted constructor
// REFUSED[clang c++<26]: a chain views its sessions: give the last one a name first
// REFUSED[clang c++>=26]: error: .*call to deleted constructor.*: a chain views its sessions: give the last one a name first
// ERRORS: 1
// NAMES: alice
// MEND: Give the session a name, and make the chain of it.
#include "world.hpp"

inline constexpr Begun token = get_session_token(alice);
#ifdef WHENCE_CONTROL
Chain chain(*token);
#else
Chain chain(*get_session_token(alice));
#endif
