// Identities and the command line.
#pragma once

#include <whence/catalog/cli.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// Whoever called STS himself: where he puts it then is up to him.
inline constexpr Place callers_memory = users_own("memory of the caller", Medium::process_memory, "",
                                                  sources::temporary_credentials.graded(Grade::inferred));
inline constexpr Place receivers_memory =
    users_own("memory of the program that the broker gives it to", Medium::process_memory, "",
              sources::temporary_credentials.graded(Grade::inferred));
inline constexpr Place root_browser = users_own("browser signed in as root", Medium::browser, "", sources::root_user);
inline constexpr Place root_credentials_file = instead(
    users_own("credentials file with the root user's key", Medium::file, "~/.aws/credentials", sources::root_user));
/// The credential of a principal of the management account or of a delegated administrator, wherever he has it from.
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
                                          "if the holder sets it, beside the key",
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
    .requester = {"the IAM user, or root, with his long-term key, SerialNumber and TokenCode",
                  sources::temporary_credentials},
    .proofs = cli_profile.proofs,
    .custody = {callers_memory},
    .custodian = {"the caller", sources::temporary_credentials},
    .user = {"the caller", sources::temporary_credentials},
    .session_name = {"none: the ARN stays arn:aws:iam::ACCOUNT:user/NAME", sources::temporary_credentials},
    .lifetime = {.text = "a user: 15 min to 36 h, 12 h unless stated; root: 1 h at most",
                 .usual = 12 * 3600,
                 .least = 900,
                 .most = 36 * 3600,
                 .source = sources::temporary_credentials},
    .rotation = {"by a new call alone", sources::temporary_credentials.graded(Grade::inferred)},
    .readers = {"the operating-system user of the caller", sources::temporary_credentials.graded(Grade::inferred)},
    .workload_assumes = {SelfAssumption::not_applicable, sources::temporary_credentials},
    .surfaces = {{SurfaceKind::api, "sts:GetSessionToken", "the reply is all: where it goes is up to the caller",
                  sources::temporary_credentials},
                 holders_variable,
                 holders_profile},
    .trail = {{"GetSessionToken", "IAMUser", "", "root's calls have type Root", sources::cloudtrail_user_identity},
              {"", "IAMUser", "", "an ASIA key, and sessionContext.attributes.mfaAuthenticated",
               sources::cloudtrail_user_identity}},
    .notes = {{"The type stays IAMUser, with an ASIA key: ASIA does not mean that there is a role.",
               sources::cloudtrail_user_identity},
              {"It may call IAM only if MFA was given, and of STS only AssumeRole and GetCallerIdentity.",
               sources::temporary_credentials}}};

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
    .user = {"the end user to whom the broker gives it", sources::temporary_credentials},
    .session_name = {"the name that the broker gives, of 2 to 32 characters: arn:aws:sts::ACCOUNT:federated-user/NAME",
                     sources::temporary_credentials},
    .lifetime = {.text = "a user: 15 min to 36 h, 12 h unless stated; root: 1 h at most",
                 .usual = 12 * 3600,
                 .least = 900,
                 .most = 36 * 3600,
                 .source = sources::temporary_credentials},
    .rotation = {"by a new call alone", sources::temporary_credentials.graded(Grade::inferred)},
    .readers = {"the broker, and the end user who receives it", sources::temporary_credentials},
    .workload_assumes = {SelfAssumption::not_applicable, sources::temporary_credentials},
    .surfaces = {{SurfaceKind::api, "sts:GetFederationToken", "the reply is all: where it goes is up to the broker",
                  sources::temporary_credentials},
                 holders_variable,
                 holders_profile},
    .trail = {{"GetFederationToken", "IAMUser", "", "root's calls have type Root", sources::cloudtrail_user_identity},
              {"", "FederatedUser", "", "arn:aws:sts::ACCOUNT:federated-user/NAME", sources::cloudtrail_user_identity}},
    .notes = {
        {"It may not call IAM, and of STS only GetCallerIdentity.", sources::federation_token_permissions},
        {"The broker may run on AWS as well as outside.", sources::temporary_credentials.graded(Grade::inferred)}}};

inline constexpr CredentialSource root_user{
    .id = SourceId::root_user,
    .name = "Root user",
    .family = Family::identity_and_cli,
    .platforms = cli_profile.platforms,
    .trust = {.source = sources::root_user},
    .assumer = {"nobody: the root user signs in, and assumes no role", Plane::client, {}, sources::root_user},
    .requester = {"the root user, by password and MFA in the console, or with a root access key, AKIA...",
                  sources::root_user},
    .custody = {root_browser, root_credentials_file},
    .custodian = {"the browser, or the credentials file", sources::root_user},
    .user = {"the root user", sources::root_user},
    .session_name = {"none: the ARN is arn:aws:iam::ACCOUNT:root", sources::cloudtrail_user_identity},
    .lifetime = {.text = "that of the console session; an access key is a long-term one", .source = sources::root_user},
    .readers = {"whoever holds it", sources::root_user},
    .workload_assumes = {SelfAssumption::not_applicable, sources::root_user},
    .surfaces = {{SurfaceKind::file, "~/.aws/credentials", "if the root user has an access key", sources::root_user}},
    .trail = {{"", "Root", "", "", sources::cloudtrail_user_identity}},
    .notes = {{"Root cannot assume a role.", sources::assume_role_api.graded(Grade::documentation)},
              {"GetSessionToken and GetFederationToken by root last 1 h at most.", sources::temporary_credentials}}};

