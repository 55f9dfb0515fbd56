// Software assumes no role.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const (whence::)?Software&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W101\] software assumes nothing: it reads the credential of a session that a principal began
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W101\] software assumes nothing: it reads the credential of a session that a principal began
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(agent, app, {.session_name = "s1"});
#endif
