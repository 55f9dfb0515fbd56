// g-12, pk-group.
// REFUSED: error: static.assert.*policy: a user group is not a principal
// REFUSED: whence::line<5>, whence::column<54>
// ERRORS: 1
// NAMES: arn:aws:iam::111122223333:g
// MEANS: A user group is not a principal of any policy.
// MEND: Name the users or a role, or the account together with conditions.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:user/admin" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::111122223333:group/admins" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
