// trust-actions.
// REFUSED: error: static.assert.*policy: a trust policy can name only STS actions, such as sts:AssumeRole
// REFUSED: whence::line<6>, whence::column<34> ?>
// ERRORS: 1
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": ["sts:AssumeRole", "sts:TagSession"]
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": ["sts:AssumeRole", "s3:GetObject"]
  }
})"_trust_policy;
#endif
