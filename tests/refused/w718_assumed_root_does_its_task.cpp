// A session of AssumeRoot that unlocks a bucket reads none (m-assumeroot).
// REFUSED: \[W718\] a session of AssumeRoot can do only what its task policy lists
// REFUSED: broken_by<whence::object<unlocking>, whence::object<action>
// ERRORS: 1
// NAMES: unlocking, action
// MEND: Begin the root session with the task that contains this action.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr RootAccess access{
    .management_account = account, .is_enabled = Truth::yes, .at_regional_endpoint = Truth::yes};
inline constexpr Session unlocking = *assume_root(alice, Account("444455556666"_account),
                                                  RootTask::unlock_bucket_policy, access, {}, CallerSide::allows);
inline constexpr Text unlock = "s3:DeleteBucketPolicy";
inline constexpr Text action = "s3:GetObject";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, unlocking, unlock>);
#else
static_assert(holds<may_call, unlocking, action>);
#endif
