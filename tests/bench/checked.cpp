// A design that is only checked: nothing of it should be left in the object file.
#include <whence/whence.hpp>

using namespace whence::literals;

inline constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }]
})"_trust_policy;
static_assert(sizeof trust > 0);
