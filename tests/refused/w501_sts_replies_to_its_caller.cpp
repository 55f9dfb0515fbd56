// A credential that a service obtained does not begin on the instance.
// REFUSED: \[W501\] STS returns the credential to its caller: a service
// REFUSED: broken_by<whence::object<profile>, whence::step_number<2>
// REFUSED[!clang<15]: at_place<.*"memory of the SSM agent".*caller_is<.*ec2\.amazonaws\.com
// REFUSED[clang<15]: at_place<'m', 'e', 'm', 'o', 'r', 'y', ' ', 'o'
// ERRORS: 1
// NAMES: profile
// MEND: Begin at a place of the caller, such as the memory of the service; rests_along(source) knows the way.
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
#ifdef WHENCE_CONTROL
inline constexpr Flow profile = assumes(ec2, web) |
    rests_in(catalog::ec2_service) |
    rests_in(catalog::profile_path) |
    rests_in(catalog::agent_memory) |
    read_by(root) |
    calls("s3:GetObject");
#else
inline constexpr Flow profile = assumes(ec2, web) |
    rests_in(catalog::agent_memory) |
    read_by(root) |
    calls("s3:GetObject");
#endif
static_assert(sound<profile>);
