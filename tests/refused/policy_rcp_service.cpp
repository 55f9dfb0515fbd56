// S18: sources::services_of_resource_control.
// REFUSED: error: static.assert.*AWS does not save this policy .S18.: the service of this action does not support resource control policies
// REFUSED: whence::line<6>, whence::column<24>
// ERRORS: 1
// NAMES: iam:CreateUser
// MEANS: Resource control policies work only for the services that AWS lists.
// MEND: Name an action of a supported service, such as sts, s3 or kms.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": "*"
  }
})"_resource_control_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": "*",
    "Action": ["s3:*", "iam:CreateUser"],
    "Resource": "*"
  }
})"_resource_control_policy;
#endif
