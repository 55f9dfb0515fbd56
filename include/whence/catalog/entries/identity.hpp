// Identities and the command line: rows 1 to 6.
#pragma once

#include <whence/catalog/cli.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

namespace detail {
// Of a user of a machine outside AWS.
[[nodiscard]] constexpr Place users_own(Text name, Medium medium, Text address, Source source) {
  return {name, Plane::client, medium, address, Readers::owner_and_superuser, false, false, {}, {}, source};
}
}  // namespace detail

/// Whoever called STS himself: where he puts it then is up to him.
inline constexpr Place callers_memory = detail::users_own("memory of the caller", Medium::process_memory, "",
                                                          sources::temporary_credentials.graded(Grade::inferred));
inline constexpr Place receivers_memory =
    detail::users_own("memory of the program that the broker gives it to", Medium::process_memory, "",
                      sources::temporary_credentials.graded(Grade::inferred));
inline constexpr Place root_browser =
    detail::users_own("browser signed in as root", Medium::browser, "", sources::root_user);
inline constexpr Place root_credentials_file{.name = "credentials file with the root user's key",
                                             .plane = Plane::client,
                                             .medium = Medium::file,
                                             .address = "~/.aws/credentials",
                                             .readers = Readers::owner_and_superuser,
                                             .source = sources::root_user,
                                             .instead = true};
/// The credential of a principal of the management account or of a delegated administrator, wherever he has it from.
inline constexpr Place administrators_credential = detail::users_own(
    "credential of the administrator", Medium::process_memory, "", sources::assume_root_api.graded(Grade::inferred));
inline constexpr Place console_login_browser = detail::users_own("browser signed in to the console", Medium::browser,
                                                                 "", sources::botocore_source.graded(Grade::inferred));
inline constexpr Place console_login_cache =
    detail::users_own("login cache of the CLI", Medium::file, "~/.aws/login/cache/", sources::botocore_source);
inline constexpr Place console_login_reply{.name = "reply of CreateOAuth2Token",
                                           .plane = Plane::control,
                                           .medium = Medium::service_reply,
                                           .address = "CreateOAuth2Token, path /v1/token",
                                           .readers = Readers::whoever_has_the_proofs,
                                           .open_to_clients = true,
                                           .owner = "the sign-in service",
                                           .source = sources::botocore_source};

inline constexpr Place session_token_custody[] = {callers_memory};
inline constexpr Place federation_token_custody[] = {callers_memory, receivers_memory};
inline constexpr Place root_user_custody[] = {root_browser, root_credentials_file};
inline constexpr Place root_task_proofs[] = {administrators_credential};
inline constexpr Place root_task_custody[] = {callers_memory};
inline constexpr Place console_login_proofs[] = {console_login_browser};
inline constexpr Place console_login_custody[] = {console_login_reply, console_login_cache};

inline constexpr CredentialSource session_token{
    .id = Row::session_token,
    .name = "GetSessionToken, with MFA",
    .trust = {.source = sources::temporary_credentials},
    .assumer = "the IAM user, or root; no role is assumed",
    .assumer_plane = Plane::client,
    .action = "sts:GetSessionToken",
    .requester = "the IAM user, or root, with his long-term key, SerialNumber and TokenCode",
    .proofs = cli_proofs,
    .custody = session_token_custody,
    .custodian = "the caller",
    .user = "the caller",
    .session_name = "none: the ARN stays arn:aws:iam::ACCOUNT:user/NAME",
    .lifetime = "a user: 15 min to 36 h, 12 h unless stated; root: 1 h at most",
    .workload_assumes = SelfAssumption::not_applicable,
    .assumer_source = sources::temporary_credentials,
    .custody_source = sources::temporary_credentials};

inline constexpr CredentialSource federation_token{
    .id = Row::federation_token,
    .name = "GetFederationToken",
    .trust = {.source = sources::temporary_credentials},
    .assumer = "the IAM user as a broker, or root; no role is assumed",
    .assumer_plane = Plane::client,
    .action = "sts:GetFederationToken",
    .requester = "the broker, with the long-term key of its IAM user",
    .proofs = cli_proofs,
    .custody = federation_token_custody,
    .custodian = "the broker",
    .user = "the end user to whom the broker gives it",
    .session_name = "the name that the broker gives, of 2 to 32 characters: arn:aws:sts::ACCOUNT:federated-user/NAME",
    .lifetime = "a user: 15 min to 36 h, 12 h unless stated; root: 1 h at most",
    .workload_assumes = SelfAssumption::not_applicable,
    .assumer_source = sources::temporary_credentials,
    .custody_source = sources::temporary_credentials};

