// The first design of the README, read from a laptop: the answer there is what these marks want.
// REFUSED: error: static.assert.*\[W302\] a credential inside AWS can be read from another plane only through an interface that is open to that plane
// REFUSED: broken_by<whence::object<from_a_laptop>, whence::step_number<4>, whence::step_is<
// REFUSED[!clang<15]: step_is<.*"read_by\(alice\)".*at_place<.*"metadata path of the profile"
// ERRORS: 1
// NAMES: from_a_laptop
// MEND: as w302_aws_exposes_the_credential_to_the_plane
#include "../readme/instance_profile.cpp"
#ifdef WHENCE_CONTROL
constexpr OsUser alice{"alice"};
#else
constexpr OsUser alice{"alice", Privilege::ordinary, Plane::client};
#endif
constexpr Flow from_a_laptop = assumes(ec2, web_server) | rests_along(catalog::instance_profile) | read_by(alice)
    | calls("s3:GetObject");
static_assert(sound<from_a_laptop>);
