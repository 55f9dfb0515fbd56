// g-22, pk-canonical-user.
// REFUSED: error: static.assert.*policy: only policies of Amazon S3 can have CanonicalUser
// REFUSED: whence::line<5>, whence::column<20>
// ERRORS: 1
// NAMES: CanonicalUser
// MEANS: Canonical user ids are principals only in policies of Amazon S3.
// MEND: Name the account, user or role with "AWS" and its ARN.
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
    "Principal": { "CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
