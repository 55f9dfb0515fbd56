// A service control policy is for all principals of the accounts it is attached to. Source: SCP syntax,
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
// REFUSED: error: static.assert.*policy: this kind of policy has no Principal: its attachment decides who the principals are
// REFUSED: whence::line<5>, whence::column<5>
// ERRORS: 1
// NAMES: Principal
// MEANS: A service control policy is for the accounts that it is attached to, so it has no Principal.
// MEND: Remove Principal. To except somebody, use a condition on aws:PrincipalArn.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Action": "sts:AssumeRole",
    "Resource": "*"
  }
})"_service_control_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "sts:AssumeRole",
    "Resource": "*"
  }
})"_service_control_policy;
#endif
