// An identity policy must have Resource, unlike a trust policy: MISSING_RESOURCE of IAM Access Analyzer.
// REFUSED: error: static.assert.*policy: this statement has neither Resource nor NotResource
// REFUSED: whence::line<3>, whence::column<16>
// ERRORS: 1
// NAMES: Statement
// MEANS: A statement of an identity policy says for which resources it is.
// MEND: Add Resource: an ARN, or "*".
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
    "Action": "sts:AssumeRole"
  }
})"_identity_policy;
#endif
