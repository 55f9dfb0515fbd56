// notprincipal-deny-only: with Allow it would admit everyone else.
// REFUSED: error: static.assert.*policy: only Deny statements of VPC endpoint policies can have NotPrincipal
// REFUSED: whence::line<3>, whence::column<16>
// ERRORS: 1
// NAMES: Statement
// MEANS: NotPrincipal with Allow would admit everyone who is not named.
// MEND: Name who is allowed with Principal; or deny with NotPrincipal.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "NotPrincipal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Resource": "*"
  }
})"_endpoint_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "NotPrincipal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Resource": "*"
  }
})"_endpoint_policy;
#endif
