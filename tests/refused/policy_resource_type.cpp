// S15: sources::older_answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S15.: a resource of IAM must be . or root, or begin with its type, such as
// REFUSED: whence::line<6>, whence::column<17>
// ERRORS: 1
// NAMES: arn:aws:iam::111122223333:app
// MEANS: The resource of an IAM ARN begins with its type.
// MEND: Write the type before the name: role/app, user/alice or policy/limits.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "*",
    "Resource": "arn:aws:iam::111122223333:role/app"
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "*",
    "Resource": "arn:aws:iam::111122223333:app"
  }
})"_identity_policy;
#endif
