// With host management, a script of Run Command acts as its role.
// REFUSED: \[W806\] a script that the SSM agent runs must not get the credential of host management
// REFUSED: (broken_by|undecided_for)<whence::object<exposed>, whence::who<
// REFUSED: or_waive<whence::rules::no_script_gets_the_agents_credential>
// ERRORS: 1
// NAMES: exposed
// MEND: Do not use host management for this machine, or waive<...> the rule in the design.
#include <whence/catalog.hpp>

#include "world.hpp"

inline constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]})"_trust_policy;
inline constexpr Role node_role(account, "node", trust);
inline constexpr Flow of_the_node = assumes(ec2, node_role) | rests_in(catalog::ec2_service) |
                                    rests_in(catalog::profile_path) | read_by(root) | calls("ec2:DescribeInstances");

inline constexpr auto exposed =
    deployed(Environment{.node = {.profile = InstanceProfile::denies_agent, .host_management = true}}, of_the_node) |
    require<rules::no_script_gets_the_agents_credential>;
inline constexpr auto accepted = exposed | waive<rules::no_script_gets_the_agents_credential>;
#ifdef WHENCE_CONTROL
static_assert(sound<accepted>);
#else
static_assert(sound<exposed>);
#endif
