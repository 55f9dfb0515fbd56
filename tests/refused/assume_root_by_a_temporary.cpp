// The new session views the session that begins it.
// REFUSED[gcc]: use of deleted function '.*assume_root\(const (whence::)?(whence::)?Session&&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: the new session views the session that begins it: give that session a name first
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: the new session views the session that begins it: give that session a name first
// ERRORS: 1
// NAMES: on_app
// MEND: Give the session that asks a name, and begin the root session with it.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Account member("444455556666"_account);
inline constexpr Begun on_app = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
Begun begun = assume_root(*on_app, member, RootTask::unlock_bucket_policy, {}, {});
#else
Begun begun = assume_root(Session(*on_app), member, RootTask::unlock_bucket_policy, {}, {});
#endif
