// S9: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S9.: BinaryEquals must have base64 with its padding
// REFUSED: whence::line<7>, whence::column<54>
// ERRORS: 1
// NAMES: YWI
// MEANS: BinaryEquals compares bytes, which are written as base64 with its padding.
// MEND: Encode the value as base64, with = at its end if it needs that.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sts:AssumeRole",
    "Resource": "*",
    "Condition": { "BinaryEquals": { "example:blob": "YWI=" } }
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sts:AssumeRole",
    "Resource": "*",
    "Condition": { "BinaryEquals": { "example:blob": "YWI" } }
  }
})"_identity_policy;
#endif
