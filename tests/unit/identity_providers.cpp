// The OIDC providers that AWS knows by name. Typed from Actions, resources, and condition keys for AWS Security Token
// Service, https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html, and
// Identity-provider controls for shared OIDC providers,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
#include "dual.hpp"

#include <whence/policy/identity_providers.hpp>

#include <initializer_list>

namespace {

using whence::claim_of;
using whence::find_identity_provider;
using whence::identity_providers;
using whence::IdentityProvider;
using whence::is_claim_key;
using whence::Text;

constexpr bool is_key(Text issuer, Text claim) { return find_identity_provider(issuer).has_claim(claim); }
constexpr Text required(Text issuer) { return find_identity_provider(issuer).required_key; }

DUAL_TEST_CASE("each provider has its own claims as condition keys") {
  constexpr Text github[] = {"aud",
                             "sub",
                             "actor",
                             "actor_id",
                             "enterprise_id",
                             "environment",
                             "job_workflow_ref",
                             "ref",
                             "repository",
                             "repository_id",
                             "repository_owner_id",
                             "workflow"};
  constexpr Text hosts[] = {"token.actions.githubusercontent.com", "token.actions.githubusercontent.com/octo",
                            "token.actions.octocorp.ghe.com", "github.com/enterprises/octocorp"};
  for (const Text host : hosts) {
    for (const Text claim : github) EXPECT(is_key(host, claim));
    for (const Text no : {"iss", "repository_owner", "job_workflow_sha", "run_id", "runner_environment", "event_name",
                          "nbf", "re", "actor_i", "actor actor_id", ""}) {
      EXPECT(!is_key(host, no));
    }
  }
  for (const Text claim : {"namespace_id", "project_id", "pipeline_source", "ref_protected", "runner_environment",
                           "user_access_level", "user_email", "user_id", "user_login", "sub", "aud"}) {
    EXPECT(is_key("gitlab.com", claim));
    EXPECT(is_key("gitlab.example.com", claim) == (claim == "sub" || claim == "aud"));
  }
  EXPECT(!is_key("gitlab.com", "project_path"));
  EXPECT(!is_key("gitlab.com", "ref"));
  EXPECT(is_key("accounts.google.com", "oaud"));
  EXPECT(is_key("accounts.google.com", "google/organization_number"));
  EXPECT(!is_key("accounts.google.com", "hd"));
  EXPECT(is_key("oidc.circleci.com/org/00000000-1111", "oidc.circleci.com/project-id"));
  EXPECT(!is_key("oidc.circleci.com/org/00000000-1111", "project-id"));
  EXPECT(is_key("idcs-1234.identity.oraclecloud.com", "rpst_id"));
  for (const Text host : {"agent.buildkite.com", "agent.acme.buildkite.dev", "agent.acme.buildkite.site"}) {
    EXPECT(is_key(host, "pipeline_slug"));
    EXPECT(!is_key(host, "step_key"));
  }
  EXPECT(is_key("cognito-identity.amazonaws.com", "amr"));
  EXPECT(is_key("graph.facebook.com", "app_id"));
  EXPECT(is_key("graph.facebook.com", "id"));
  EXPECT(!is_key("graph.facebook.com", "user_id"));
  EXPECT(is_key("www.amazon.com", "user_id"));
  EXPECT(!is_key("www.amazon.com", "sub"));
}

DUAL_TEST_CASE("a provider that AWS does not list has the claims of every provider") {
  for (const Text host :
       {"oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF", "app.terraform.io", "login.example"}) {
    for (const Text claim : {"aud", "sub", "amr", "oaud", "email"}) EXPECT(is_key(host, claim));
    for (const Text no : {"kubernetes.io/namespace", "terraform_workspace_id", "groups", "iss"})
      EXPECT(!is_key(host, no));
  }
}

DUAL_TEST_CASE("the name of a claim and the host ignore letter case") {
  EXPECT(is_key("Token.Actions.GithubUserContent.com", "Repository_ID"));
}

DUAL_TEST_CASE("a shared issuer has the key that IAM requires") {
  EXPECT(required("token.actions.githubusercontent.com") == "token.actions.githubusercontent.com:sub");
  EXPECT(required("gitlab.com") == "gitlab.com:sub");
  EXPECT(required("agent.buildkite.com") == "agent.buildkite.com:sub");
  EXPECT(required("app.terraform.io") == "app.terraform.io:sub");
  EXPECT(required("cognito-identity.amazonaws.com") == "cognito-identity.amazonaws.com:aud");
  EXPECT(required("api.pulumi.com/oidc") == "api.pulumi.com/oidc:aud");
  EXPECT(required("oidc.vercel.com") == "oidc.vercel.com:aud");
  EXPECT(required("sandboxes.cloud") == "sandboxes.cloud:aud");
  EXPECT(required("sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d") == "sts:RoleSessionName");
  // A private issuer has its tenant in its URL.
  for (const Text host : {"oidc.circleci.com/org/00000000-1111", "oidc.vercel.com/acme", "login.example",
                          "oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF", "token.actions.octocorp.ghe.com",
                          "accounts.google.com", "sts.windows.net/00000000-1111-2222-3333-444444444444"}) {
    EXPECT(required(host).empty());
  }
  int shared = 0;
  for (const IdentityProvider& each : identity_providers) shared += each.required_key != nullptr ? 1 : 0;
  EXPECT(shared == 22);  // of 17 providers, one of which has six issuers
}

DUAL_TEST_CASE("a condition key is a claim if a host stands in front of it") {
  EXPECT(is_claim_key("gitlab.com:sub"));
  EXPECT(is_claim_key("oidc.circleci.com/org/1:oidc.circleci.com/project-id"));
  for (const Text no : {"aws:PrincipalArn", "sts:ExternalId", "saml:sub", "aws:RequestTag/a.b:c", "gitlab.com", ""}) {
    EXPECT(!is_claim_key(no));
  }
  EXPECT(claim_of("gitlab.com:sub", "gitlab.com") == "sub");
  EXPECT(claim_of("GitLab.com:sub", "gitlab.com") == "sub");
  EXPECT(claim_of("gitlab.com:", "gitlab.com").empty());
  EXPECT(claim_of("gitlab.com/x:sub", "gitlab.com").empty());
  EXPECT(claim_of("gitlab.org:sub", "gitlab.com").empty());
  EXPECT(claim_of("gitlab.com", "gitlab.com").empty());
  EXPECT(claim_of("oidc.circleci.com/org/1:oidc.circleci.com/project-id", "oidc.circleci.com/org/1") ==
         "oidc.circleci.com/project-id");
}

}  // namespace
