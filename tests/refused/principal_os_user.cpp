// A user of an operating system is no principal.
// REFUSED[gcc]: use of deleted function '.*Principal\(const (whence::)?OsUser&
// REFUSED[clang c++<26]: call to deleted constructor
// REFUSED[clang c++<26]: an operating-system user is not an AWS principal
// REFUSED[clang c++>=26]: error: .*call to deleted constructor.*: an operating-system user is not an AWS principal
// ERRORS: 1
// NAMES: root
// MEND: as w101_nor_does_an_operating_system_user
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Principal caller{alice};
#else
Principal caller{root};
#endif
