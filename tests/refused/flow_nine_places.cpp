// A flow has eight places at the most.
// REFUSED[gcc]: call to non-'constexpr' function 'void whence::detail::stop\(\)'
// REFUSED[clang]: non-constexpr function 'stop' cannot be used in a constant expression
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
inline constexpr auto here = rests_in(catalog::agent_memory);
inline constexpr FlowResting four = assumes(ec2, web) | here | here | here | here;
#ifdef WHENCE_CONTROL
inline constexpr FlowResting flow = four | here | here | here | here;
#else
inline constexpr FlowResting flow = four | here | here | here | here | here;
#endif
