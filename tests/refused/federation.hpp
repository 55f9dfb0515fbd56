// A job of GitHub Actions and its role, for refusals.
#pragma once

#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr auto job = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"_principal;
inline constexpr auto trusts_the_job = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
   "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
   "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                                  "token.actions.githubusercontent.com:sub": "repo:shop/shop:ref:refs/heads/main"}}}
]})"_trust_policy;
inline constexpr ContextKey main_keys[] = {
    {"token.actions.githubusercontent.com:aud", "sts.amazonaws.com"},
    {"token.actions.githubusercontent.com:sub", "repo:shop/shop:ref:refs/heads/main"}};
inline constexpr ContextKey fork_keys[] = {
    {"token.actions.githubusercontent.com:aud", "sts.amazonaws.com"},
    {"token.actions.githubusercontent.com:sub", "repo:fork/shop:ref:refs/heads/main"}};
inline constexpr RequestContext on_main = main_keys, from_a_fork = fork_keys;
inline constexpr Role deploy(account, "deploy", trusts_the_job);
inline constexpr OsUser runner("runner", Privilege::ordinary, Plane::client), app("app");