inline constexpr CredentialSource root_user{
    .id = Row::root_user,
    .name = "Root user",
    .trust = {.source = sources::root_user},
    .assumer = "nobody: the root user signs in, and assumes no role",
    .assumer_plane = Plane::client,
    .action = "",
    .requester = "the root user, by password and MFA in the console, or with a root access key, AKIA...",
    .custody = root_user_custody,
    .custodian = "the browser, or the credentials file",
    .user = "the root user",
    .session_name = "none: the ARN is arn:aws:iam::ACCOUNT:root",
    .lifetime = "that of the console session; an access key is a long-term one",
    .workload_assumes = SelfAssumption::not_applicable,
    .assumer_source = sources::root_user,
    .custody_source = sources::root_user};

inline constexpr CredentialSource root_task{
    .id = Row::root_task,
    .name = "AssumeRoot, a privileged task on a member account",
    .trust = {.source = sources::assume_root_api},
    .assumer = "a principal of the management account, or of a delegated administrator",
    .assumer_plane = Plane::client,
    .action = "sts:AssumeRoot",
    .requester = "the same principal, with TargetPrincipal (the member account) and TaskPolicyArn (one of five)",
    .proofs = root_task_proofs,
    .custody = root_task_custody,
    .custodian = "the caller",
    .user = "the caller",
    .session_name = "none: the ARN is arn:aws:iam::MEMBER:root, the key begins with ASIA",
    .lifetime = "15 min unless stated, 0 to 15 min",
    .workload_assumes = SelfAssumption::not_applicable,
    .assumer_source = sources::assume_root_api.graded(Grade::documentation),
    .custody_source = sources::assume_root_api};

inline constexpr CredentialSource console_login{.id = Row::console_login,
                                                .name = "aws login, a console sign-in for the CLI",
                                                .trust = {.source = sources::botocore_source.graded(Grade::unverified)},
                                                .assumer = "the sign-in service, by no operation of STS that is seen",
                                                .assumer_plane = Plane::control,
                                                .action = "signin:CreateOAuth2Token",
                                                .requester = "the AWS CLI, with a sign-in to the console",
                                                .proofs = console_login_proofs,
                                                .custody = console_login_custody,
                                                .custodian = "the AWS CLI",
                                                .user = "the AWS CLI, and every program of that operating-system user",
                                                .session_name = "none: the same principal as signed in (not verified)",
                                                .lifetime = not_known,
                                                .workload_assumes = SelfAssumption::not_applicable,
                                                .assumer_source = sources::botocore_source,
                                                .custody_source = sources::botocore_source};

inline constexpr Platform identity_platforms[] = {Platform::workstation};
inline constexpr Platform federation_token_platforms[] = {Platform::workstation, Platform::ec2};

inline constexpr Surface cli_profile_surfaces[] = {
    {SurfaceKind::file, "~/.aws/credentials", "the long-term key that signs", sources::switching_roles_with_the_cli},
    {SurfaceKind::file, "~/.aws/config", "the profile, with role_arn and source_profile",
     sources::switching_roles_with_the_cli},
    {SurfaceKind::file, "~/.aws/cli/cache/<sha1>.json", "the session's credential, created with mkstemp: mode 0600",
     sources::aws_cli_source},
};
inline constexpr Surface holders_variable{SurfaceKind::environment_variable, "AWS_SESSION_TOKEN",
                                          "if the holder sets it, beside the key",
                                          sources::temporary_credentials.graded(Grade::inferred)};
inline constexpr Surface holders_profile{SurfaceKind::file, "~/.aws/credentials",
                                         "if the holder writes a profile with aws_session_token",
                                         sources::temporary_credentials.graded(Grade::inferred)};
inline constexpr Surface session_token_surfaces[] = {
    {SurfaceKind::api, "sts:GetSessionToken", "the reply is all: where it goes is up to the caller",
     sources::temporary_credentials},
    holders_variable,
    holders_profile,
};
inline constexpr Surface federation_token_surfaces[] = {
    {SurfaceKind::api, "sts:GetFederationToken", "the reply is all: where it goes is up to the broker",
     sources::temporary_credentials},
    holders_variable,
    holders_profile,
};
inline constexpr Surface root_user_surfaces[] = {
    {SurfaceKind::file, "~/.aws/credentials", "if the root user has an access key", sources::root_user}};
inline constexpr Surface root_task_surfaces[] = {
    {SurfaceKind::api, "sts:AssumeRoot", "the reply has Credentials and SourceIdentity", sources::assume_root_api}};
