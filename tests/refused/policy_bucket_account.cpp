// S13: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S13.: the ARN of an S3 bucket or object must have no account
// REFUSED: whence::line<6>, whence::column<17>
// ERRORS: 1
// NAMES: arn:aws:s3::111122223333:bucket
// MEANS: The ARN of a bucket or object has neither Region nor account.
// MEND: Write arn:aws:s3:::bucket/key, with three colons after s3.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "*",
    "Resource": "arn:aws:s3:eu-west-1:111122223333:accesspoint/reports"
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "*",
    "Resource": "arn:aws:s3::111122223333:bucket"
  }
})"_identity_policy;
#endif
