// g-30, condition-key-duplicate-case: DUPLICATE_KEYS_WITH_DIFFERENT_CASE of IAM Access Analyzer.
// REFUSED: error: static.assert.*policy: this key occurs twice under its operator
// REFUSED: whence::line<8>, whence::column<49>
// ERRORS: 1
// NAMES: sts:externalid
// MEANS: Letter case does not distinguish condition keys, so the second one is the same key again.
// MEND: Give the key once, with a list of its values.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Condition": {
      "StringEquals": { "sts:ExternalId": ["12", "34"] }
    }
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Condition": {
      "StringEquals": { "sts:ExternalId": "12", "sts:externalid": "34" }
    }
  }
})"_trust_policy;
#endif
