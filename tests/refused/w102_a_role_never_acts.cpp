// A role assumes no role: a session of it does.
// REFUSED: \[W102\] a role never acts: it is assumed,
// REFUSED: broken_by<whence::object<other>, whence::caller_is<
// REFUSED: holds<whence::may_assume, app, other
// ERRORS: 1
// NAMES: app, other
// MEND: Begin a session of the role with session_of<caller, role> or assume_role, and ask about the session.
#include "world.hpp"

inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust), other(account, "other", trust);
inline constexpr RoleSession session(account, "app", "s1");
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, session, other>);
#else
static_assert(holds<may_assume, app, other>);
#endif
