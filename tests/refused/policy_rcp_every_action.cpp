// S17: sources::resource_control_policy_syntax.
// REFUSED: error: static.assert.*AWS does not save this policy .S17.: the actions of a resource control policy must name their service:
// REFUSED: whence::line<6>, whence::column<15>
// ERRORS: 1
// NAMES: *
// MEANS: A resource control policy of your own cannot have the action "*".
// MEND: Name the actions with their service: "sts:*".
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
    "Action": "*",
    "Resource": "*"
  }
})"_resource_control_policy;
#endif
