// Of a design the refusal names the flow by its variable, and its step, counted from 1 and as it is written.
// REFUSED: \[W302\] a credential inside AWS can be read from another plane only through an interface
// REFUSED: broken_by<whence::object<outside>, whence::step_number<4>, whence::step_is<
// REFUSED[!clang<15]: step_is<.*"read_by\(chiba\)".*at_place<.*"metadata path of the profile"
// REFUSED[clang<15]: step_is<'r', 'e', 'a', 'd', '_', 'b', 'y', '\(', 'c', 'h', 'i', 'b', 'a', '\)'>, whence::at_place<'m', 'e', 't'
// ERRORS: 1
// NAMES: ours
// MEND: as w302_aws_exposes_the_credential_to_the_plane
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
inline constexpr Flow inside = assumes(ec2, web) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                        read_by(ec2_user) | calls("s3:GetObject");
inline constexpr Flow outside = assumes(ec2, web) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                         read_by(chiba) | calls("s3:GetObject");
#ifdef WHENCE_CONTROL
inline constexpr Design ours{inside, inside};
#else
inline constexpr Design ours{inside, outside};
#endif
static_assert(sound<ours>);
