// A user of an operating system is no principal.
// REFUSED[gcc]: use of deleted function '.*Principal\(const (whence::)?OsUser&
// REFUSED[clang c++<26]: call to deleted constructor
// REFUSED[clang c++<26]: a user of an operating system is no principal of AWS
// REFUSED[clang c++>=26]: error: .*call to deleted constructor.*: a user of an operating system is no principal of AWS
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Principal caller{alice};
#else
Principal caller{root};
#endif
