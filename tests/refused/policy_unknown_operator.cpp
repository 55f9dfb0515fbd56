// StringEquals ends in s.
// REFUSED: error: static.assert.*policy: IAM does not know this condition operator
// REFUSED: whence::line<8>, whence::column<7>
// ERRORS: 1
// NAMES: StringEqual
// MEANS: IAM has no operator of this name. The error has the line, what you wrote and the nearest operator.
// MEND: Write the operator that the error names: StringEquals ends in s.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Condition": {
      "StringEquals": { "sts:ExternalId": "12" }
    }
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Condition": {
      "StringEqual": { "sts:ExternalId": "12" }
    }
  }
})"_trust_policy;
#endif
