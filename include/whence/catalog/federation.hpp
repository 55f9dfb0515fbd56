// Federation: IAM Identity Center, SAML, GitHub Actions by OIDC and Cognito identity pools.
#pragma once

#include <whence/catalog/cli.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place identity_center_service = memory_of("the Identity Center service", Plane::regional_control,
                                                           "sso.amazonaws.com", sources::identity_center_records);
inline constexpr Place role_credentials_reply =
    open_to_clients(reply_of("reply of GetRoleCredentials", Plane::regional_control, "sso:GetRoleCredentials",
                             "sso.amazonaws.com", sources::botocore_credentials));
/// A bearer token: whoever holds it can ask for every role that the person may use.
inline constexpr Place sign_in_token = users_own("sign-in token of Identity Center", Medium::file,
                                                 "~/.aws/sso/cache/<sha1>.json", sources::botocore_credentials);

inline constexpr CredentialSource identity_center{
    .id = SourceId::identity_center,
    .name = "IAM Identity Center",
    .family = Family::federation,
    .platforms = {Platform::workstation},
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:saml-provider/AWSSSO_HEX_DO_NOT_DELETE",
              {"sts:AssumeRoleWithSAML", "sts:TagSession"},
              {},
              sources::identity_center_records},
    .assumer = {"the Identity Center service", Plane::regional_control, "sts:AssumeRoleWithSAML",
                sources::identity_center_records},
    .requester = {"the AWS CLI or an SDK, with its bearer token, through sso:GetRoleCredentials",
                  sources::identity_center_records},
    .proofs = {sign_in_token},
    .custody = {identity_center_service, role_credentials_reply, cli_memory, cli_cache},
    .custodian = {"the AWS CLI; the Identity Center service on the way", sources::botocore_credentials},
    .user = {"every program of that operating-system user", sources::botocore_credentials},
    .session_name = {"the user name, often an e-mail address", sources::identity_center_records},
    .lifetime = {.text = "1 h to 12 h, set in the permission set; 43,200 s was seen",
                 .least = 3600,
                 .most = 12 * 3600,
                 .source = sources::identity_center_durations},
    .rotation = {not_known, sources::identity_center_durations.graded(Grade::unverified)},
    .readers =
        {"the operating-system user and the superuser; whoever has the bearer token gets every role of the person",
         sources::botocore_credentials},
    .workload_assumes = {SelfAssumption::no, sources::identity_center_records},
    .surfaces =
        {{SurfaceKind::file, "~/.aws/sso/cache/<sha1>.json", "the sign-in token", sources::botocore_credentials},
         {SurfaceKind::file, "~/.aws/cli/cache/<sha1>.json",
          "of the CLI; most SDKs keep the credential in memory alone", sources::botocore_credentials},
         {SurfaceKind::api, "sso:GetRoleCredentials",
          "roleCredentials has accessKeyId, secretAccessKey, sessionToken and expiration, in milliseconds since 1970",
          sources::botocore_credentials},
         {SurfaceKind::url, "https://portal.sso.REGION.amazonaws.com/federation/credentials", "",
          sources::botocore_credentials}},
    .trail = {{"GetRoleCredentials", "IdentityCenterUser", "",
               "eventType AwsServiceEvent; onBehalfOf.userId is the person", sources::identity_center_records},
              {"AssumeRoleWithSAML", "SAMLUser", "",
               "accessKeyId in the answer is not the one that is used later; durationSeconds 43200 was seen",
               sources::identity_center_records}},
    .notes = {
        {"The key id in the answer to AssumeRoleWithSAML differs from the one used later: records cannot be joined by it.",
         sources::identity_center_records},
        {"The trust policy is not the customer's to edit, and customers cannot call AssumeRoleWithSAML for the "
         "AWSReservedSSO roles.",
         sources::identity_center_durations.graded(Grade::inferred)},
        {"The bearer token alone is enough for every role that the person may use.", sources::botocore_credentials}}};
inline constexpr Place saml_assertion = users_own("assertion of the identity provider", Medium::browser, "",
                                                  sources::assume_role_with_saml_api.graded(Grade::documentation));
inline constexpr Place console_session = users_own("cookie of the console session", Medium::browser, "",
                                                   sources::assume_role_with_saml_api.graded(Grade::documentation));
/// Where a tool does it in place of a browser.
inline constexpr Place saml_tool_profile = instead(users_own(
    "profile of the tool", Medium::file, "", sources::assume_role_with_saml_api.graded(Grade::documentation)));

