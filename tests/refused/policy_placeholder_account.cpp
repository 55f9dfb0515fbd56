// arn-account-12-digits: a placeholder from the documentation must be replaced by an account.
// REFUSED: error: static.assert.*policy: an account id must be exactly 12 digits, without hyphens
// REFUSED: whence::line<5>, whence::column<41>
// ERRORS: 1
// NAMES: arn:aws:iam::A
// MEANS: The account of a documentation example is still in the ARN.
// MEND: Replace it by your 12-digit account id.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::ACCOUNT-ID:root" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
