// A call with session tags needs sts:TagSession too.
// REFUSED: \[W211\] a call that passes or inherits session tags also needs sts:TagSession, in
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, tagged
// ERRORS: 1
// NAMES: alice, app, tagged
// MEND: Add sts:TagSession to the actions of the statement that allows sts:AssumeRole.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr auto taggable_trust = R"({"Statement": {"Effect": "Allow",
  "Action": ["sts:AssumeRole", "sts:TagSession"],
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role taggable(account, "taggable", taggable_trust);
inline constexpr ContextKey tags[] = {{"aws:RequestTag/team", "x"}};
inline constexpr RequestContext tagged = tags;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, taggable, tagged>);
#else
static_assert(holds<may_assume, alice, app, tagged>);
#endif
