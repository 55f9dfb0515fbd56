// Jobs of continuous integration that assume a role with an OIDC token. GitHub Actions are in federation.hpp.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/federation.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Source web_identity_page = sources::assume_role_with_web_identity_api.graded(Grade::documentation);
[[nodiscard]] constexpr Place jobs_token(Text address, const Source& source) {
  return with_readers(users_own("OIDC token of the job", Medium::environment, address, source), Readers::the_workload);
}
/// Where the script of the job puts the credential: variables, or a file.
[[nodiscard]] constexpr Place jobs_variables(const Source& source) {
  return with_readers(users_own("environment of the job", Medium::environment, "", source), Readers::the_workload);
}

inline constexpr CredentialSource gitlab_ci{
    .id = SourceId::gitlab_ci,
    .name = "GitLab CI, by OIDC",
    .family = Family::federation,
    .platforms = github_actions.platforms,
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:oidc-provider/gitlab.com",
              {"sts:AssumeRoleWithWebIdentity"},
              {"gitlab.com:sub = project_path:GROUP/PROJECT:ref_type:branch:ref:NAME"},
              sources::gitlab_oidc},
    .assumer = {"the job, as a web identity", Plane::client, "sts:AssumeRoleWithWebIdentity", sources::gitlab_oidc},
    .requester = {"the script of the job, with the token of the job; not signed", sources::gitlab_oidc},
    .proofs = {jobs_token("the variable that id_tokens names", sources::gitlab_oidc)},
    .custody = {jobs_variables(sources::gitlab_oidc)},
    .custodian = {"the environment of the job", sources::gitlab_oidc},
    .user = {"every later command of the job", sources::gitlab_oidc},
    .session_name = {"the caller's choice", sources::gitlab_oidc},
    .lifetime = {.text = "3,600 s by default; 900 s to 43,200 s",
                 .usual = 3600,
                 .least = 900,
                 .most = 43200,
                 .source = web_identity_page},
    .rotation = not_told_by(sources::gitlab_oidc),
    .readers = {"every later command of the job", sources::gitlab_oidc},
    .workload_assumes = {SelfAssumption::yes, sources::gitlab_oidc},
    .surfaces = {{SurfaceKind::environment_variable, "<the name under id_tokens>",
                  "the token, with the aud given there", sources::gitlab_oidc}},
    .trail = {{"AssumeRoleWithWebIdentity", "WebIdentityUser", "", "userName is the sub claim of the token",
               sources::cloudtrail_user_identity}},
    .notes = {{"A GitLab of your own has its own host in the provider and in the keys, which are then aud and "
               "sub only.",
               sources::gitlab_oidc},
              {"IAM knows the keys namespace_id, project_id, pipeline_source, ref_protected, "
               "runner_environment, user_access_level, user_email, user_id and user_login of gitlab.com; "
               "project_path and ref are no keys.",
               sources::service_authorization},
              {"If a group or project is deleted and another takes its path, its sub is the same: namespace_id "
               "and project_id are safer.",
               sources::gitlab_oidc}}};

