// All places come before the reader.
// REFUSED[gcc]: use of deleted function '.*operator\|\(const (whence::)?FlowHeld&, const (whence::)?rests_in&
// REFUSED[clang c++<26]: selected deleted operator
// REFUSED[clang c++<26]: the credential has already been read: write all its places before read_by\(\.\.\.\)
// REFUSED[clang c++>=26]: error: .*selected deleted operator.*: the credential has already been read: write all its places before read_by\(\.\.\.\)
// ERRORS: 1
// NAMES: agent
// MEND: Put every place before read_by.
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
#ifdef WHENCE_CONTROL
auto flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) | read_by(agent);
#else
auto flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | read_by(agent) | rests_in(catalog::profile_path);
#endif
