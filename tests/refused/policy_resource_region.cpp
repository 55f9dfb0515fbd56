// S12: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S12.: the ARN of a resource of IAM or Route 53, or of an S3 bucket or
// REFUSED: whence::line<6>, whence::column<17>
// ERRORS: 1
// NAMES: arn:aws:s3:eu-west-1::bucket
// MEANS: Resources of IAM and Route 53, and buckets, have no Region in their ARN.
// MEND: Leave the Region empty: arn:aws:iam::111122223333:role/app.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "*",
    "Resource": "arn:aws:s3:::bucket"
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "*",
    "Resource": "arn:aws:s3:eu-west-1::bucket"
  }
})"_identity_policy;
#endif
