// A flow does not begin with a user of an operating system.
// REFUSED[gcc]: use of deleted function '.*assumes\(const (whence::)?OsUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W101\] a user of an operating system is no principal: it reads the credential of a session
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W101\] a user of an operating system is no principal: it reads the credential of a session
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
