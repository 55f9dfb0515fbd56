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
/// Where the CLI keeps the session's credential between commands: created with mkstemp, hence 0600.
inline constexpr Place cli_cache{.name = "cache of the CLI",
                                 .plane = Plane::client,
                                 .medium = Medium::file,
                                 .address = "~/.aws/cli/cache/<sha1>.json",
                                 .readers = Readers::owner_and_superuser,
                                 .mode = "0600",
                                 .source = sources::aws_cli_source};

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
    .session_name =
        {"botocore-session-<seconds since 1970>, unless role_session_name is set; of the AWS SDK for Go aws-go-sdk-<nanoseconds>",
         sources::botocore_credentials},
    .lifetime = {.text = "1 h unless stated; 15 min up to the role's MaxSessionDuration; 1 h in a chain",
                 .usual = 3600,
                 .least = 900,
                 .most = 12 * 3600,
                 .source = sources::assume_role_api.graded(Grade::documentation)},
    .rotation = {"by the SDK: botocore tries from 15 min before the end and insists from 10 min before it",
                 sources::botocore_credentials},
    .readers = {"the operating-system user that ran the CLI with any process of his, and root",
                sources::aws_cli_source},
    .workload_assumes = {SelfAssumption::yes, sources::cloudtrail_records},
    .surfaces = {{SurfaceKind::file, "~/.aws/credentials", "the long-term key that signs",
                  sources::switching_roles_with_the_cli},
                 {SurfaceKind::file, "~/.aws/config", "the profile, with role_arn and source_profile",
                  sources::switching_roles_with_the_cli},
                 {SurfaceKind::file, "~/.aws/cli/cache/<sha1>.json",
                  "the session's credential, created with mkstemp: mode 0600", sources::aws_cli_source}},
    .trail =
        {{"AssumeRole", "IAMUser", "",
          "with the user's AKIA key; sourceIPAddress is a real address, the CLI is in userAgent alone; across accounts "
          "recorded in both with one sharedEventID",
          sources::cloudtrail_records},
         {"AssumeRole", "AWSAccount", "", "the same call in the account of the role, when it is another one",
          sources::cloudtrail_records}},
    .notes = {
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
        {"The Go SDK of version 2 names its sessions aws-go-sdk-<nanoseconds>.", sources::go_sdk}}};

}  // namespace whence::catalog
