// Federation: IAM Identity Center, SAML, GitHub Actions by OIDC and Cognito identity pools, rows 30 to 33.
#pragma once

#include <whence/catalog/cli.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place identity_center_service{.name = "the Identity Center service",
                                               .plane = Plane::regional_control,
                                               .medium = Medium::service_memory,
                                               .readers = Readers::the_service,
                                               .owner = "sso.amazonaws.com",
                                               .source = sources::identity_center_records};
inline constexpr Place role_credentials_reply{.name = "reply of GetRoleCredentials",
                                              .plane = Plane::regional_control,
                                              .medium = Medium::service_reply,
                                              .address = "sso:GetRoleCredentials",
                                              .readers = Readers::whoever_has_the_proofs,
                                              .open_to_clients = true,
                                              .owner = "sso.amazonaws.com",
                                              .source = sources::botocore_credentials};
/// A bearer token: whoever holds it can ask for every role that the person may use.
inline constexpr Place sign_in_token{.name = "sign-in token of Identity Center",
                                     .plane = Plane::client,
                                     .medium = Medium::file,
                                     .address = "~/.aws/sso/cache/<sha1>.json",
                                     .readers = Readers::owner_and_superuser,
                                     .source = sources::botocore_credentials};
inline constexpr Place identity_center_proofs[] = {sign_in_token};
inline constexpr Place identity_center_custody[] = {identity_center_service, role_credentials_reply, cli_memory,
                                                    cli_cache};
inline constexpr Text identity_center_actions[] = {"sts:AssumeRoleWithSAML", "sts:TagSession"};

inline constexpr CredentialSource identity_center{
    .id = Row::identity_center,
    .name = "IAM Identity Center",
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:saml-provider/AWSSSO_HEX_DO_NOT_DELETE",
              identity_center_actions,
              {},
              sources::identity_center_records},
    .assumer = "the Identity Center service",
    .assumer_plane = Plane::regional_control,
    .action = "sts:AssumeRoleWithSAML",
    .requester = "the AWS CLI or an SDK, with its bearer token, through sso:GetRoleCredentials",
    .proofs = identity_center_proofs,
    .custody = identity_center_custody,
    .custodian = "the AWS CLI; the Identity Center service on the way",
    .user = "every program of that operating-system user",
    .session_name = "the user name, often an e-mail address",
    .lifetime = "1 h to 12 h, set in the permission set; 43,200 s was seen",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::identity_center_records,
    .custody_source = sources::botocore_credentials};

inline constexpr Platform identity_center_platforms[] = {Platform::workstation};
inline constexpr Surface identity_center_surfaces[] = {
    {SurfaceKind::file, "~/.aws/sso/cache/<sha1>.json", "the sign-in token", sources::botocore_credentials},
    {SurfaceKind::file, "~/.aws/cli/cache/<sha1>.json", "of the CLI; most SDKs keep the credential in memory alone",
     sources::botocore_credentials},
    {SurfaceKind::api, "sso:GetRoleCredentials",
     "roleCredentials has accessKeyId, secretAccessKey, sessionToken and expiration, in milliseconds since 1970",
     sources::botocore_credentials},
    {SurfaceKind::url, "https://portal.sso.REGION.amazonaws.com/federation/credentials", "",
     sources::botocore_credentials},
};
inline constexpr Trail identity_center_trail[] = {
    {"GetRoleCredentials", "IdentityCenterUser", "", "eventType AwsServiceEvent; onBehalfOf.userId is the person",
     sources::identity_center_records},
    {"AssumeRoleWithSAML", "SAMLUser", "",
     "accessKeyId in the answer is not the one that is used later; durationSeconds 43200 was seen",
     sources::identity_center_records},
};
inline constexpr Stated identity_center_notes[] = {
    {"The key id in the answer to AssumeRoleWithSAML differs from the one used later: records cannot be joined by it.",
     sources::identity_center_records},
    {"The trust policy is not the customer's to edit, and customers cannot call AssumeRoleWithSAML for the "
     "AWSReservedSSO roles.",
     sources::identity_center_durations.graded(Grade::inferred)},
    {"The bearer token alone is enough for every role that the person may use.", sources::botocore_credentials},
};
inline constexpr Entry identity_center_entry{
    .key = "identity_center",
    .family = Family::federation,
    .source = &identity_center,
    .platforms = identity_center_platforms,
    .surfaces = identity_center_surfaces,
    .readers =
        {"the operating-system user and the superuser; whoever has the bearer token gets every role of the person",
         sources::botocore_credentials},
    .session_name_source = sources::identity_center_records,
    .lifetime = {.least = 3600, .most = 12 * 3600, .source = sources::identity_center_durations},
    .rotation = {not_known, sources::identity_center_durations.graded(Grade::unverified)},
    .workload_assumes_source = sources::identity_center_records,
    .trail = identity_center_trail,
    .notes = identity_center_notes};

