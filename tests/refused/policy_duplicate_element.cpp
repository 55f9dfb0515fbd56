// policy-no-duplicate-keys.
// REFUSED: error: static.assert.*policy: this element occurs twice in the statement
// REFUSED: whence::line<7>, whence::column<5>
// ERRORS: 1
// NAMES: Action
// MEANS: An element occurs once in a statement.
// MEND: Remove one, or join both into one list.
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
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Action": "sts:TagSession"
  }
})"_trust_policy;
#endif
