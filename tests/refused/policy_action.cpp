// S1: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S1.: a trust policy can have only these actions, in this letter case:
// REFUSED: whence::line<6>, whence::column<34>
// ERRORS: 1
// NAMES: sts:*
// MEANS: A trust policy is about assuming the role, so AWS saves only the actions of STS that begin sessions, and
//   their wildcards.
// MEND: Write "sts:AssumeRole", or the action for tokens. Other permissions belong into an identity policy of the
//   role.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": ["sts:AssumeRole", "sts:TagSession"]
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": ["sts:AssumeRole", "sts:*"]
  }
})"_trust_policy;
#endif
