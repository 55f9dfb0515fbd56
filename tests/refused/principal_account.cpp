// An account is not a principal.
// REFUSED[gcc]: use of deleted function '.*Principal\(const (whence::)?Account&
// REFUSED[clang c++<26]: call to deleted constructor
// REFUSED[clang c++<26]: an account makes no request: its users and the sessions of its roles do
// REFUSED[clang c++>=26]: error: .*call to deleted constructor.*: an account makes no request: its users and the sessions of its roles do
// ERRORS: 1
// NAMES: account
// MEND: Name the user, or the session of a role, that makes the request.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Principal caller{alice};
#else
Principal caller{Account(account)};
#endif
