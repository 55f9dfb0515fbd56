// Who is on the stage in the talk, beside those of world.hpp: the same as in examples/ssm_agent.cpp.
#pragma once

#include "world.hpp"

inline constexpr IamUser chiba_user{account, "chiba-user"};
inline constexpr Service ssm{"ssm.amazonaws.com"};
inline constexpr Software aws_cli{"aws-cli", chiba};
inline constexpr Software ssm_agent{"amazon-ssm-agent", root};
inline constexpr auto trusts_chiba = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": { "AWS": "arn:aws:iam::111122223333:user/chiba-user" } }]
})"_trust_policy;
inline constexpr auto trusts_ssm = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ssm.amazonaws.com" } }]
})"_trust_policy;
inline constexpr Role chiba_role{account, "chiba-role", trusts_chiba};
inline constexpr Role instance_role{account, "web-server", trusts_ec2};
inline constexpr Role host_role{account, "/service-role/", "AWSSystemsManagerDefaultEC2InstanceManagementRole", trusts_ssm};
