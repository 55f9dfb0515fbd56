// S11: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S11.: the service of an action must not be a wildcard: write .*. for
// REFUSED: whence::line<5>, whence::column<15>
// ERRORS: 1
// NAMES: *:Get*
// MEANS: AWS saves no action whose service is a wildcard.
// MEND: Write the service: "s3:*". For everything, write "*".
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "s3:Get*",
    "Resource": "*"
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "*:Get*",
    "Resource": "*"
  }
})"_identity_policy;
#endif
