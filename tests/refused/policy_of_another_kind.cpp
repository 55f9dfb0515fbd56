// A trust policy says who can assume a role, and is not a boundary: policies of different kinds are different types.
// REFUSED[gcc]: error: could not convert .trust. from .*PolicyKind::trust.* to .*whence::IdentityPolicy
// REFUSED[clang]: error: no viable conversion from .*PolicyText.* to .*IdentityPolicy
// ERRORS: 1
// NAMES: policies
// MEND: Pass a policy of the kind that is asked for. A permissions boundary is an _identity_policy.
#include <whence/whence.hpp>
using namespace whence;
using namespace whence::literals;

inline constexpr auto trust = R"({
  "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }
})"_trust_policy;
inline constexpr auto boundary = R"({
  "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*" }
})"_identity_policy;

#ifdef WHENCE_CONTROL
inline constexpr Policies policies{.boundary = boundary};
#else
inline constexpr Policies policies{.boundary = trust};
#endif
