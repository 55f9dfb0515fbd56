// A flow does not begin with a user of an operating system.
// REFUSED: error: static.assert.*\[W101\] only a principal calls STS
// REFUSED: broken_by<whence::OsUser>
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr OsUser root("root", Privilege::superuser);
inline constexpr Software agent("amazon-ssm-agent", root);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(root, app);
#endif
