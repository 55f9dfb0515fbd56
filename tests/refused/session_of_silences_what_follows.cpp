// A session that is refused is the only error: sessions, flows and lifetimes that build on it are not judged.
// REFUSED: \[W402\] DurationSeconds must not exceed the role's MaxSessionDuration, unless
// REFUSED: broken_by<whence::object<alice>, whence::object<hub>, whence::object<all_day>
// REFUSED: seconds_asked<43200>, whence::seconds_allowed<900, 3600>
// ERRORS: 1
// NAMES: alice, hub, all_day
// MEND: Give the role a longer maximum, with_maximum_session(hours{12}), or ask for less.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr auto trusts_hub = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:role/hub"}}})"_trust_policy;
#ifdef WHENCE_CONTROL
inline constexpr Role hub = Role(account, "hub", trusts_alice).with_maximum_session(hours{12});
#else
inline constexpr Role hub(account, "hub", trusts_alice);
#endif
inline constexpr Role spoke(account, "spoke", trusts_hub);
inline constexpr StsRequest all_day{.session_name = "alice", .duration = hours{12}};
constexpr const Session& on_hub = session_of<alice, hub, all_day>;
constexpr const Session& on_spoke = session_of<on_hub, spoke>;
static_assert(longest_lifetime<on_hub> >= hours{12});
static_assert(longest_lifetime_of(on_spoke).longest == hours{1});
static_assert(origin(on_spoke).principal == Principal(alice));
static_assert(holds<may_assume, on_hub, spoke>);
inline constexpr Flow report = assumes(on_hub, spoke) | rests_in(catalog::cli_memory.owned_by(chiba)) | read_by(chiba) |
                               calls("s3:ListAllMyBuckets");
static_assert(sound<report>);
