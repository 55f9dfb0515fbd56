// A session of a deleted role cannot be used.
// REFUSED: \[W421\] the role of a session must still exist: without
// REFUSED: broken_by<whence::object<session>, whence::object<now>, whence::object<deleted> ?>
// ERRORS: 1
// NAMES: session, now, deleted
// MEND: Keep the role as long as its sessions are used, or begin a session of another role.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Session session = *assume_role(alice, app, {.session_name = "s1", .at = {1000}});
inline constexpr Instant now{2000};
inline constexpr Revocation before{.role = &app, .issued_before = {1000}};
inline constexpr Revocation deleted{.role = &app, .role_is_deleted = true};
#ifdef WHENCE_CONTROL
static_assert(holds<is_usable, session, now, before>);
#else
static_assert(holds<is_usable, session, now, deleted>);
#endif
