// Federation: IAM Identity Center, SAML, GitHub Actions by OIDC and Cognito identity pools.
#pragma once

#include <whence/catalog/cli.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place identity_center_service = memory_of("the Identity Center service", Plane::regional_control,
                                                           "sso.amazonaws.com", sources::identity_center_records);
inline constexpr Place role_credentials_reply =
    open_to_clients(reply_of("reply of GetRoleCredentials", Plane::regional_control, "sso:GetRoleCredentials",
                             "sso.amazonaws.com", sources::botocore_credentials));
/// A bearer token: its holder can request every role that the person may use.
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
    .custodian = {"the AWS CLI; before it, the Identity Center service", sources::botocore_credentials},
    .user = {"every program of that operating-system user", sources::botocore_credentials},
    .session_name = {"the user name, often an e-mail address", sources::identity_center_records},
    .lifetime = {.text = "1 h to 12 h, set in the permission set; 43,200 s observed",
                 .least = 3600,
                 .most = 12 * 3600,
                 .source = sources::identity_center_durations},
    .rotation = {not_known, sources::identity_center_durations.graded(Grade::unverified)},
    .readers =
        {"the operating-system user and the superuser; anyone with the bearer token gets every role of the person",
         sources::botocore_credentials},
    .workload_assumes = {SelfAssumption::no, sources::identity_center_records},
    .surfaces =
        {{SurfaceKind::file, "~/.aws/sso/cache/<sha1>.json", "the sign-in token", sources::botocore_credentials},
         {SurfaceKind::file, "~/.aws/cli/cache/<sha1>.json",
          "the CLI's cache; most SDKs keep the credential only in memory", sources::botocore_credentials},
         {SurfaceKind::api, "sso:GetRoleCredentials",
          "roleCredentials has accessKeyId, secretAccessKey, sessionToken and expiration, in milliseconds since 1970",
          sources::botocore_credentials},
         {SurfaceKind::url, "https://portal.sso.REGION.amazonaws.com/federation/credentials", "",
          sources::botocore_credentials}},
    .trail = {{"GetRoleCredentials", "IdentityCenterUser", "",
               "eventType AwsServiceEvent; onBehalfOf.userId is the person", sources::identity_center_records},
              {"AssumeRoleWithSAML", "SAMLUser", "",
               "accessKeyId in the response differs from the one used later; durationSeconds 43200 observed",
               sources::identity_center_records}},
    .notes = {
        {"The role is role/aws-reserved/sso.amazonaws.com/[REGION/]AWSReservedSSO_SET_SUFFIX: its path is never /, and "
         "has no Region if the identity source is in us-east-1. aws:PrincipalArn has the path, the session's ARN does "
         "not.",
         sources::referencing_permission_sets},
        {"The key id in the response to AssumeRoleWithSAML is not the one used later: it cannot join records.",
         sources::identity_center_records},
        {"The customer cannot edit the trust policy, and cannot call AssumeRoleWithSAML for the AWSReservedSSO roles.",
         sources::identity_center_durations.graded(Grade::inferred)},
        {"The bearer token is sufficient for every role that the person may use.", sources::botocore_credentials}}};
inline constexpr Source saml_api_page = sources::assume_role_with_saml_api.graded(Grade::documentation);
inline constexpr Place saml_assertion =
    users_own("assertion from the identity provider", Medium::browser, "", saml_api_page);
inline constexpr Place console_session = users_own("cookie of the console session", Medium::browser, "", saml_api_page);
/// Used if a tool signs in instead of a browser.
inline constexpr Place saml_tool_profile = instead(users_own("profile of the tool", Medium::file, "", saml_api_page));

inline constexpr CredentialSource saml_federation{
    .id = SourceId::saml_federation,
    .name = "SAML federation",
    .family = Family::federation,
    .platforms = {Platform::workstation},
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:saml-provider/NAME",
              {"sts:AssumeRoleWithSAML"},
              {"SAML:aud = https://signin.aws.amazon.com/saml"},
              saml_api_page},
    .assumer = {"the bearer of the assertion", Plane::client, "sts:AssumeRoleWithSAML", saml_api_page},
    .requester = {"the browser, through the sign-in endpoint, or a tool; with the assertion, not signed",
                  saml_api_page},
    .proofs = {saml_assertion},
    .custody = {console_session, saml_tool_profile},
    .custodian = {"the browser or the tool", saml_api_page},
    .user = {"the holder of the credential", saml_api_page},
    .session_name = {"the attribute RoleSessionName of the assertion", sources::saml_assertions},
    .lifetime = {.text = "1 h by default; up to the role's MaxSessionDuration",
                 .usual = 3600,
                 .most = 12 * 3600,
                 .source = saml_api_page},
    .rotation = {not_known, sources::assume_role_with_saml_api.graded(Grade::unverified)},
    .readers = {"the holder of the browser session or of the tool's profile", saml_api_page},
    .workload_assumes = {SelfAssumption::yes, saml_api_page},
    .surfaces = {{SurfaceKind::url, "https://signin.aws.amazon.com/saml", "the audience of the assertion",
                  saml_api_page},
                 {SurfaceKind::url, "https://REGION.signin.aws.amazon.com/saml",
                  "the audience at a regional endpoint, which AWS advises to add", sources::saml_assertions},
                 {SurfaceKind::api, "sts:AssumeRoleWithSAML", "not signed: the assertion is the proof", saml_api_page}},
    .trail = {{"AssumeRoleWithSAML", "SAMLUser", "", "", sources::cloudtrail_user_identity}}};
