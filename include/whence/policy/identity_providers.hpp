// The OIDC identity providers that AWS knows by name: the claims of their tokens that are condition keys, and the key
// that a trust policy for a shared issuer must test. Apart from what including the model reads.
#pragma once

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/base/wildcard.hpp>

namespace whence {

/// An issuer and the condition keys that AWS makes of its tokens. A `*` stands for the part of a tenant.
struct IdentityProvider {
  const char* name;
  const char* issuer;        // the URL without https://, as in the provider's ARN and in front of a key
  const char* claims;        // those that are keys, separated by spaces; null: those of every other provider
  const char* required_key;  // what IAM requires a trust policy for this issuer to test; null if it requires none
  // A recorded error message of IAM names this second key for GitHub; the documentation refuses only wildcards.
  const char* or_key = nullptr;         // a key that IAM takes in its place
  bool refuses_only_wildcards = false;  // whether IAM refuses a value that consists of wildcards
  // The claims that are keys of later calls of the session too, separated by spaces; null if none is. The others are
  // keys of AssumeRoleWithWebIdentity alone: of trust policies, and not of permission policies.
  const char* kept_claims = nullptr;

  /// Whether the claim of this name is a condition key, letter case ignored. Complexity: linear in the claims.
  [[nodiscard]] constexpr bool has_claim(Text claim) const {
    return lists(claims == nullptr ? Text("aud sub amr oaud email") : Text(claims), claim);
  }
  /// Whether it is a key of later calls of the session.
  [[nodiscard]] constexpr bool keeps_claim(Text claim) const {
    return kept_claims != nullptr && lists(kept_claims, claim);
  }

