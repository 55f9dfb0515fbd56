// The root user asks for no root session (op-c10).
// REFUSED: error: static.assert.*\[W701\] the root user and its sessions cannot
// REFUSED: broken_by<whence::RootUser>
// ERRORS: 1
// NAMES: RootUser
// MEND: as w701_assume_root_is_not_for_root_users
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Account member("444455556666"_account);
#ifdef WHENCE_CONTROL
Begun begun = assume_root(alice, member, RootTask::unlock_bucket_policy, {}, {});
#else
Begun begun = assume_root(root_user, member, RootTask::unlock_bucket_policy, {}, {});
#endif
