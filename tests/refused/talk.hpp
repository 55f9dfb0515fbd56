// Who is on the stage in the talk: the same as in examples/ssm_agent.cpp.
#pragma once

#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser chiba_user{account, "chiba-user"};
inline constexpr Service ec2{"ec2.amazonaws.com"};
inline constexpr Service ssm{"ssm.amazonaws.com"};
inline constexpr OsUser chiba{"chiba", Privilege::ordinary, Plane::client};
inline constexpr OsUser root{"root", Privilege::superuser};
inline constexpr OsUser ec2_user{"ec2-user"};
inline constexpr Software aws_cli{"aws-cli", chiba};
inline constexpr Software ssm_agent{"amazon-ssm-agent", root};
inline constexpr auto user_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": { "AWS": "arn:aws:iam::111122223333:user/chiba-user" } }]
})"_trust_policy;
inline constexpr auto ec2_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }]
})"_trust_policy;
inline constexpr auto ssm_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ssm.amazonaws.com" } }]
})"_trust_policy;
inline constexpr Role chiba_role{account, "chiba-role", user_trust};
inline constexpr Role instance_role{account, "web-server", ec2_trust};
inline constexpr Role host_role{account, "/service-role/", "AWSSystemsManagerDefaultEC2InstanceManagementRole", ssm_trust};
