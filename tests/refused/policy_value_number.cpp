// S8: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S8.: a numeric operator must have a number
// REFUSED: whence::line<7>, whence::column<56>
// ERRORS: 1
// NAMES: 10
// MEANS: A numeric operator compares numbers.
// MEND: Write a number: "3600". For text, use StringEquals.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sts:AssumeRole",
    "Resource": "*",
    "Condition": { "NumericLessThan": { "s3:max-keys": "10" } }
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sts:AssumeRole",
    "Resource": "*",
    "Condition": { "NumericLessThan": { "s3:max-keys": " 10" } }
  }
})"_identity_policy;
#endif