 private:
  static constexpr bool lists(Text rest, Text claim) {
    while (!rest.empty()) {
      const Text each = rest.part(0, rest.find(' '));
      if (ascii::equal_ignoring_case(each, claim)) return true;
      rest = rest.part(each.size() + 1);
    }
    return false;
  }
};

#define WHENCE_GITHUB_CLAIMS                                                          \
  "aud sub actor actor_id enterprise_id environment job_workflow_ref ref repository " \
  "repository_id repository_owner_id workflow"
#define WHENCE_BUILDKITE_CLAIMS \
  "aud sub build_branch cluster_id cluster_name organization_id organization_slug pipeline_id pipeline_slug"

/// AWS adds providers and claims: the table is what it listed in September 2026. The claims of a provider that it does
/// not list are those of the last row. Sources: Actions, resources, and condition keys for AWS Security Token Service,
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html; IAM and AWS
/// STS condition context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html; the required keys:
/// Identity-provider controls for shared OIDC providers,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
inline constexpr IdentityProvider identity_providers[] = {
    {"GitHub Actions", "token.actions.githubusercontent.com", WHENCE_GITHUB_CLAIMS,
     "token.actions.githubusercontent.com:sub", "token.actions.githubusercontent.com:job_workflow_ref", true},
    {"GitHub Enterprise", "token.actions.githubusercontent.com/*", WHENCE_GITHUB_CLAIMS, nullptr},
    {"GitHub Enterprise", "token.actions.*.ghe.com", WHENCE_GITHUB_CLAIMS, nullptr},
    {"GitHub Enterprise", "github.com/enterprises/*", WHENCE_GITHUB_CLAIMS, nullptr},
    {"GitHub audit log streaming", "oidc-configuration.audit-log.githubusercontent.com", nullptr,
     "oidc-configuration.audit-log.githubusercontent.com:sub"},
    {"GitHub vstoken", "vstoken.actions.githubusercontent.com", nullptr, "vstoken.actions.githubusercontent.com:sub"},
    {"GitLab", "gitlab.com",
     "aud sub namespace_id project_id pipeline_source ref_protected runner_environment user_access_level user_email "
     "user_id user_login",
     "gitlab.com:sub"},
    {"Google", "accounts.google.com", "aud sub oaud google/organization_number", nullptr, nullptr, false, "aud sub"},
    {"CircleCI", "oidc.circleci.com/org/*", "aud sub oidc.circleci.com/project-id", nullptr},
    {"Oracle Cloud Infrastructure", "idcs-*.identity.oraclecloud.com", "aud sub rpst_id", nullptr},
    {"Buildkite", "agent.buildkite.com", WHENCE_BUILDKITE_CLAIMS, "agent.buildkite.com:sub"},
    {"Buildkite", "agent.*.buildkite.dev", WHENCE_BUILDKITE_CLAIMS, nullptr},
    {"Buildkite", "agent.*.buildkite.site", WHENCE_BUILDKITE_CLAIMS, nullptr},
    {"Amazon Cognito", "cognito-identity.amazonaws.com", "aud sub amr", "cognito-identity.amazonaws.com:aud", nullptr,
     false, "aud sub amr"},
    {"Facebook", "graph.facebook.com", "app_id id", nullptr, nullptr, false, "app_id id"},
    {"Login with Amazon", "www.amazon.com", "app_id user_id", nullptr, nullptr, false, "app_id user_id"},
    {"Azure Sentinel", "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d", nullptr, "sts:RoleSessionName"},
    {"Codefresh SaaS", "oidc.codefresh.io", nullptr, "oidc.codefresh.io:sub"},
    {"DVC Studio", "studio.datachain.ai/api", nullptr, "studio.datachain.ai/api:sub"},
    {"IBM Turbonomic SaaS", "rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7", nullptr,
     "rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7:sub"},
    {"IBM Turbonomic SaaS", "rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr", nullptr,
     "rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr:sub"},
    {"IBM Turbonomic SaaS", "rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg", nullptr,
     "rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg:sub"},
    {"IBM Turbonomic SaaS", "rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26", nullptr,
     "rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26:sub"},
    {"IBM Turbonomic SaaS", "oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb", nullptr,
     "oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb:sub"},
    {"IBM Turbonomic SaaS", "oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu", nullptr,
     "oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu:sub"},
    {"Pulumi Cloud", "api.pulumi.com/oidc", nullptr, "api.pulumi.com/oidc:aud"},
    {"sandboxes.cloud", "sandboxes.cloud", nullptr, "sandboxes.cloud:aud"},
    {"Scalr", "scalr.io", nullptr, "scalr.io:sub"},
    {"Shisho Cloud", "tokens.cloud.shisho.dev", nullptr, "tokens.cloud.shisho.dev:sub"},
    {"Terraform Cloud", "app.terraform.io", nullptr, "app.terraform.io:sub"},
    {"Upbound", "proidc.upbound.io", nullptr, "proidc.upbound.io:sub"},
    {"Vercel", "oidc.vercel.com", nullptr, "oidc.vercel.com:aud"},
    {"any other provider", "*", nullptr, nullptr},
};
#undef WHENCE_GITHUB_CLAIMS
#undef WHENCE_BUILDKITE_CLAIMS

/// The provider with this issuer, letter case ignored; the last row if AWS lists none. Linear in the table.
[[nodiscard]] constexpr const IdentityProvider& find_identity_provider(Text issuer) {
  const IdentityProvider* found = identity_providers;
  while (!matches_wildcard(found->issuer, issuer, LetterCase::ignored)) ++found;  // the last row matches everything
  return *found;
}

/// Whether a condition key is a claim of some token: PROVIDER:claim. A provider is a host, and so has a dot; the
/// prefixes of AWS's own keys have none.
[[nodiscard]] constexpr bool is_claim_key(Text key) {
  const std::size_t colon = key.find(':');
  return colon != Text::npos && key.part(0, colon).find('.') != Text::npos;
}

/// The claim that a key of this issuer's tokens tests; empty if the key is not one of this issuer.
[[nodiscard]] constexpr Text claim_of(Text key, Text issuer) {
  const bool its =
      key.size() > issuer.size() && key[issuer.size()] == ':' && ascii::starts_with_ignoring_case(key, issuer);
  return its ? key.part(issuer.size() + 1) : Text();
}

}  // namespace whence
