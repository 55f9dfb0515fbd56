// What calls nothing is no flow yet, and has no soundness.
// REFUSED[gcc]: conversion from '(whence::)?FlowHeld' to non-scalar type '(const )?(whence::)?Flow' requested
// REFUSED[clang]: no viable conversion from '(whence::)?FlowHeld' to 'const (whence::)?Flow'
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr Service ec2("ec2.amazonaws.com");
inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
inline constexpr Role web(account, "web", trust);
#ifdef WHENCE_CONTROL
inline constexpr Flow flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | read_by(root) | calls("s3:GetObject");
#else
inline constexpr Flow flow = assumes(ec2, web) | rests_in(catalog::ec2_service) | read_by(root);
#endif
static_assert(&flow.role() == &web);
