// A credential that the EC2 service obtained is not in the reply of Systems Manager.
// REFUSED: \[W504\] a place inside AWS belongs to a service: only a credential that the service itself
// REFUSED: broken_by<whence::object<profile>, whence::step_number<3>
// REFUSED[!clang<15]: at_place<.*reply of .*RequestManagedInstanceRoleToken".*caller_is<.*ec2\.amazonaws\.com
// REFUSED[clang<15]: at_place<'r', 'e', 'p', 'l', 'y', ' ', 'o', 'f'
// ERRORS: 1
// NAMES: profile
// MEND: Use the places of the source whose service assumes the role; rests_along(source) knows them.
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
#ifdef WHENCE_CONTROL
inline constexpr Flow profile = assumes(ec2, web) |
    rests_in(catalog::ec2_service) |
    rests_in(catalog::profile_path) |
    read_by(root) |
    calls("s3:GetObject");
#else
inline constexpr Flow profile = assumes(ec2, web) |
    rests_in(catalog::ec2_service) |
    rests_in(catalog::token_reply) |
    read_by(root) |
    calls("s3:GetObject");
#endif
static_assert(sound<profile>);
