// Every resource is named by its ARN, also a role. Source: IAM JSON policy elements: Resource,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
// REFUSED: error: static.assert.*policy: a resource must be .*\*.* or an ARN
// REFUSED: whence::line<6>, whence::column<17>
// ERRORS: 1
// NAMES: role/app
// MEANS: A resource is "*" or an ARN.
// MEND: Write the ARN of the resource: arn:aws:iam::111122223333:role/app.
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
    "Action": "sts:AssumeRole",
    "Resource": "role/app"
  }
})"_identity_policy;
#endif
