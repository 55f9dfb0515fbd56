// A flow does not begin with the instance identity.
// REFUSED[gcc]: use of deleted function '.*assumes\(const (whence::)?InstanceIdentity&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W106\] the instance identity session tells which instance it is
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W106\] the instance identity session tells which instance it is
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
FlowAssumed flow = assumes(alice, app);
#else
FlowAssumed flow = assumes(instance, app);
#endif
