// g-05, trust-no-resource: ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE of IAM Access Analyzer.
// REFUSED: error: static.assert.*policy: a trust policy has no Resource
// REFUSED: whence::line<7>, whence::column<5>
// ERRORS: 1
// NAMES: Resource
// MEANS: A trust policy is about the role that it is attached to, so it has no Resource.
// MEND: Remove Resource.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Resource": "*"
  }
})"_trust_policy;
#endif