inline constexpr CredentialSource saml_federation{
    .id = SourceId::saml_federation,
    .name = "SAML federation",
    .family = Family::federation,
    .platforms = {Platform::workstation},
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:saml-provider/NAME",
              {"sts:AssumeRoleWithSAML"},
              {"SAML:aud = https://signin.aws.amazon.com/saml"},
              sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .assumer = {"the bearer of the assertion", Plane::client, "sts:AssumeRoleWithSAML",
                sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .requester = {"the browser, through the sign-in endpoint, or a tool, with the assertion and no signature",
                  sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .proofs = {saml_assertion},
    .custody = {console_session, saml_tool_profile},
    .custodian = {"the browser or the tool", sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .user = {"the holder", sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .session_name = {"the attribute RoleSessionName of the assertion", sources::saml_assertions},
    .lifetime = {.text = "1 h unless stated; up to the role's MaxSessionDuration",
                 .usual = 3600,
                 .most = 12 * 3600,
                 .source = sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .rotation = {not_known, sources::assume_role_with_saml_api.graded(Grade::unverified)},
    .readers = {"the holder of the browser session or of the tool's profile",
                sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .workload_assumes = {SelfAssumption::yes, sources::assume_role_with_saml_api.graded(Grade::documentation)},
    .surfaces = {{SurfaceKind::url, "https://signin.aws.amazon.com/saml", "the audience of the assertion",
                  sources::assume_role_with_saml_api.graded(Grade::documentation)},
                 {SurfaceKind::api, "sts:AssumeRoleWithSAML", "unsigned: the assertion is the proof",
                  sources::assume_role_with_saml_api.graded(Grade::documentation)}},
    .trail = {{"AssumeRoleWithSAML", "SAMLUser", "", "", sources::cloudtrail_user_identity}}};
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

inline constexpr CredentialSource github_actions{
    .id = SourceId::github_actions,
    .name = "GitHub Actions, by OIDC",
    .family = Family::federation,
    .platforms = {Platform::ci_runner},
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:oidc-provider/token.actions.githubusercontent.com",
              {"sts:AssumeRoleWithWebIdentity"},
              {"token.actions.githubusercontent.com:aud = sts.amazonaws.com",
               "token.actions.githubusercontent.com:sub = PATTERN"},
              sources::github_action_source},
    .assumer = {"the job, as a web identity", Plane::client, "sts:AssumeRoleWithWebIdentity",
                sources::github_action_source},
    .requester = {"the step that runs the action, with the job's OIDC token and no signature",
                  sources::github_action_source},
    .proofs = {job_token},
    .custody = {action_memory, job_environment},
    .custodian = {"the action, then the environment of the job", sources::github_action_source},
    .user = {"every later step of the job", sources::github_action_source},
    .session_name = {"GitHubActions", sources::github_action_source},
    .lifetime = {.text = "3,600 s unless stated; 900 s to 43,200 s",
                 .usual = 3600,
                 .least = 900,
                 .most = 43200,
                 .source = sources::github_action_source},
    .rotation = {not_known, sources::github_action_source.graded(Grade::unverified)},
    .readers = {"every later step of the job", sources::github_action_source},
    .workload_assumes = {SelfAssumption::yes, sources::github_action_source},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_ACCESS_KEY_ID", "masked in the log",
                  sources::github_action_source},
                 {SurfaceKind::environment_variable, "AWS_SECRET_ACCESS_KEY", "masked in the log",
                  sources::github_action_source},
                 {SurfaceKind::environment_variable, "AWS_SESSION_TOKEN", "masked in the log",
                  sources::github_action_source},
                 {SurfaceKind::environment_variable, "AWS_REGION", "", sources::github_action_source}},
    .trail = {{"AssumeRoleWithWebIdentity", "WebIdentityUser", "", "userName is the sub claim of the token",
               sources::cloudtrail_user_identity}}};
/// Between STS and the app in the enhanced flow alone.
inline constexpr Place cognito_service =
    memory_of("the Cognito service", Plane::control, "cognito-identity.amazonaws.com", sources::cognito_flows);
inline constexpr Place cognito_reply = open_to_clients(
    reply_of("reply of GetCredentialsForIdentity", Plane::control, "cognito-identity:GetCredentialsForIdentity",
             "cognito-identity.amazonaws.com", sources::cognito_flows));
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

inline constexpr CredentialSource cognito_identity_pool{
    .id = SourceId::cognito_identity_pool,
    .name = "Cognito identity pool",
    .family = Family::federation,
    .platforms = {Platform::mobile_app},
    .trust = {TrustKind::federated,
              "cognito-identity.amazonaws.com",
              github_actions.trust.actions,
              {"cognito-identity.amazonaws.com:aud = IDENTITY_POOL_ID",
               "cognito-identity.amazonaws.com:amr = authenticated or unauthenticated"},
              sources::cognito_flows},
    .assumer = {"the Cognito service in the enhanced flow; in the basic flow the app, with an OpenID token",
                Plane::control, "sts:AssumeRoleWithWebIdentity", sources::cognito_flows},
    .requester =
        {"the app, through cognito-identity:GetCredentialsForIdentity; in the basic flow by a call of its own to STS",
         sources::cognito_flows},
    .proofs = {app_token},
    .custody = {cognito_service, cognito_reply, app_memory},
    .custodian = {"the app; in the enhanced flow the Cognito service on the way", sources::cognito_flows},
    .user = {"the app, for its end user", sources::cognito_flows},
    .session_name = {"CognitoIdentityCredentials", sources::cognito_flows},
    .lifetime = {.text = "typically 1 h", .usual = 3600, .source = sources::cognito_flows.graded(Grade::inferred)},
    .rotation = {not_known, sources::cognito_flows.graded(Grade::unverified)},
    .readers = {"the end user of the app", sources::cognito_flows},
    .workload_assumes = {SelfAssumption::no_or_yes, sources::cognito_flows},
    .surfaces = {{SurfaceKind::api, "cognito-identity:GetCredentialsForIdentity",
                  "IdentityId, and Credentials with AccessKeyId, SecretKey, SessionToken and Expiration",
                  sources::cognito_flows},
                 {SurfaceKind::api, "sts:AssumeRoleWithWebIdentity", "of the basic flow, by the app itself",
                  sources::cognito_flows}},
    .trail = {{"AssumeRoleWithWebIdentity", "", "", "", sources::cognito_flows}},
    .trail_missing = {"who is named in that record: unknown", sources::cognito_flows.graded(Grade::unverified)},
    .notes = {
        {"Cognito is a federated principal in the trust policy, a service in the enhanced flow, and no party to STS's call "
         "in the basic flow.",
         sources::cognito_flows},
        {"Its reply names the secret SecretKey, where the others have SecretAccessKey.", sources::cognito_flows}}};

}  // namespace whence::catalog
