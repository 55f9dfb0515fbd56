// A flow has one reader.
// REFUSED[gcc]: use of deleted function '.*operator\|\(const (whence::)?FlowHeld&, const (whence::)?read_by&
// REFUSED[clang c++<26]: selected deleted operator
// REFUSED[clang c++<26]: a flow has one reader: write another flow for another reader
// REFUSED[clang c++>=26]: error: .*selected deleted operator.*: a flow has one reader: write another flow for another reader
// ERRORS: 1
// NAMES: agent
// MEND: Write one flow for each reader, and prove both: sound<first, second>.
#include "world.hpp"

inline constexpr Role web(account, "web", trusts_ec2);
#ifdef WHENCE_CONTROL
auto flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | read_by(agent);
#else
auto flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | read_by(agent) | read_by(root);
#endif
