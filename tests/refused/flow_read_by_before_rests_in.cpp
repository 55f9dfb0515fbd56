// A credential that does not rest anywhere cannot be read.
// REFUSED[gcc]: use of deleted function '.*operator\|\(const (whence::)?FlowAssumed&, const (whence::)?read_by&
// REFUSED[clang c++<26]: selected deleted operator
// REFUSED[clang c++<26]: a credential must rest somewhere before it is read: write rests_in\(\.\.\.\) first
// REFUSED[clang c++>=26]: error: .*selected deleted operator.*: a credential must rest somewhere before it is read: write rests_in\(\.\.\.\) first
// ERRORS: 1
// NAMES: agent
// MEND: Say where the credential rests before somebody reads it: rests_in(place), or rests_along(source).
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
#ifdef WHENCE_CONTROL
auto flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | read_by(agent);
#else
auto flow = assumes(ec2, web) | read_by(agent) | rests_in(catalog::ec2_service);
#endif
