// The AWS CLI: a user's key in a profile that names a role.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// The user's long-term key. Bind it to its user with owned_by.
inline constexpr Place cli_credentials_file =
    users_own("credentials file of the CLI", Medium::file, "~/.aws/credentials", sources::switching_roles_with_the_cli);
inline constexpr Place cli_memory =
    users_own("memory of the CLI", Medium::process_memory, "", sources::botocore_credentials);
/// The CLI stores the session's credential here between commands; created with mkstemp, therefore mode 0600.
inline constexpr Place cli_cache =
    users_own("cache of the CLI", Medium::file, "~/.aws/cli/cache/<sha1>.json", sources::aws_cli_source, "0600");

inline constexpr CredentialSource cli_profile{
    .id = SourceId::cli_profile,
    .name = "AWS CLI profile with role_arn and source_profile",
    .family = Family::identity_and_cli,
    .platforms = {Platform::workstation},
    .needs = Needs::nothing,
    .trust = {TrustKind::aws,
              "arn:aws:iam::ACCOUNT:user/NAME, or the account",
              {"sts:AssumeRole"},
              {},
              sources::switching_roles_with_the_cli},
    .assumer = {"the IAM user", Plane::client, "sts:AssumeRole", sources::cloudtrail_records},
    .requester = {"the AWS CLI, with the user's long-term key", sources::cloudtrail_records},
    .proofs = {cli_credentials_file},
    .custody = {cli_memory, cli_cache},
    .custodian = {"the AWS CLI", sources::botocore_credentials},
    .user = {"the AWS CLI, and every program of that operating-system user", sources::botocore_credentials},
    .session_name = {"botocore-session-<seconds since 1970>, unless role_session_name is set; the AWS SDK for Go uses "
                     "aws-go-sdk-<nanoseconds>",
                     sources::botocore_credentials},
    .lifetime = {.text = "1 h by default; 15 min up to the role's MaxSessionDuration; 1 h with role chaining",
                 .usual = 3600,
                 .least = 900,
                 .most = 12 * 3600,
                 .source = sources::assume_role_api.graded(Grade::documentation)},
    .rotation =
        {"the SDK: botocore tries to refresh from 15 min before expiry, and must refresh from 10 min before expiry",
         sources::botocore_credentials},
    .readers = {"the operating-system user that ran the CLI, in any of its processes, and root",
                sources::aws_cli_source},
    .workload_assumes = {SelfAssumption::yes, sources::cloudtrail_records},
    .surfaces = {{SurfaceKind::file, "~/.aws/credentials", "the long-term key that signs the request",
                  sources::switching_roles_with_the_cli},
                 {SurfaceKind::file, "~/.aws/config", "the profile, with role_arn and source_profile",
                  sources::switching_roles_with_the_cli},
                 {SurfaceKind::file, "~/.aws/cli/cache/<sha1>.json",
                  "the session's credential; created with mkstemp: mode 0600", sources::aws_cli_source}},
    .trail = {{"AssumeRole", "IAMUser", "",
               "with the user's AKIA key; sourceIPAddress is a real address, and only userAgent names the CLI; a call "
               "across accounts is recorded in both with one sharedEventID",
               sources::cloudtrail_records},
              {"AssumeRole", "AWSAccount", "",
               "the same call, recorded in the role's account if that is a different account",
               sources::cloudtrail_records}},
    .notes = {
        {"The IAM user assumes the role: the CLI appears only in userAgent, the terminal only in sourceIPAddress.",
         sources::cloudtrail_records},
        {"A denied AssumeRole has requestParameters null: the record does not name the role.",
         sources::cloudtrail_records},
        {"Role chaining is limited to 1 h: a role session assumes a second role, as a profile with role_arn and "
         "credential_source (Ec2InstanceMetadata, EcsContainer, Environment) does. There the workload is the assumer.",
         sources::botocore_credentials},
        {"A session that a service delivers to its own workload is not role chaining.", sources::roles},
        {"The session's ARN omits the role's path.", sources::identifiers},
        {"With the global STS endpoint, the record's Region (us-east-1) may differ from the one that served the call.",
         sources::sts_endpoints.graded(Grade::inferred)},
        {"Version 2 of the Go SDK names its sessions aws-go-sdk-<nanoseconds>.", sources::go_sdk}}};

}  // namespace whence::catalog
