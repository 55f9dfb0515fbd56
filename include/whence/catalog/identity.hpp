// Credentials of IAM users, of the root user, and of a console sign-in for the CLI.
#pragma once

#include <whence/catalog/cli.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// The caller of STS decides where to store the credential.
inline constexpr Place callers_memory = users_own("memory of the caller", Medium::process_memory, "",
                                                  sources::temporary_credentials.graded(Grade::inferred));
inline constexpr Place receivers_memory =
    users_own("memory of the program that receives it from the broker", Medium::process_memory, "",
              sources::temporary_credentials.graded(Grade::inferred));
inline constexpr Place root_browser = users_own("browser signed in as root", Medium::browser, "", sources::root_user);
inline constexpr Place root_credentials_file = instead(
    users_own("credentials file with the root user's key", Medium::file, "~/.aws/credentials", sources::root_user));
/// The credential, from any source, of a principal of the management account or of a delegated administrator account.
inline constexpr Place administrators_credential = users_own("credential of the administrator", Medium::process_memory,
                                                             "", sources::assume_root_api.graded(Grade::inferred));
inline constexpr Place console_login_browser = users_own("browser signed in to the console", Medium::browser, "",
                                                         sources::botocore_source.graded(Grade::inferred));
inline constexpr Place console_login_cache =
    users_own("login cache of the CLI", Medium::file, "~/.aws/login/cache/", sources::botocore_source);
inline constexpr Place console_login_reply =
    open_to_clients(reply_of("reply of CreateOAuth2Token", Plane::control, "CreateOAuth2Token, path /v1/token",
                             "the sign-in service", sources::botocore_source));
inline constexpr Surface holders_variable{SurfaceKind::environment_variable, "AWS_SESSION_TOKEN",
                                          "if the holder sets it together with the key",
                                          sources::temporary_credentials.graded(Grade::inferred)};
inline constexpr Surface holders_profile{SurfaceKind::file, "~/.aws/credentials",
                                         "if the holder writes a profile with aws_session_token",
                                         sources::temporary_credentials.graded(Grade::inferred)};

inline constexpr CredentialSource session_token{
    .id = SourceId::session_token,
    .name = "GetSessionToken, with MFA",
    .family = Family::identity_and_cli,
    .platforms = cli_profile.platforms,
    .trust = {.source = sources::temporary_credentials},
    .assumer = {"the IAM user, or root; no role is assumed", Plane::client, "sts:GetSessionToken",
                sources::temporary_credentials},
    .requester = {"the IAM user, or root, with a long-term key, SerialNumber and TokenCode",
                  sources::temporary_credentials},
    .proofs = cli_profile.proofs,
    .custody = {callers_memory},
    .custodian = {"the caller", sources::temporary_credentials.graded(Grade::inferred)},
    .user = {"the caller", sources::temporary_credentials},
    .session_name = {"none: the ARN stays arn:aws:iam::ACCOUNT:user/NAME", sources::temporary_credentials},
    .lifetime = {.text = "a user: 15 min to 36 h, 12 h by default; root: at most 1 h",
                 .usual = 12 * 3600,
                 .least = 900,
                 .most = 36 * 3600,
                 .source = sources::temporary_credentials},
    .rotation = {"only by a new call", sources::temporary_credentials.graded(Grade::inferred)},
    .readers = {"the operating-system user of the caller", sources::temporary_credentials.graded(Grade::inferred)},
    .workload_assumes = {SelfAssumption::not_applicable, sources::temporary_credentials},
    .surfaces = {{SurfaceKind::api, "sts:GetSessionToken", "only the reply: the caller decides where to store it",
                  sources::temporary_credentials},
                 holders_variable,
                 holders_profile},
    .trail = {{"GetSessionToken", "IAMUser", "", "calls by root have type Root", sources::cloudtrail_user_identity},
              {"", "IAMUser", "", "an ASIA key, and sessionContext.attributes.mfaAuthenticated",
               sources::cloudtrail_user_identity}},
    .notes = {{"The type stays IAMUser, with an ASIA key: an ASIA key does not imply a role.",
               sources::cloudtrail_user_identity},
              {"It can call IAM only if MFA was used, and of STS only AssumeRole, GetCallerIdentity, "
               "GetScopedCredentials, GetWebIdentityToken and GetDelegatedAccessToken.",
               sources::get_session_token_api}}};

