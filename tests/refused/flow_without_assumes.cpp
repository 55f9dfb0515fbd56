// A flow begins with assumes(...).
// REFUSED[gcc]: no match for 'operator\|'
// REFUSED[clang]: invalid operands to binary expression
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr auto account = "111122223333"_account;
inline constexpr Service ec2("ec2.amazonaws.com");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
inline constexpr Role web(account, "web", trust);
#ifdef WHENCE_CONTROL
auto flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | read_by(root);
#else
auto flow = rests_in(catalog::ec2_service) | read_by(root);
#endif
