// S7: sources::answers_of_iam.
// REFUSED: error: static.assert.*AWS does not save this policy .S7.: IpAddress and NotIpAddress must have an IP address, or a block such
// REFUSED: whence::line<7>, whence::column<51>
// ERRORS: 1
// NAMES: 203.0.113.0/33
// MEANS: IpAddress compares with an address or a range of addresses.
// MEND: Write an address or CIDR range: 203.0.113.0/24.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sts:AssumeRole",
    "Resource": "*",
    "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }
  }
})"_identity_policy;
#else
inline constexpr auto policy = R"({
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "sts:AssumeRole",
    "Resource": "*",
    "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/33" } }
  }
})"_identity_policy;
#endif
