// g-10, principal-no-partial-wildcard.
// REFUSED: error: static.assert.*policy: a wildcard in a principal must be the whole value
// REFUSED: whence::line<5>, whence::column<66>
// ERRORS: 1
// NAMES: ws:iam::111122223333:role/deploy-*
// MEANS: A wildcard in a principal is the whole value, or none.
// MEND: Name each principal; or trust the account, and test aws:PrincipalArn with ArnLike in a condition.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/deploy" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/deploy-*" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
