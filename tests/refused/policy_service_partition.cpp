// S19: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S19.: a Service principal must have the DNS suffix of the partition of the
// REFUSED: whence::line<5>, whence::column<72>
// ERRORS: 1
// NAMES: ec2.amazonaws.com.cn
// MEANS: The service principal has the DNS suffix of another partition than the policy's other principals.
// MEND: Write the suffix of the partition: amazonaws.com, or amazonaws.com.cn in China.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws-cn:iam::111122223333:root", "Service": "ec2.amazonaws.com.cn" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root", "Service": "ec2.amazonaws.com.cn" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
