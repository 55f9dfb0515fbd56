// g-25, policy-version-values.
// REFUSED: error: static.assert.*policy: Version must be .*2012-10-17.* or .*2008-10-17
// REFUSED: whence::line<2>, whence::column<14>
// ERRORS: 1
// NAMES: 2012-10-18
// MEANS: There are two versions of the policy language, and a date of today is neither.
// MEND: Write "2012-10-17".
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-18",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
