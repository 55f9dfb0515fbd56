// g-06, trust-no-notprincipal: ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL of IAM Access Analyzer.
// REFUSED: error: static.assert.*policy: a trust policy cannot have NotPrincipal
// REFUSED: whence::line<5>, whence::column<5>
// ERRORS: 1
// NAMES: NotPrincipal
// MEANS: A trust policy names who can assume the role; it cannot name all others.
// MEND: Name the callers with Principal, and narrow them with conditions or a Deny.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "NotPrincipal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
