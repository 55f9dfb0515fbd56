#include <whence/whence.hpp>

using namespace whence::literals;

inline constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }]
})"_trust_policy;

int main() { return sizeof trust > 0 ? 0 : 1; }
