// IAM defines the names of elements; a comment is not one of them.
// REFUSED: error: static.assert.*policy: IAM does not know this statement element
// REFUSED: whence::line<7>, whence::column<5>
// ERRORS: 1
// NAMES: Comment
// MEANS: IAM defines the names of elements; a comment is not one of them. The nearest name is in the error, if
//   one is near.
// MEND: Correct the name, or remove the element. A note can be in Sid or Id.
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
    "Principal": { "AWS": "111122223333" },
    "Action": "sts:AssumeRole",
    "Comment": "deploys"
  }
})"_trust_policy;
#endif