inline constexpr Place job_token =
    with_readers(users_own("OIDC token of the job", Medium::process_memory, "", sources::github_action_source),
                 Readers::the_workload);
inline constexpr Place action_memory =
    with_readers(users_own("memory of the action", Medium::process_memory, "", sources::github_action_source),
                 Readers::the_workload);
inline constexpr Place job_environment = with_readers(
    users_own("environment of the job", Medium::environment,
              "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN", sources::github_action_source),
    Readers::the_workload);

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
    .requester = {"the step that runs the action, with the job's OIDC token; not signed",
                  sources::github_action_source},
    .proofs = {job_token},
    .custody = {action_memory, job_environment},
    .custodian = {"the action, then the environment of the job", sources::github_action_source},
    .user = {"every later step of the job", sources::github_action_source},
    .session_name = {"GitHubActions", sources::github_action_source},
    .lifetime = {.text = "3,600 s by default; 900 s to 43,200 s",
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
/// Only in the enhanced flow is Cognito between STS and the app.
inline constexpr Place cognito_service =
    memory_of("the Cognito service", Plane::control, "cognito-identity.amazonaws.com", sources::cognito_flows);
inline constexpr Place cognito_reply = open_to_clients(
    reply_of("reply of GetCredentialsForIdentity", Plane::control, "cognito-identity:GetCredentialsForIdentity",
             "cognito-identity.amazonaws.com", sources::cognito_flows));
inline constexpr Place app_memory = with_readers(
    users_own("memory of the app", Medium::process_memory, "", sources::cognito_flows), Readers::the_workload);
/// The proof of sign-in (enhanced flow), which a user who has not signed in lacks, or the OpenID token (basic flow).
inline constexpr Place app_token = with_readers(
    users_own("token of the app's user", Medium::process_memory, "", sources::cognito_flows), Readers::not_stated);

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
    .assumer = {"in the enhanced flow the Cognito service; in the basic flow the app, with an OpenID token",
                Plane::control, "sts:AssumeRoleWithWebIdentity", sources::cognito_flows},
    .requester =
        {"the app, through cognito-identity:GetCredentialsForIdentity; in the basic flow the app calls STS itself",
         sources::cognito_flows},
    .proofs = {app_token},
    .custody = {cognito_service, cognito_reply, app_memory},
    .custodian = {"the app; in the enhanced flow, before it, the Cognito service", sources::cognito_flows},
    .user = {"the app, for its end user", sources::cognito_flows},
    .session_name = {"CognitoIdentityCredentials", sources::cognito_flows},
    .lifetime = {.text = "enhanced flow: 1 h, fixed; basic flow: 15 min to 12 h",
                 .usual = 3600,
                 .least = 900,
                 .most = 12 * 3600,
                 .source = sources::cognito_answers},
    .rotation = {not_known, sources::cognito_flows.graded(Grade::unverified)},
    .readers = {"the end user of the app", sources::cognito_flows},
    .workload_assumes = {SelfAssumption::no_or_yes, sources::cognito_flows},
    .surfaces = {{SurfaceKind::api, "cognito-identity:GetCredentialsForIdentity",
                  "IdentityId, and Credentials with AccessKeyId, SecretKey, SessionToken and Expiration",
                  sources::cognito_flows},
                 {SurfaceKind::api, "sts:AssumeRoleWithWebIdentity", "in the basic flow, called by the app itself",
                  sources::cognito_flows}},
    .trail = {{"AssumeRoleWithWebIdentity", "", "", "", sources::cognito_flows}},
    .trail_missing = {"the identity in that record is unknown", sources::cognito_flows.graded(Grade::unverified)},
    .notes = {
        {"In the trust policy, Cognito is a federated principal. In the enhanced flow, it calls STS as a service. In "
         "the basic flow, it takes no part in the STS call.",
         sources::cognito_flows},
        {"Its reply names the secret SecretKey; other sources name it SecretAccessKey.", sources::cognito_flows}}};

}  // namespace whence::catalog
