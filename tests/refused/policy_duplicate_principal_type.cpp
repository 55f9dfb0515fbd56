// g-16, principal-key-once.
// REFUSED: error: static.assert.*policy: this principal type occurs twice: give it one list
// REFUSED: whence::line<5>, whence::column<52>
// ERRORS: 1
// NAMES: Service
// MEANS: A type of principal occurs once in a Principal.
// MEND: Give the type one list: "AWS": ["first", "second"].
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "Service": ["ec2.amazonaws.com", "ssm.amazonaws.com"] },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "Service": "ec2.amazonaws.com", "Service": "ssm.amazonaws.com" },
    "Action": "sts:AssumeRole"
  }
})"_trust_policy;
#endif