inline constexpr Surface console_login_surfaces[] = {
    {SurfaceKind::file, "~/.aws/login/cache/", "the directory", sources::botocore_source},
    {SurfaceKind::environment_variable, "AWS_LOGIN_CACHE_DIRECTORY", "another directory in its place",
     sources::botocore_source},
    {SurfaceKind::path, "/v1/token", "CreateOAuth2Token, at the sign-in service", sources::botocore_source},
};

inline constexpr Trail cli_profile_trail[] = {
    {"AssumeRole", "IAMUser", "",
     "with the user's AKIA key; sourceIPAddress is a real address, the CLI is in userAgent alone; across accounts "
     "recorded in both with one sharedEventID",
     sources::cloudtrail_records},
    {"AssumeRole", "AWSAccount", "", "the same call in the account of the role, when it is another one",
     sources::cloudtrail_records},
};
inline constexpr Trail session_token_trail[] = {
    {"GetSessionToken", "IAMUser", "", "root's calls have type Root", sources::cloudtrail_user_identity},
    {"", "IAMUser", "", "an ASIA key, and sessionContext.attributes.mfaAuthenticated",
     sources::cloudtrail_user_identity},
};
inline constexpr Trail federation_token_trail[] = {
    {"GetFederationToken", "IAMUser", "", "root's calls have type Root", sources::cloudtrail_user_identity},
    {"", "FederatedUser", "", "arn:aws:sts::ACCOUNT:federated-user/NAME", sources::cloudtrail_user_identity},
};
inline constexpr Trail root_user_trail[] = {{"", "Root", "", "", sources::cloudtrail_user_identity}};
inline constexpr Trail root_task_trail[] = {
    {"AssumeRoot", "", "", "by the administrator, of whichever type he is", sources::track_privileged_tasks},
    {"", "Root", "", "with an ASIA key", sources::track_privileged_tasks},
    {"", "Root", "", "sessionContext.assumedRoot marks the session (by third parties)",
     sources::track_privileged_tasks.graded(Grade::third_party)},
};

inline constexpr Stated cli_profile_notes[] = {
    {"The one who assumes is the IAM user: the CLI is in userAgent alone, the terminal in sourceIPAddress alone.",
     sources::cloudtrail_records},
    {"A denied AssumeRole has requestParameters null: the record does not tell which role it was.",
     sources::cloudtrail_records},
    {"A chain has 1 h at most: it is one when the session of a role assumes a second role, as a profile with role_arn "
     "and credential_source (Ec2InstanceMetadata, EcsContainer, Environment) does. There the workload is the assumer.",
     sources::botocore_credentials},
    {"What a service delivers to its own workload is no chain.", sources::roles},
    {"The session's ARN drops the role's path.", sources::identifiers},
    {"With the global endpoint of STS the Region of the record, us-east-1, may differ from the Region that served it.",
     sources::sts_endpoints.graded(Grade::inferred)},
    {"The Go SDK of version 2 names its sessions aws-go-sdk-<nanoseconds>.", sources::go_sdk},
};
inline constexpr Stated session_token_notes[] = {
    {"The type stays IAMUser, with an ASIA key: ASIA does not mean that there is a role.",
     sources::cloudtrail_user_identity},
    {"It may call IAM only if MFA was given, and of STS only AssumeRole and GetCallerIdentity.",
     sources::temporary_credentials},
};
inline constexpr Stated federation_token_notes[] = {
    {"It may not call IAM, and of STS only GetCallerIdentity.", sources::federation_token_permissions},
    {"The broker may run on AWS as well as outside.", sources::temporary_credentials.graded(Grade::inferred)},
};
inline constexpr Stated root_user_notes[] = {
    {"Root cannot assume a role.", sources::assume_role_api.graded(Grade::documentation)},
    {"GetSessionToken and GetFederationToken by root last 1 h at most.", sources::temporary_credentials},
};
inline constexpr Stated root_task_notes[] = {
    {"No role is assumed, and no trust policy takes part: what counts is the caller's permission and one fixed task "
     "policy.",
     sources::assume_root_api},
    {"The task policies are arn:aws:iam::aws:policy/root-task/ and IAMAuditRootUserCredentials, "
     "IAMCreateRootUserPassword, IAMDeleteRootUserCredentials, S3UnlockBucketPolicy or SQSUnlockQueuePolicy.",
     sources::assume_root_api},
    {"The type is Root, with an ASIA key: Root does not mean that the root user signed in.",
     sources::track_privileged_tasks},
    {"The global endpoint of STS does not offer it.", sources::assume_root_api},
};
inline constexpr Stated console_login_notes[] = {{"It changes no principal: no role, and no name of a session.",
                                                  sources::botocore_source.graded(Grade::unverified)}};

