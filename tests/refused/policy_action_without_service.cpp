// An action has its service before it. Source: IAM JSON policy elements: Action,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
// REFUSED: error: static.assert.*policy: an action must be .*\*.*, or service:Name
// REFUSED: whence::line<5>, whence::column<34>
// ERRORS: 1
// NAMES: PassRole
// MEANS: An action has its service before its name, with one colon.
// MEND: Write the service: "sts:AssumeRole".
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["sts:AssumeRole", "iam:PassRole"],
    "Resource": "*"
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["sts:AssumeRole", "PassRole"],
    "Resource": "*"
  }
})"_identity_policy;
#endif
