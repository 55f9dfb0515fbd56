// S5: sources::leading_spaces.
// REFUSED: error: static.assert.*AWS does not save this policy .S5.: a policy must not begin with a space
// REFUSED: whence::line<1>, whence::column<1>
// ERRORS: 1
// NAMES: {
// MEANS: AWS saves no policy that begins with a space, a tab or a line end.
// MEND: Put { directly behind R"(.
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
inline constexpr auto policy = R"( {
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
