// A role in the place of its session is one error: the session that follows acts as the session of the role.
// REFUSED: \[W102\] a role never acts: it is assumed,
// REFUSED: broken_by<whence::object<spoke>, whence::caller_is<
// REFUSED: session_of<hub, spoke
// ERRORS: 1
// NAMES: spoke
// MEND: as w102_a_role_never_acts
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr auto trusts_hub = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:role/hub"}}})"_trust_policy;
inline constexpr Role hub(account, "hub", trusts_alice), spoke(account, "spoke", trusts_hub);
constexpr const Session& on_hub = session_of<alice, hub>;
#ifdef WHENCE_CONTROL
constexpr const Session& on_spoke = session_of<on_hub, spoke>;
#else
constexpr const Session& on_spoke = session_of<hub, spoke>;
#endif
static_assert(on_hub.role() == &hub && longest_lifetime_of(on_spoke).longest == hours{1});
static_assert(origin(on_spoke).principal == Principal(alice));
