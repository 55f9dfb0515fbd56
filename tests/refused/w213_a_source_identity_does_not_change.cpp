// A source identity is set once.
// REFUSED: \[W213\] a session that has a source identity cannot set a different one
// REFUSED: broken_by<whence::object<next>, whence::caller_is<
// REFUSED: holds<whence::may_assume, session, next, allows, as_bob
// ERRORS: 1
// NAMES: session, next, allows, as_bob
// MEND: Pass the source identity that the session has, or none.
#include "world.hpp"

inline constexpr RoleSession session(account, "app", "s1");
inline constexpr auto trust =
    R"({"Statement": {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"],
  "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}}})"_trust_policy;
inline constexpr Role next(account, "next", trust);
inline constexpr ContextKey same[] = {{"aws:SourceIdentity", "alice"}, {"sts:SourceIdentity", "alice"}};
inline constexpr ContextKey other[] = {{"aws:SourceIdentity", "alice"}, {"sts:SourceIdentity", "bob"}};
inline constexpr RequestContext as_alice = same, as_bob = other;
inline constexpr auto allows = CallerSide::allows;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, session, next, allows, as_alice>);
#else
static_assert(holds<may_assume, session, next, allows, as_bob>);
#endif
