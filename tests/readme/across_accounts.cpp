#include <whence/catalog.hpp>
using namespace whence;
using namespace whence::literals;

// A user with a path, in one account; a role in another, which trusts the first account.
constexpr IamUser deployer{"222233334444"_account, "/ci/", "deployer"};
constexpr auto release_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "222233334444" } }]
})"_trust_policy;
constexpr Role release{"555566667777"_account, "release", release_trust};

// Across accounts, the deployer's own policies must allow the call too: you state that they do.
static_assert(may_assume(deployer, release).is_unknown());
static_assert(holds<may_assume, deployer, release, own_policies_allow>);
constexpr const Session& releasing = session_of<deployer, release, own_policies_allow>;

// The session assumes another role. This is role chaining: at most one hour.
constexpr auto audit_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": { "AWS": "arn:aws:iam::555566667777:role/release" } }]
})"_trust_policy;
constexpr Role audit{"555566667777"_account, "audit", audit_trust};
static_assert(holds<may_assume, releasing, audit>);
static_assert(assume_role(releasing, audit, {.session_name = "audit"})->ends() == Instant{} + hours(1));

// Any user of the instance can read the instance profile's credential. The owner of a CLI cache can read that cache.
constexpr OsUser ec2_user{"ec2-user"};
constexpr OsUser alice{"alice", Privilege::ordinary, Plane::client};
constexpr Place cache = catalog::cli_cache.owned_by(alice);
static_assert(holds<can_read, ec2_user, catalog::profile_path> && holds<can_read, alice, cache>);
static_assert(can_read(ec2_user, cache).refused_by<rules::only_its_own_machine_reads_a_credential>());
