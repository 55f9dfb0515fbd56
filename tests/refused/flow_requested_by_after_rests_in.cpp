// requested_by(...) must directly follow assumes(...).
// REFUSED[gcc]: use of deleted function '.*operator\|\(const (whence::)?FlowResting&, const (whence::)?requested_by&
// REFUSED[clang c++<26]: selected deleted operator
// REFUSED[clang c++<26]: requested_by\(\.\.\.\) must directly follow assumes\(\.\.\.\)
// REFUSED[clang c++>=26]: error: .*selected deleted operator.*: requested_by\(\.\.\.\) must directly follow assumes\(\.\.\.\)
// ERRORS: 1
// NAMES: agent
// MEND: Put requested_by directly behind assumes, before the first place.
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
#ifdef WHENCE_CONTROL
auto flow = assumes(ec2, web) | requested_by(agent) | rests_in(catalog::ec2_service);
#else
auto flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | requested_by(agent);
#endif
