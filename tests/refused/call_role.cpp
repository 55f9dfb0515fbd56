// A role calls no API: its session does.
// REFUSED[gcc]: use of deleted function '.*call\(const (whence::)?Role&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W102\] a role never calls an API: the session that came of assuming it does
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W102\] a role never calls an API: the session that came of assuming it does
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Begun begun = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
SignedCall request = call(*begun, "s3:ListAllMyBuckets");
#else
SignedCall request = call(app, "s3:ListAllMyBuckets");
#endif
