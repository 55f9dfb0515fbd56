// A role session gets no federation token (du-28).
// REFUSED[gcc]: use of deleted function '.*get_federation_token\(const (whence::)?RoleSession&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W715\] the credential of a role session cannot call GetSessionToken or GetFederationToken
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W715\] the credential of a role session cannot call GetSessionToken or GetFederationToken
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr RoleSession session(account, "app", "s1");
#ifdef WHENCE_CONTROL
Begun begun = get_federation_token(alice, "carol", {}, CallerSide::allows);
#else
Begun begun = get_federation_token(session, "carol", {}, CallerSide::allows);
#endif
