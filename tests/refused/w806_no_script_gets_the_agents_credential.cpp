// With host management, a script of Run Command acts as its role.
// REFUSED: \[W806\] a script that the SSM agent runs must not get the credential of host management
// REFUSED: (broken_by|undecided_for)<whence::object<exposed>, whence::who<
// REFUSED: or_waive<whence::rules::no_script_gets_the_agents_credential>
// ERRORS: 1
// NAMES: exposed
// MEND: Turn host management off for this machine, .host_management = false; or waive<...> the rule in the design.
#include <whence/catalog.hpp>

#include "world.hpp"

inline constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]})"_trust_policy;
inline constexpr Role node_role(account, "node", trust);
inline constexpr Flow of_the_node = assumes(ec2, node_role) | rests_in(catalog::ec2_service) |
                                    rests_in(catalog::profile_path) | read_by(root) | calls("ec2:DescribeInstances");

#ifdef WHENCE_CONTROL
inline constexpr Environment machine{.node = {.profile = InstanceProfile::denies_agent, .host_management = false}};
inline constexpr auto exposed = deployed(machine, of_the_node) | require<rules::no_script_gets_the_agents_credential>;
#else
inline constexpr Environment machine{.node = {.profile = InstanceProfile::denies_agent, .host_management = true}};
inline constexpr auto exposed = deployed(machine, of_the_node) | require<rules::no_script_gets_the_agents_credential>;
#endif
static_assert(sound<exposed>);
// A team that accepts it waives the rule.
inline constexpr auto accepted = exposed | waive<rules::no_script_gets_the_agents_credential>;
static_assert(sound<accepted>);
