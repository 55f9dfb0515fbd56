// S6: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S6.: an ARN operator must have . or an ARN of six fields, which can
// REFUSED: whence::line<7>, whence::column<50>
// ERRORS: 1
// NAMES: arn:aws:s3:bucket
// MEANS: An ARN operator compares ARNs of six fields.
// MEND: Write the whole ARN; wildcards can be in its fields. For other text, use StringLike.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sts:AssumeRole",
    "Resource": "*",
    "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::bucket" } }
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sts:AssumeRole",
    "Resource": "*",
    "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:bucket" } }
  }
})"_identity_policy;
#endif
