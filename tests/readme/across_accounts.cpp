#include <whence/whence.hpp>
using namespace whence;
using namespace whence::literals;

// A user with a path, in one account; a role in another, which trusts the first account.
constexpr IamUser deployer{"222233334444"_account, "/ci/", "deployer"};
constexpr auto release_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "222233334444" } }]
})"_trust_policy;
constexpr Role release{"555566667777"_account, "release", release_trust};

// Across accounts the deployer's own policies have to allow the call too: that they do is for you to say.
static_assert(may_assume(deployer, release).is_unknown());
static_assert(holds<may_assume, deployer, release, own_policies_allow>);
constexpr const Session& releasing = session_of<deployer, release, own_policies_allow>;

// The session goes on to another role. That is chaining: one hour at the most.
constexpr auto audit_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": { "AWS": "arn:aws:iam::555566667777:role/release" } }]
})"_trust_policy;
constexpr Role audit{"555566667777"_account, "audit", audit_trust};
static_assert(holds<may_assume, releasing, audit>);
static_assert(assume_role(releasing, audit, {.session_name = "audit"})->ends() == Instant{} + hours(1));

// An instance profile's credential is read by any user of the instance, the cache of somebody's CLI by its owner.
constexpr OsUser ec2_user{"ec2-user"};
constexpr OsUser alice{"alice", Privilege::ordinary, Plane::client};
constexpr Place cache = catalog::cli_cache.owned_by(alice);
static_assert(holds<can_read, ec2_user, catalog::profile_path> && holds<can_read, alice, cache>);
static_assert(can_read(ec2_user, cache).refused_by<rules::a_machine_keeps_to_itself>());
