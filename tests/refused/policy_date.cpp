// S10: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S10.: a date must be written as 2026-01-31T12:00:00Z, or in seconds since
// REFUSED: whence::line<7>, whence::column<63>
// ERRORS: 1
// NAMES: 31.01.2026
// MEANS: A date operator compares dates, and AWS saves only a date in a form that it knows.
// MEND: Write the date as 2026-01-31T12:00:00Z, or as seconds since 1970.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Condition": { "DateGreaterThan": { "aws:TokenIssueTime": "2026-01-31" } }
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Condition": { "DateGreaterThan": { "aws:TokenIssueTime": "31.01.2026" } }
  }
})"_trust_policy;
#endif
