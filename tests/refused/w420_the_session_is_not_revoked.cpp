// A session that began before its role's older sessions were revoked is denied.
// REFUSED: \[W420\] a session must not have begun before its role's older sessions were revoked;
// REFUSED: broken_by<whence::object<session>, whence::object<now>, whence::object<later> ?>
// ERRORS: 1
// NAMES: session, now, later
// MEND: Assume the role again: only sessions that began before the revocation are denied.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Session session = *assume_role(alice, app, {.session_name = "s1", .at = {1000}});
inline constexpr Instant now{2000};
inline constexpr Revocation before{.role = &app, .issued_before = {1000}};
inline constexpr Revocation later{.role = &app, .issued_before = {1001}};
#ifdef WHENCE_CONTROL
static_assert(holds<is_usable, session, now, before>);
#else
static_assert(holds<is_usable, session, now, later>);
#endif