inline constexpr CredentialSource circleci{
    .id = SourceId::circleci,
    .name = "CircleCI, by OIDC",
    .family = Family::federation,
    .platforms = github_actions.platforms,
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:oidc-provider/oidc.circleci.com/org/NAME",
              {"sts:AssumeRoleWithWebIdentity"},
              {"oidc.circleci.com/org/ORG:aud = ORG",
               "oidc.circleci.com/org/ORG:sub = org/ORG/project/PROJECT/user/USER"},
              sources::circleci_oidc},
    .assumer = {"the job, as a web identity", Plane::client, "sts:AssumeRoleWithWebIdentity", sources::circleci_oidc},
    .requester = {"the script or the orb of the job, with the token of the job; not signed", sources::circleci_oidc},
    .proofs = {jobs_token("CIRCLE_OIDC_TOKEN, CIRCLE_OIDC_TOKEN_V2", sources::circleci_oidc)},
    .custody = {jobs_variables(sources::circleci_oidc)},
    .custodian = {"the environment of the job", sources::circleci_oidc},
    .user = {"every later command of the job", sources::circleci_oidc},
    .session_name = {"the caller's choice", sources::circleci_oidc},
    .lifetime = {.text = "3,600 s by default; 900 s to 43,200 s",
                 .usual = 3600,
                 .least = 900,
                 .most = 43200,
                 .source = web_identity_page},
    .rotation = not_told_by(sources::circleci_oidc),
    .readers = {"every later command of the job", sources::circleci_oidc},
    .workload_assumes = {SelfAssumption::yes, sources::circleci_oidc},
    .surfaces = {{SurfaceKind::environment_variable, "CIRCLE_OIDC_TOKEN", "the token", sources::circleci_oidc},
                 {SurfaceKind::environment_variable, "CIRCLE_OIDC_TOKEN_V2",
                  "the token; its sub continues with /vcs-origin/ORIGIN/vcs-ref/REF", sources::circleci_oidc}},
    .trail = {{"AssumeRoleWithWebIdentity", "WebIdentityUser", "", "userName is the sub claim of the token",
               sources::cloudtrail_user_identity}},
    .notes = {{"IAM knows one more key of this provider: oidc.circleci.com/org/ORG:oidc.circleci.com/project-id.",
               sources::service_authorization},
              {"The orb asks for 3,600 s.", sources::circleci_oidc}}};

inline constexpr CredentialSource hcp_terraform{
    .id = SourceId::hcp_terraform,
    .name = "HCP Terraform or Terraform Cloud, by OIDC",
    .family = Family::federation,
    .platforms = github_actions.platforms,
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:oidc-provider/app.terraform.io",
              {"sts:AssumeRoleWithWebIdentity"},
              {"app.terraform.io:aud = aws.workload.identity",
               "app.terraform.io:sub = organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:PHASE"},
              sources::hcp_terraform_oidc},
    .assumer = {"the run, as a web identity", Plane::client, "sts:AssumeRoleWithWebIdentity",
                sources::hcp_terraform_oidc},
    .requester = {"the provider in the run, with the token of the run; not signed", sources::hcp_terraform_oidc},
    .proofs = {jobs_token("", sources::hcp_terraform_oidc)},
    .custody = {jobs_variables(sources::hcp_terraform_oidc)},
    .custodian = {"the environment of the job", sources::hcp_terraform_oidc},
    .user = {"the run: the code of the plan, providers and provisioners", sources::hcp_terraform_oidc},
    .session_name = {"the caller's choice", sources::hcp_terraform_oidc},
    .lifetime = {.text = "3,600 s by default; 900 s to 43,200 s",
                 .usual = 3600,
                 .least = 900,
                 .most = 43200,
                 .source = web_identity_page},
    .rotation = not_told_by(sources::hcp_terraform_oidc),
    .readers = {"the run: the code of the plan, providers and provisioners", sources::hcp_terraform_oidc},
    .workload_assumes = {SelfAssumption::yes, sources::hcp_terraform_oidc},
    .surfaces = {{SurfaceKind::environment_variable, "TFC_AWS_PROVIDER_AUTH", "turns it on for the workspace",
                  sources::hcp_terraform_oidc},
                 {SurfaceKind::environment_variable, "TFC_AWS_RUN_ROLE_ARN", "the role", sources::hcp_terraform_oidc}},
    .trail = {{"AssumeRoleWithWebIdentity", "WebIdentityUser", "", "userName is the sub claim of the token",
               sources::cloudtrail_user_identity}},
    .notes = {{"How the run hands its token to the provider is unknown.",
               sources::hcp_terraform_oidc.graded(Grade::unverified)},
              {"For several roles the run gets the paths of shared configuration files, in the variable "
               "tfc_aws_dynamic_credentials.",
               sources::hcp_terraform_oidc},
              {"aud has this default; run_phase is plan or apply.", sources::hcp_terraform_oidc},
              {"Self-hosted agents need version 1.7.0 or later.", sources::hcp_terraform_oidc}}};

