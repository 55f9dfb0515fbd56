// From an instance a credential does not come to the terminal by itself.
// REFUSED: \[W503\] a credential that has left AWS does not move back into it, and does
// REFUSED: broken_by<whence::object<profile>, whence::step_number<5>
// REFUSED[!clang<15]: at_place<.*"memory of the CLI".*caller_is<.*ec2\.amazonaws\.com
// REFUSED[clang<15]: at_place<'m', 'e', 'm', 'o', 'r', 'y', ' ', 'o'
// ERRORS: 1
// NAMES: profile
// MEND: Begin another session there; a credential that has left AWS stays outside.
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
#ifdef WHENCE_CONTROL
inline constexpr Flow profile = assumes(ec2, web) |
    rests_in(catalog::ec2_service) |
    rests_in(catalog::profile_path) |
    rests_in(catalog::agent_memory) |
    rests_in(catalog::agent_file_linux) |
    read_by(root) |
    calls("s3:GetObject");
#else
inline constexpr Flow profile = assumes(ec2, web) |
    rests_in(catalog::ec2_service) |
    rests_in(catalog::profile_path) |
    rests_in(catalog::agent_memory) |
    rests_in(catalog::cli_memory) |
    read_by(root) |
    calls("s3:GetObject");
#endif
static_assert(sound<profile>);
