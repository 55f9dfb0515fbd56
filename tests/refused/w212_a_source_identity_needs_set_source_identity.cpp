// A call with a source identity needs sts:SetSourceIdentity too.
// REFUSED: \[W212\] a call that passes or inherits a source identity also needs sts:SetSourceIdentity, in
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, alice, app, as_alice
// ERRORS: 1
// NAMES: alice, app, as_alice
// MEND: Add sts:SetSourceIdentity to the actions of the statement that allows sts:AssumeRole.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr auto open_trust = R"({"Statement": {"Effect": "Allow",
  "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"],
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role open(account, "open", open_trust);
inline constexpr ContextKey source[] = {{"sts:SourceIdentity", "alice"}};
inline constexpr RequestContext as_alice = source;
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, open, as_alice>);
#else
static_assert(holds<may_assume, alice, app, as_alice>);
#endif
