// A resource control policy applies to everyone; conditions narrow it. Source: RCP syntax,
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
// REFUSED: error: static.assert.*policy: a resource control policy must have Principal .*\*.*, which conditions can narrow
// REFUSED: whence::line<5>, whence::column<18>
// ERRORS: 1
// NAMES: Principal
// MEANS: A resource control policy applies to everyone.
// MEND: Write "Principal": "*", and narrow it with conditions such as aws:PrincipalOrgID.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "sts:AssumeRole",
    "Resource": "*",
    "Condition": { "StringEquals": { "aws:PrincipalAccount": "111122223333" } }
  }
})"_resource_control_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Resource": "*"
  }
})"_resource_control_policy;
#endif
