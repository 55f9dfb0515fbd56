// An account assumes no role.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const (whence::)?Account&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W103\] an account makes no request: one of its users or sessions does
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W103\] an account makes no request: one of its users or sessions does
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice), other(account, "other", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(Account(account), app, {.session_name = "s1"});
#endif
