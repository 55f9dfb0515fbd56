#include <whence/catalog.hpp>
using namespace whence;
using namespace whence::literals;

constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
    "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
    "Condition": { "StringEquals": {
      "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
      "token.actions.githubusercontent.com:sub": "repo:example/shop:ref:refs/heads/main" } } }]
})"_trust_policy;
constexpr Role deploy{"111122223333"_account, "deploy", trust};
constexpr auto github = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"_principal;
constexpr OsUser runner{"runner", Privilege::ordinary, Plane::client};

// The claims of the token that GitHub issues to a job on the branch main.
constexpr ContextKey claims[] = {{"token.actions.githubusercontent.com:aud", "sts.amazonaws.com"},
                                 {"token.actions.githubusercontent.com:sub", "repo:example/shop:ref:refs/heads/main"}};
constexpr RequestContext on_main{claims};

constexpr Flow release = assumes(github, deploy, on_main) | rests_along(catalog::github_actions, runner)
    | read_by(runner) | calls("s3:PutObject");
static_assert(sound<release>);