inline constexpr CredentialSource federation_token{
    .id = SourceId::federation_token,
    .name = "GetFederationToken",
    .family = Family::identity_and_cli,
    .platforms = {Platform::workstation, Platform::ec2},
    .trust = {.source = sources::temporary_credentials},
    .assumer = {"the IAM user as a broker, or root; no role is assumed", Plane::client, "sts:GetFederationToken",
                sources::temporary_credentials},
    .requester = {"the broker, with the long-term key of its IAM user", sources::temporary_credentials},
    .proofs = cli_profile.proofs,
    .custody = {callers_memory, receivers_memory},
    .custodian = {"the broker", sources::temporary_credentials},
    .user = {"the end user that receives it from the broker", sources::temporary_credentials},
    .session_name = {"the name that the broker chooses, 2 to 32 characters: arn:aws:sts::ACCOUNT:federated-user/NAME",
                     sources::temporary_credentials},
    .lifetime = session_token.lifetime,
    .rotation = {"only by a new call", sources::temporary_credentials.graded(Grade::inferred)},
    .readers = {"the broker, and the end user that receives it", sources::temporary_credentials},
    .workload_assumes = {SelfAssumption::not_applicable, sources::temporary_credentials},
    .surfaces = {{SurfaceKind::api, "sts:GetFederationToken", "only the reply: the broker decides where to store it",
                  sources::temporary_credentials},
                 holders_variable,
                 holders_profile},
    .trail = {{"GetFederationToken", "IAMUser", "", "calls by root have type Root", sources::cloudtrail_user_identity},
              {"", "FederatedUser", "", "arn:aws:sts::ACCOUNT:federated-user/NAME", sources::cloudtrail_user_identity}},
    .notes = {{"It cannot call IAM with the CLI or the API, and of STS it can call only GetCallerIdentity, "
               "GetScopedCredentials and GetDelegatedAccessToken.",
               sources::get_federation_token_api},
              {"The broker can run on AWS or outside.", sources::temporary_credentials.graded(Grade::inferred)}}};

inline constexpr CredentialSource root_user{
    .id = SourceId::root_user,
    .name = "Root user",
    .family = Family::identity_and_cli,
    .platforms = cli_profile.platforms,
    .trust = {.source = sources::root_user},
    .assumer = {"nobody: the root user signs in and assumes no role", Plane::client, "", sources::root_user},
    .requester = {"the root user, with password and MFA in the console, or with a root access key, AKIA...",
                  sources::root_user},
    .custody = {root_browser, root_credentials_file},
    .custodian = {"the browser, or the credentials file", sources::root_user},
    .user = {"the root user", sources::root_user},
    .session_name = {"none: the ARN is arn:aws:iam::ACCOUNT:root", sources::cloudtrail_user_identity},
    .lifetime = {.text = "the duration of the console session; an access key is long-term",
                 .source = sources::root_user},
    .readers = {"its holder", sources::root_user},
    .workload_assumes = {SelfAssumption::not_applicable, sources::root_user},
    .surfaces = {{SurfaceKind::file, "~/.aws/credentials", "if the root user has an access key", sources::root_user}},
    .trail = {{"", "Root", "", "", sources::cloudtrail_user_identity}},
    .notes = {{"Root cannot assume a role.", sources::assume_role_api.graded(Grade::documentation)},
              {"Root's sessions of GetSessionToken and GetFederationToken last at most 1 h.",
               sources::temporary_credentials}}};

