// S2: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S2.: the Principal of a trust policy must have a type: .*AWS
// REFUSED: whence::line<5>, whence::column<18>
// ERRORS: 1
// NAMES: *
// MEANS: In a trust policy AWS saves Principal only with a type.
// MEND: Write {"AWS": "*"} for everyone, and narrow that with conditions.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "*" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": "*",
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
