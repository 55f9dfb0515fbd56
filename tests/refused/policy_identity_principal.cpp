// trust-not-identity-principal: the principal is the user or the role session that has the policy.
// REFUSED: error: static.assert.*policy: this kind of policy has no Principal: its attachment decides who the principals are
// REFUSED: whence::line<5>, whence::column<5>
// ERRORS: 1
// NAMES: Principal
// MEANS: An identity policy is for whom it is attached to, so it has no Principal.
// MEND: Remove Principal. To say who can assume a role, use _trust_policy.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sts:AssumeRole",
    "Resource": "arn:aws:iam::111122223333:role/app"
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Resource": "arn:aws:iam::111122223333:role/app"
  }
})"_identity_policy;
#endif
