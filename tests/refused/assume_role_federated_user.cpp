// A federated user assumes no role.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const (whence::)?FederatedUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W105\] a federated-user session can call no STS operation but GetCallerIdentity
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W105\] a federated-user session can call no STS operation but GetCallerIdentity
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(carol, app, {.session_name = "s1"});
#endif
