// g-31, cond-null-no-ifexists: NULL_WITH_IF_EXISTS of IAM Access Analyzer.
// REFUSED: error: static.assert.*policy: Null cannot have IfExists
// REFUSED: whence::line<8>, whence::column<7>
// ERRORS: 1
// NAMES: NullIfExists
// MEANS: Null already asks whether a key exists.
// MEND: Write Null without IfExists.
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
      "Null": { "aws:TokenIssueTime": true }
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
      "NullIfExists": { "aws:TokenIssueTime": true }
    }
  }
})"_trust_policy;
#endif
