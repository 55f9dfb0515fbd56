// S14: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S14.: the ARN of a resource must have the partition of the account, or a
// REFUSED: whence::line<6>, whence::column<44>
// ERRORS: 1
// NAMES: arn:aws:s3:::other
// MEANS: The resources of a policy are in one partition.
// MEND: Write the partition of your account in each ARN: aws, aws-cn or aws-us-gov.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "*",
    "Resource": ["arn:aws-cn:s3:::bucket", "arn:*:s3:::other"]
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "*",
    "Resource": ["arn:aws-cn:s3:::bucket", "arn:aws:s3:::other"]
  }
})"_identity_policy;
#endif
