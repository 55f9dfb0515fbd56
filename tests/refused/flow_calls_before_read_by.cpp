// A credential must be read before it signs a call.
// REFUSED[gcc]: use of deleted function '.*operator\|\(const (whence::)?FlowResting&, const (whence::)?calls&
// REFUSED[clang c++<26]: selected deleted operator
// REFUSED[clang c++<26]: a credential must be read before it signs a call: write read_by\(\.\.\.\) first
// REFUSED[clang c++>=26]: error: .*selected deleted operator.*: a credential must be read before it signs a call: write read_by\(\.\.\.\) first
// ERRORS: 1
// NAMES: web
// MEND: Say who reads the credential before the call: read_by(user) | calls("service:Action").
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
#ifdef WHENCE_CONTROL
auto flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | read_by(agent) | calls("s3:GetObject");
#else
auto flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | calls("s3:GetObject");
#endif
