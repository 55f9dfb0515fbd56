// The root user asks for no root session (op-c10).
// REFUSED[gcc]: use of deleted function '.*assume_root\(const (whence::)?RootUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W701\] AssumeRoot refuses the root user
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W701\] AssumeRoot refuses the root user
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Account member("444455556666"_account);
#ifdef WHENCE_CONTROL
Begun begun = assume_root(alice, member, RootTask::unlock_bucket_policy, {}, {});
#else
Begun begun = assume_root(root_user, member, RootTask::unlock_bucket_policy, {}, {});
#endif