inline constexpr CredentialSource bitbucket_pipelines{
    .id = SourceId::bitbucket_pipelines,
    .name = "Bitbucket Pipelines, by OIDC",
    .family = Family::federation,
    .platforms = github_actions.platforms,
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:oidc-provider/api.bitbucket.org/2.0/workspaces/NAME/pipelines-config/identity/oidc",
              {"sts:AssumeRoleWithWebIdentity"},
              {"api.bitbucket.org/2.0/workspaces/WORKSPACE/pipelines-config/identity/oidc:aud = "
               "ari:cloud:bitbucket::workspace/UUID"},
              sources::bitbucket_oidc},
    .assumer = {"the step, as a web identity", Plane::client, "sts:AssumeRoleWithWebIdentity", sources::bitbucket_oidc},
    .requester = {"the script of the step, with the token of the step; not signed", sources::bitbucket_oidc},
    .proofs = {jobs_token("BITBUCKET_STEP_OIDC_TOKEN", sources::bitbucket_oidc)},
    .custody = {jobs_variables(sources::bitbucket_oidc)},
    .custodian = {"the environment of the job", sources::bitbucket_oidc},
    .user = {"every later command of the step", sources::bitbucket_oidc},
    .session_name = {"the caller's choice", sources::bitbucket_oidc},
    .lifetime = {.text = "3,600 s by default; 900 s to 43,200 s",
                 .usual = 3600,
                 .least = 900,
                 .most = 43200,
                 .source = web_identity_page},
    .rotation = not_told_by(sources::bitbucket_oidc),
    .readers = {"every later command of the step", sources::bitbucket_oidc},
    .workload_assumes = {SelfAssumption::yes, sources::bitbucket_oidc},
    .surfaces = {{SurfaceKind::environment_variable, "BITBUCKET_STEP_OIDC_TOKEN", "the token",
                  sources::bitbucket_oidc}},
    .trail = {{"AssumeRoleWithWebIdentity", "WebIdentityUser", "", "userName is the sub claim of the token",
               sources::cloudtrail_user_identity}},
    .notes = {{"The issuer holds the name of the workspace: IAM requires no further condition of its roles.",
               sources::bitbucket_oidc.graded(Grade::inferred)}}};

inline constexpr CredentialSource buildkite{
    .id = SourceId::buildkite,
    .name = "Buildkite, by OIDC",
    .family = Family::federation,
    .platforms = github_actions.platforms,
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:oidc-provider/agent.buildkite.com",
              {"sts:AssumeRoleWithWebIdentity"},
              {"agent.buildkite.com:sub = organization:ORG:pipeline:PIPELINE:ref:REF:commit:COMMIT:step:STEP"},
              sources::buildkite_oidc},
    .assumer = {"the job, as a web identity", Plane::client, "sts:AssumeRoleWithWebIdentity", sources::buildkite_oidc},
    .requester = {"the script of the job, with the token of the job; not signed", sources::buildkite_oidc},
    .proofs = {jobs_token("buildkite-agent oidc request-token --audience", sources::buildkite_oidc)},
    .custody = {jobs_variables(sources::buildkite_oidc)},
    .custodian = {"the environment of the job", sources::buildkite_oidc},
    .user = {"every later command of the job", sources::buildkite_oidc},
    .session_name = {"the caller's choice", sources::buildkite_oidc},
    .lifetime = {.text = "3,600 s by default; 900 s to 43,200 s",
                 .usual = 3600,
                 .least = 900,
                 .most = 43200,
                 .source = web_identity_page},
    .rotation = not_told_by(sources::buildkite_oidc),
    .readers = {"every later command of the job", sources::buildkite_oidc},
    .workload_assumes = {SelfAssumption::yes, sources::buildkite_oidc},
    .surfaces = {{SurfaceKind::standard_output, "buildkite-agent oidc request-token --audience", "the token",
                  sources::buildkite_oidc}},
    .trail = {{"AssumeRoleWithWebIdentity", "WebIdentityUser", "", "userName is the sub claim of the token",
               sources::cloudtrail_user_identity}},
    .notes = {{"IAM knows the keys build_branch, cluster_id, cluster_name, organization_id, organization_slug, "
               "pipeline_id and pipeline_slug of this provider.",
               sources::service_authorization}}};

}  // namespace whence::catalog
