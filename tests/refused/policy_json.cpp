// JSON, RFC 8259, has no comma after the last member.
// REFUSED: error: static.assert.*policy: JSON has no comma after the last member or element: remove this comma
// REFUSED: whence::line<6>, whence::column<31>
// ERRORS: 1
// NAMES: sts:AssumeRole
// MEANS: JSON has a comma only between members and elements, never after the last one.
// MEND: Remove the comma at this line and column.
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
  }
})"_trust_policy;
#endif
