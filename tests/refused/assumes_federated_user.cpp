// A flow does not begin with a federated user.
// REFUSED[gcc]: use of deleted function '.*assumes\(const (whence::)?FederatedUser&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W105\] a federated-user session can call no STS operation but GetCallerIdentity
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W105\] a federated-user session can call no STS operation but GetCallerIdentity
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr FederatedUser carol(account, "carol");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
#ifdef WHENCE_CONTROL
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(carol, app);
#endif
