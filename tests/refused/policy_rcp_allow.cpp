// S16: sources::resource_control_policy_syntax.
// REFUSED: error: static.assert.*AWS does not save this policy .S16.: a resource control policy of one's own can have only Deny statements
// REFUSED: whence::line<3>, whence::column<16>
// ERRORS: 1
// NAMES: Statement
// MEANS: A resource control policy only denies: AWS itself attaches the one that allows.
// MEND: Write "Effect": "Deny".
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": "*",
    "Action": "*",
    "Resource": "*"
  }
})"_resource_control_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": "*"
  }
})"_resource_control_policy;
#endif
