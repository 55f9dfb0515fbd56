// Who requested the session is said right behind assumes(...).
// REFUSED[gcc]: use of deleted function '.*operator\|\(const (whence::)?FlowResting&, const (whence::)?requested_by&
// REFUSED[clang c++<26]: selected deleted operator
// REFUSED[clang c++<26]: who requested the session is said right behind assumes\(\.\.\.\)
// REFUSED[clang c++>=26]: error: .*selected deleted operator.*: who requested the session is said right behind assumes\(\.\.\.\)
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr Service ec2("ec2.amazonaws.com");
inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
inline constexpr Role web(account, "web", trust);
inline constexpr Software agent("amazon-ssm-agent", root);
#ifdef WHENCE_CONTROL
auto flow = assumes(ec2, web) | requested_by(agent) | rests_in(catalog::ec2_service);
#else
auto flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | requested_by(agent);
#endif
