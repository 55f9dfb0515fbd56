// A lifetime that does not hold names the rule, its sentence, the session by its call and how long it can last.
// REFUSED[clang]: error: static.assert
// REFUSED: lasts_no_longer.*BegunBy<whence::BegunBy<alice, hub>::session, spoke>::session
// REFUSED: seconds_allowed<0, 3600>
// REFUSED[gcc]: \[W403\] a session that a role session begins with AssumeRole \(role chaining\) lasts at most one hour
// REFUSED[clang]: "a session that a role session begins with AssumeRole \(role chaining\) lasts at most one hour
// REFUSED[clang]: static_assert\(longest_lifetime<on_spoke>
// ERRORS: 1
// NAMES: alice, hub, spoke
// MEND: Ask for at most an hour, or let the caller without a session of a role assume the role.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr auto trusts_hub = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:role/hub"}}})"_trust_policy;
inline constexpr Role hub(account, "hub", trusts_alice), spoke(account, "spoke", trusts_hub);
constexpr const Session& on_hub = session_of<alice, hub>;
constexpr const Session& on_spoke = session_of<on_hub, spoke>;
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<on_spoke> >= hours{1});
#else
static_assert(longest_lifetime<on_spoke> >= hours{6});
#endif
