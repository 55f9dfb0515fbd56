// Who takes part in the refusals. A role, and everything that a refusal is about, stands in its own file.
#pragma once

#include <whence/catalog/cli.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/systems_manager.hpp>
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr RootUser root_user(account);
inline constexpr IamUser alice(account, "alice"), bob(account, "bob");
inline constexpr FederatedUser carol(account, "carol");
inline constexpr Service ec2("ec2.amazonaws.com");

inline constexpr OsUser root("root", Privilege::superuser), ec2_user("ec2-user");
inline constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client);
inline constexpr Software agent("amazon-ssm-agent", root);

inline constexpr auto trusts_alice = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr auto trusts_ec2 = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
// The account decides by its own policies which of its users and roles assume the role.
inline constexpr auto trusts_account = R"({"Statement": {"Effect": "Allow",
  "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
  "Principal": {"AWS": "111122223333"}}})"_trust_policy;