inline constexpr Place saml_assertion{.name = "assertion of the identity provider",
                                      .plane = Plane::client,
                                      .medium = Medium::browser,
                                      .readers = Readers::owner_and_superuser,
                                      .source = sources::assume_role_with_saml_api.graded(Grade::documentation)};
inline constexpr Place console_session{.name = "cookie of the console session",
                                       .plane = Plane::client,
                                       .medium = Medium::browser,
                                       .readers = Readers::owner_and_superuser,
                                       .source = sources::assume_role_with_saml_api.graded(Grade::documentation)};
/// Where a tool does it in place of a browser.
inline constexpr Place saml_tool_profile{.name = "profile of the tool",
                                         .plane = Plane::client,
                                         .medium = Medium::file,
                                         .readers = Readers::owner_and_superuser,
                                         .source = sources::assume_role_with_saml_api.graded(Grade::documentation),
                                         .instead = true};
inline constexpr Place saml_proofs[] = {saml_assertion};
inline constexpr Place saml_custody[] = {console_session, saml_tool_profile};
inline constexpr Text only_assume_role_with_saml[] = {"sts:AssumeRoleWithSAML"};
inline constexpr Text saml_conditions[] = {"SAML:aud = https://signin.aws.amazon.com/saml"};

inline constexpr CredentialSource saml_federation{
    .id = Row::saml_federation,
    .name = "SAML federation",
    .trust = {TrustKind::federated, "arn:aws:iam::ACCOUNT:saml-provider/NAME", only_assume_role_with_saml,
              saml_conditions, sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .assumer = "the bearer of the assertion",
    .assumer_plane = Plane::client,
    .action = "sts:AssumeRoleWithSAML",
    .requester = "the browser, through the sign-in endpoint, or a tool, with the assertion and no signature",
    .proofs = saml_proofs,
    .custody = saml_custody,
    .custodian = "the browser or the tool",
    .user = "the holder",
    .session_name = "the attribute RoleSessionName of the assertion",
    .lifetime = "1 h unless stated; up to the role's MaxSessionDuration",
    .workload_assumes = SelfAssumption::yes,
    .assumer_source = sources::assume_role_with_saml_api.graded(Grade::documentation),
    .custody_source = sources::assume_role_with_saml_api.graded(Grade::documentation)};

inline constexpr Platform saml_platforms[] = {Platform::workstation};
inline constexpr Surface saml_surfaces[] = {
    {SurfaceKind::url, "https://signin.aws.amazon.com/saml", "the audience of the assertion",
     sources::assume_role_with_saml_api.graded(Grade::documentation)},
    {SurfaceKind::api, "sts:AssumeRoleWithSAML", "unsigned: the assertion is the proof",
     sources::assume_role_with_saml_api.graded(Grade::documentation)},
};
inline constexpr Trail saml_trail[] = {
    {"AssumeRoleWithSAML", "SAMLUser", "", "", sources::cloudtrail_user_identity},
};
inline constexpr Entry saml_federation_entry{
    .key = "saml_federation",
    .family = Family::federation,
    .source = &saml_federation,
    .platforms = saml_platforms,
    .surfaces = saml_surfaces,
    .readers = {"the holder of the browser session or of the tool's profile",
                sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .session_name_source = sources::saml_assertions,
    .lifetime = {.usual = 3600,
                 .most = 12 * 3600,
                 .source = sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .rotation = {not_known, sources::assume_role_with_saml_api.graded(Grade::unverified)},
    .workload_assumes_source = sources::assume_role_with_saml_api.graded(Grade::documentation),
    .trail = saml_trail};

inline constexpr Place job_token{.name = "OIDC token of the job",
                                 .plane = Plane::client,
                                 .medium = Medium::process_memory,
                                 .readers = Readers::the_workload,
                                 .source = sources::github_action_source};
inline constexpr Place action_memory{.name = "memory of the action",
                                     .plane = Plane::client,
                                     .medium = Medium::process_memory,
                                     .readers = Readers::the_workload,
                                     .source = sources::github_action_source};
inline constexpr Place job_environment{.name = "environment of the job",
                                       .plane = Plane::client,
                                       .medium = Medium::environment,
                                       .address = "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN",
                                       .readers = Readers::the_workload,
                                       .source = sources::github_action_source};
inline constexpr Place github_proofs[] = {job_token};
inline constexpr Place github_custody[] = {action_memory, job_environment};
inline constexpr Text only_assume_role_with_web_identity[] = {"sts:AssumeRoleWithWebIdentity"};
inline constexpr Text github_conditions[] = {"token.actions.githubusercontent.com:aud = sts.amazonaws.com",
                                             "token.actions.githubusercontent.com:sub = PATTERN"};

inline constexpr CredentialSource github_actions{
    .id = Row::github_actions,
    .name = "GitHub Actions, by OIDC",
    .trust = {TrustKind::federated, "arn:aws:iam::ACCOUNT:oidc-provider/token.actions.githubusercontent.com",
              only_assume_role_with_web_identity, github_conditions, sources::github_action_source},
    .assumer = "the job, as a web identity",
    .assumer_plane = Plane::client,
    .action = "sts:AssumeRoleWithWebIdentity",
    .requester = "the step that runs the action, with the job's OIDC token and no signature",
    .proofs = github_proofs,
    .custody = github_custody,
    .custodian = "the action, then the environment of the job",
    .user = "every later step of the job",
    .session_name = "GitHubActions",
    .lifetime = "3,600 s unless stated; 900 s to 43,200 s",
    .workload_assumes = SelfAssumption::yes,
    .assumer_source = sources::github_action_source,
    .custody_source = sources::github_action_source};

inline constexpr Platform github_platforms[] = {Platform::ci_runner};
inline constexpr Surface github_surfaces[] = {
    {SurfaceKind::environment_variable, "AWS_ACCESS_KEY_ID", "masked in the log", sources::github_action_source},
    {SurfaceKind::environment_variable, "AWS_SECRET_ACCESS_KEY", "masked in the log", sources::github_action_source},
    {SurfaceKind::environment_variable, "AWS_SESSION_TOKEN", "masked in the log", sources::github_action_source},
    {SurfaceKind::environment_variable, "AWS_REGION", "", sources::github_action_source},
};
inline constexpr Trail github_trail[] = {
    {"AssumeRoleWithWebIdentity", "WebIdentityUser", "", "userName is the sub claim of the token",
     sources::cloudtrail_user_identity},
};
inline constexpr Entry github_actions_entry{
    .key = "github_actions",
    .family = Family::federation,
    .source = &github_actions,
    .platforms = github_platforms,
    .surfaces = github_surfaces,
    .readers = {"every later step of the job", sources::github_action_source},
    .session_name_source = sources::github_action_source,
    .lifetime = {.usual = 3600, .least = 900, .most = 43200, .source = sources::github_action_source},
    .rotation = {not_known, sources::github_action_source.graded(Grade::unverified)},
    .workload_assumes_source = sources::github_action_source,
    .trail = github_trail};

/// Between STS and the app in the enhanced flow alone.
inline constexpr Place cognito_service{.name = "the Cognito service",
                                       .plane = Plane::control,
                                       .medium = Medium::service_memory,
                                       .readers = Readers::the_service,
                                       .owner = "cognito-identity.amazonaws.com",
                                       .source = sources::cognito_flows};
inline constexpr Place cognito_reply{.name = "reply of GetCredentialsForIdentity",
                                     .plane = Plane::control,
                                     .medium = Medium::service_reply,
                                     .address = "cognito-identity:GetCredentialsForIdentity",
                                     .readers = Readers::whoever_has_the_proofs,
                                     .open_to_clients = true,
                                     .owner = "cognito-identity.amazonaws.com",
                                     .source = sources::cognito_flows};
inline constexpr Place app_memory{.name = "memory of the app",
                                  .plane = Plane::client,
                                  .medium = Medium::process_memory,
                                  .readers = Readers::the_workload,
                                  .source = sources::cognito_flows};
/// The proof of sign-in of the enhanced flow, the OpenID token of the basic flow; a user who has not signed in has no
/// proof of sign-in.
inline constexpr Place app_token{.name = "token of the app's user",
                                 .plane = Plane::client,
                                 .medium = Medium::process_memory,
                                 .readers = Readers::not_stated,
                                 .source = sources::cognito_flows};
inline constexpr Place cognito_proofs[] = {app_token};
inline constexpr Place cognito_custody[] = {cognito_service, cognito_reply, app_memory};
inline constexpr Text cognito_conditions[] = {"cognito-identity.amazonaws.com:aud = IDENTITY_POOL_ID",
                                              "cognito-identity.amazonaws.com:amr = authenticated or unauthenticated"};

inline constexpr CredentialSource cognito_identity_pool{
    .id = Row::cognito_identity_pool,
    .name = "Cognito identity pool",
    .trust = {TrustKind::federated, "cognito-identity.amazonaws.com", only_assume_role_with_web_identity,
              cognito_conditions, sources::cognito_flows},
    .assumer = "the Cognito service in the enhanced flow; in the basic flow the app, with an OpenID token",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRoleWithWebIdentity",
    .requester =
        "the app, through cognito-identity:GetCredentialsForIdentity; in the basic flow by a call of its own to STS",
    .proofs = cognito_proofs,
    .custody = cognito_custody,
    .custodian = "the app; in the enhanced flow the Cognito service on the way",
    .user = "the app, for its end user",
    .session_name = "CognitoIdentityCredentials",
    .lifetime = "typically 1 h",
    .workload_assumes = SelfAssumption::no_or_yes,
    .assumer_source = sources::cognito_flows,
    .custody_source = sources::cognito_flows};

inline constexpr Platform cognito_platforms[] = {Platform::mobile_app};
inline constexpr Surface cognito_surfaces[] = {
    {SurfaceKind::api, "cognito-identity:GetCredentialsForIdentity",
     "IdentityId, and Credentials with AccessKeyId, SecretKey, SessionToken and Expiration", sources::cognito_flows},
    {SurfaceKind::api, "sts:AssumeRoleWithWebIdentity", "of the basic flow, by the app itself", sources::cognito_flows},
};
inline constexpr Trail cognito_trail[] = {
    {"AssumeRoleWithWebIdentity", "", "", "", sources::cognito_flows},
};
inline constexpr Stated cognito_notes[] = {
    {"Cognito is a federated principal in the trust policy, a service in the enhanced flow, and no party to STS's call "
     "in the basic flow.",
     sources::cognito_flows},
    {"Its reply names the secret SecretKey, where the others have SecretAccessKey.", sources::cognito_flows},
};
inline constexpr Entry cognito_identity_pool_entry{
    .key = "cognito_identity_pool",
    .family = Family::federation,
    .source = &cognito_identity_pool,
    .platforms = cognito_platforms,
    .surfaces = cognito_surfaces,
    .readers = {"the end user of the app", sources::cognito_flows},
    .session_name_source = sources::cognito_flows,
    .lifetime = {.usual = 3600, .source = sources::cognito_flows.graded(Grade::inferred)},
    .rotation = {not_known, sources::cognito_flows.graded(Grade::unverified)},
    .workload_assumes_source = sources::cognito_flows,
    .trail = cognito_trail,
    .trail_missing = {"who is named in that record: unknown", sources::cognito_flows.graded(Grade::unverified)},
    .notes = cognito_notes};

}  // namespace whence::catalog
