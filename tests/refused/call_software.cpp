// Software signs with the credential of somebody else.
// REFUSED[gcc]: use of deleted function '.*call\(const (whence::)?Software&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W101\] software signs with the credential of a session or a user: say whose call it is
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W101\] software signs with the credential of a session or a user: say whose call it is
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Begun begun = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
SignedCall request = call(TemporaryCredential(*begun), "s3:ListAllMyBuckets");
#else
SignedCall request = call(agent, "s3:ListAllMyBuckets");
#endif
