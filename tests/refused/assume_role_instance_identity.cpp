// The instance identity assumes no role.
// REFUSED: error: static.assert.*\[W106\] the instance identity session tells which instance it is
// REFUSED: broken_by<whence::InstanceIdentity>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr InstanceIdentity instance(account, "i-0123456789abcdef0");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(instance, app, {.session_name = "s1"});
#endif
