// Every user of the instance reads the profile; a team can require a firewall.
// REFUSED: \[W805\] an ordinary user of the machine must not be able to read a credential that belongs to somebody else
// REFUSED: (broken_by|undecided_for)<whence::object<exposed>, whence::who<
// REFUSED: or_waive<whence::rules::no_ordinary_user_reads_a_credential>
// ERRORS: 1
// NAMES: exposed
// MEND: Add a firewall that lets only the superuser reach IMDS, .metadata_for_superuser_only = true; or waive<...> the
//   rule in the design.
#include <whence/catalog.hpp>

#include "world.hpp"

inline constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]})"_trust_policy;
inline constexpr Role node_role(account, "node", trust);
inline constexpr Flow of_the_node = assumes(ec2, node_role) | rests_in(catalog::ec2_service) |
                                    rests_in(catalog::profile_path) | read_by(root) | calls("ec2:DescribeInstances");

#ifdef WHENCE_CONTROL
inline constexpr Environment machine{.node = {.profile = InstanceProfile::permits_agent},
                                     .metadata_for_superuser_only = true};
inline constexpr auto exposed = deployed(machine, of_the_node) | require<rules::no_ordinary_user_reads_a_credential>;
#else
inline constexpr Environment machine{.node = {.profile = InstanceProfile::permits_agent}};
inline constexpr auto exposed = deployed(machine, of_the_node) | require<rules::no_ordinary_user_reads_a_credential>;
#endif
static_assert(sound<exposed>);
// A team that accepts it waives the rule.
inline constexpr auto accepted = exposed | waive<rules::no_ordinary_user_reads_a_credential>;
static_assert(sound<accepted>);