inline constexpr CredentialSource root_task{
    .id = SourceId::root_task,
    .name = "AssumeRoot, a privileged task on a member account",
    .family = Family::identity_and_cli,
    .platforms = cli_profile.platforms,
    .trust = {.source = sources::assume_root_api},
    .assumer = {"a principal of the management account or of a delegated administrator account", Plane::client,
                "sts:AssumeRoot", sources::assume_root_api.graded(Grade::documentation)},
    .requester = {"the same principal, with TargetPrincipal (the member account) and TaskPolicyArn (one of five)",
                  sources::assume_root_api.graded(Grade::documentation)},
    .proofs = {administrators_credential},
    .custody = {callers_memory},
    .custodian = {"the caller", sources::assume_root_api},
    .user = {"the caller", sources::assume_root_api},
    .session_name = {"none: the ARN is arn:aws:iam::MEMBER:root, and the key begins with ASIA",
                     sources::track_privileged_tasks},
    .lifetime = {.text = "15 min by default; 0 to 15 min",
                 .usual = 900,
                 .least = 0,
                 .most = 900,
                 .source = sources::assume_root_api.graded(Grade::documentation)},
    .rotation = {"none: only by a new call", sources::assume_root_api},
    .readers = {"the caller", sources::assume_root_api},
    .workload_assumes = {SelfAssumption::not_applicable, sources::assume_root_api},
    .surfaces = {{SurfaceKind::api, "sts:AssumeRoot", "the reply has Credentials and SourceIdentity",
                  sources::assume_root_api}},
    .trail = {{"AssumeRoot", "", "", "called by the administrator; the type is the administrator's",
               sources::track_privileged_tasks},
              {"", "Root", "", "with an ASIA key", sources::track_privileged_tasks},
              {"", "Root", "", "sessionContext.assumedRoot marks the session (reported by third parties)",
               sources::track_privileged_tasks.graded(Grade::third_party)}},
    .notes = {
        {"No role is assumed and no trust policy applies: the caller's permission and one fixed task policy decide.",
         sources::assume_root_api},
        {"The task policies are under arn:aws:iam::aws:policy/root-task/: IAMAuditRootUserCredentials, "
         "IAMCreateRootUserPassword, IAMDeleteRootUserCredentials, S3UnlockBucketPolicy and SQSUnlockQueuePolicy.",
         sources::assume_root_api},
        {"The type is Root, with an ASIA key: type Root does not mean that the root user signed in.",
         sources::track_privileged_tasks},
        {"The global STS endpoint does not offer this operation.", sources::assume_root_api}}};

inline constexpr CredentialSource console_login{
    .id = SourceId::console_login,
    .name = "aws login, a console sign-in for the CLI",
    .family = Family::identity_and_cli,
    .platforms = cli_profile.platforms,
    .trust = {.source = sources::command_line_login},
    .assumer = {"the sign-in service; no STS operation is visible", Plane::control, "signin:CreateOAuth2Token",
                sources::login_records},
    .requester = {"the AWS CLI, with a console sign-in", sources::botocore_source},
    .proofs = {console_login_browser},
    .custody = {console_login_reply, console_login_cache},
    .custodian = {"the AWS CLI", sources::botocore_source},
    .user = {"the AWS CLI, and every program of that operating-system user", sources::botocore_source},
    .session_name = {"none of its own: the same session ARN, and the same creationDate, as the console sign-in",
                     sources::login_records},
    .lifetime = {.text = "15 min; the tool renews it for up to 12 h", .usual = 900, .source = sources::agent_toolkit},
    .rotation = {"the tool, with the refresh token in the same cache file, for up to 12 h",
                 sources::command_line_login},
    .readers = {"the operating-system user", sources::botocore_source.graded(Grade::unverified)},
    .workload_assumes = {SelfAssumption::not_applicable, sources::login_records},
    .surfaces = {{SurfaceKind::file, "~/.aws/login/cache/", "the directory; its files have the refresh token too",
                  sources::botocore_source},
                 {SurfaceKind::environment_variable, "AWS_LOGIN_CACHE_DIRECTORY", "a different directory",
                  sources::botocore_source},
                 {SurfaceKind::path, "/v1/token", "CreateOAuth2Token, at the sign-in service",
                  sources::botocore_source}},
    .trail =
        {{"AuthorizeOAuth2Access", "", "",
          "of signin.amazonaws.com, by the browser: client_id arn:aws:signin:::devtools/same-device, scope openid, "
          "redirect http://127.0.0.1:PORT/oauth/callback",
          sources::login_records},
         {"CreateOAuth2Token", "", "", "by the tool; responseElements is null, and there is no accessKeyId",
          sources::login_records},
         {"", "", "", "an ASIA key, with the ARN and creationDate of the sign-in, which join the records",
          sources::login_records}},
    .notes = {{"It does not change the principal: it has no role and no session name.", sources::login_records},
              {"It needs signin:AuthorizeOAuth2Access and signin:CreateOAuth2Token on "
               "arn:aws:signin:*:*:oauth2/public-client/*: the managed policy SignInLocalDevelopmentAccess.",
               sources::command_line_login},
              {"The root user, IAM users and federated sign-ins can use it, with version 2.32.0 of the CLI or later.",
               sources::command_line_login}}};

}  // namespace whence::catalog
