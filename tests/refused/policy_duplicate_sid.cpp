// g-28, sid-unique.
// REFUSED: error: static.assert.*policy: an earlier statement has the same Sid
// REFUSED: whence::line<5>, whence::column<5>
// ERRORS: 1
// NAMES: Effect
// MEANS: Each Sid of a policy is unique.
// MEND: Rename one Sid, or leave it out.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "S1", "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole" },
    { "Sid": "S2", "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:TagSession" }
  ]
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "S1", "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole" },
    { "Sid": "S1", "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:TagSession" }
  ]
})"_trust_policy;
#endif