inline constexpr CredentialSource root_task{
    .id = SourceId::root_task,
    .name = "AssumeRoot, a privileged task on a member account",
    .family = Family::identity_and_cli,
    .platforms = cli_profile.platforms,
    .trust = {.source = sources::assume_root_api},
    .assumer = {"a principal of the management account, or of a delegated administrator", Plane::client,
                "sts:AssumeRoot", sources::assume_root_api.graded(Grade::documentation)},
    .requester = {"the same principal, with TargetPrincipal (the member account) and TaskPolicyArn (one of five)",
                  sources::assume_root_api.graded(Grade::documentation)},
    .proofs = {administrators_credential},
    .custody = {callers_memory},
    .custodian = {"the caller", sources::assume_root_api},
    .user = {"the caller", sources::assume_root_api},
    .session_name = {"none: the ARN is arn:aws:iam::MEMBER:root, the key begins with ASIA",
                     sources::track_privileged_tasks},
    .lifetime = {.text = "15 min unless stated, 0 to 15 min",
                 .usual = 900,
                 .least = 0,
                 .most = 900,
                 .source = sources::assume_root_api.graded(Grade::documentation)},
    .rotation = {"none: by a new call alone", sources::assume_root_api},
    .readers = {"the caller", sources::assume_root_api},
    .workload_assumes = {SelfAssumption::not_applicable, sources::assume_root_api},
    .surfaces = {{SurfaceKind::api, "sts:AssumeRoot", "the reply has Credentials and SourceIdentity",
                  sources::assume_root_api}},
    .trail = {{"AssumeRoot", "", "", "by the administrator, of whichever type he is", sources::track_privileged_tasks},
              {"", "Root", "", "with an ASIA key", sources::track_privileged_tasks},
              {"", "Root", "", "sessionContext.assumedRoot marks the session (by third parties)",
               sources::track_privileged_tasks.graded(Grade::third_party)}},
    .notes = {
        {"No role is assumed, and no trust policy takes part: what counts is the caller's permission and one fixed task "
         "policy.",
         sources::assume_root_api},
        {"The task policies are arn:aws:iam::aws:policy/root-task/ and IAMAuditRootUserCredentials, "
         "IAMCreateRootUserPassword, IAMDeleteRootUserCredentials, S3UnlockBucketPolicy or SQSUnlockQueuePolicy.",
         sources::assume_root_api},
        {"The type is Root, with an ASIA key: Root does not mean that the root user signed in.",
         sources::track_privileged_tasks},
        {"The global endpoint of STS does not offer it.", sources::assume_root_api}}};

inline constexpr CredentialSource console_login{
    .id = SourceId::console_login,
    .name = "aws login, a console sign-in for the CLI",
    .family = Family::identity_and_cli,
    .platforms = cli_profile.platforms,
    .trust = {.source = sources::botocore_source.graded(Grade::unverified)},
    .assumer = {"the sign-in service, by no operation of STS that is seen", Plane::control, "signin:CreateOAuth2Token",
                sources::botocore_source},
    .requester = {"the AWS CLI, with a sign-in to the console", sources::botocore_source},
    .proofs = {console_login_browser},
    .custody = {console_login_reply, console_login_cache},
    .custodian = {"the AWS CLI", sources::botocore_source},
    .user = {"the AWS CLI, and every program of that operating-system user", sources::botocore_source},
    .session_name = {"none: the same principal as signed in (not verified)",
                     sources::botocore_source.graded(Grade::unverified)},
    .lifetime = {.text = not_known, .source = sources::botocore_source.graded(Grade::unverified)},
    .rotation = {not_known, sources::botocore_source.graded(Grade::unverified)},
    .readers = {"the operating-system user", sources::botocore_source.graded(Grade::unverified)},
    .workload_assumes = {SelfAssumption::not_applicable, sources::botocore_source.graded(Grade::unverified)},
    .surfaces = {{SurfaceKind::file, "~/.aws/login/cache/", "the directory", sources::botocore_source},
                 {SurfaceKind::environment_variable, "AWS_LOGIN_CACHE_DIRECTORY", "another directory in its place",
                  sources::botocore_source},
                 {SurfaceKind::path, "/v1/token", "CreateOAuth2Token, at the sign-in service",
                  sources::botocore_source}},
    .trail_missing = {not_known, sources::botocore_source.graded(Grade::unverified)},
    .notes = {{"It changes no principal: no role, and no name of a session.",
               sources::botocore_source.graded(Grade::unverified)}}};

}  // namespace whence::catalog
