// g-24, effect-case-sensitive.
// REFUSED: error: static.assert.*policy: Effect must be .*Allow.* or .*Deny.*, and letter case matters
// REFUSED: whence::line<4>, whence::column<15>
// ERRORS: 1
// NAMES: allow
// MEANS: Letter case matters in the value of Effect.
// MEND: Write "Allow" or "Deny".
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
    "Effect": "allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
