// Software is not a principal.
// REFUSED[gcc]: use of deleted function '.*Principal\(const (whence::)?Software&
// REFUSED[clang c++<26]: call to deleted constructor
// REFUSED[clang c++<26]: software is not a principal: it signs with the credential of a principal
// REFUSED[clang c++>=26]: error: .*call to deleted constructor.*: software is not a principal: it signs with the credential of a principal
// ERRORS: 1
// NAMES: agent
// MEND: as w101_only_a_principal_calls_sts
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Principal caller{alice};
#else
Principal caller{agent};
#endif