inline constexpr Entry cli_profile_entry{
    .key = "cli_profile",
    .family = Family::identity_and_cli,
    .source = &cli_profile,
    .platforms = identity_platforms,
    .surfaces = cli_profile_surfaces,
    .readers = {"the operating-system user that ran the CLI with any process of his, and root",
                sources::aws_cli_source},
    .session_name_source = sources::botocore_credentials,
    .lifetime = {.usual = 3600,
                 .least = 900,
                 .most = 12 * 3600,
                 .source = sources::assume_role_api.graded(Grade::documentation)},
    .rotation = {"by the SDK: botocore tries from 15 min before the end and insists from 10 min before it",
                 sources::botocore_credentials},
    .workload_assumes_source = sources::cloudtrail_records,
    .trail = cli_profile_trail,
    .notes = cli_profile_notes};

inline constexpr Entry session_token_entry{
    .key = "session_token",
    .family = Family::identity_and_cli,
    .source = &session_token,
    .platforms = identity_platforms,
    .surfaces = session_token_surfaces,
    .readers = {"the operating-system user of the caller", sources::temporary_credentials.graded(Grade::inferred)},
    .session_name_source = sources::temporary_credentials,
    .lifetime = {.usual = 12 * 3600, .least = 900, .most = 36 * 3600, .source = sources::temporary_credentials},
    .rotation = {"by a new call alone", sources::temporary_credentials.graded(Grade::inferred)},
    .workload_assumes_source = sources::temporary_credentials,
    .trail = session_token_trail,
    .notes = session_token_notes};

inline constexpr Entry federation_token_entry{
    .key = "federation_token",
    .family = Family::identity_and_cli,
    .source = &federation_token,
    .platforms = federation_token_platforms,
    .surfaces = federation_token_surfaces,
    .readers = {"the broker, and the end user who receives it", sources::temporary_credentials},
    .session_name_source = sources::temporary_credentials,
    .lifetime = {.usual = 12 * 3600, .least = 900, .most = 36 * 3600, .source = sources::temporary_credentials},
    .rotation = {"by a new call alone", sources::temporary_credentials.graded(Grade::inferred)},
    .workload_assumes_source = sources::temporary_credentials,
    .trail = federation_token_trail,
    .notes = federation_token_notes};

inline constexpr Entry root_user_entry{.key = "root_user",
                                       .family = Family::identity_and_cli,
                                       .source = &root_user,
                                       .platforms = identity_platforms,
                                       .surfaces = root_user_surfaces,
                                       .readers = {"whoever holds it", sources::root_user},
                                       .session_name_source = sources::cloudtrail_user_identity,
                                       .lifetime = {.source = sources::root_user},
                                       .workload_assumes_source = sources::root_user,
                                       .trail = root_user_trail,
                                       .notes = root_user_notes};

inline constexpr Entry root_task_entry{.key = "root_task",
                                       .family = Family::identity_and_cli,
                                       .source = &root_task,
                                       .platforms = identity_platforms,
                                       .surfaces = root_task_surfaces,
                                       .readers = {"the caller", sources::assume_root_api},
                                       .session_name_source = sources::track_privileged_tasks,
                                       .lifetime = {.usual = 900,
                                                    .least = 0,
                                                    .most = 900,
                                                    .source = sources::assume_root_api.graded(Grade::documentation)},
                                       .rotation = {"none: by a new call alone", sources::assume_root_api},
                                       .workload_assumes_source = sources::assume_root_api,
                                       .trail = root_task_trail,
                                       .notes = root_task_notes};

inline constexpr Entry console_login_entry{
    .key = "console_login",
    .family = Family::identity_and_cli,
    .source = &console_login,
    .platforms = identity_platforms,
    .surfaces = console_login_surfaces,
    .readers = {"the operating-system user", sources::botocore_source.graded(Grade::unverified)},
    .session_name_source = sources::botocore_source.graded(Grade::unverified),
    .lifetime = {.source = sources::botocore_source.graded(Grade::unverified)},
    .rotation = {not_known, sources::botocore_source.graded(Grade::unverified)},
    .workload_assumes_source = sources::botocore_source.graded(Grade::unverified),
    .trail_missing = {not_known, sources::botocore_source.graded(Grade::unverified)},
    .notes = console_login_notes};

}  // namespace whence::catalog
