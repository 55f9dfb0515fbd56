// The talk's first story: a user's key in a CLI profile that names a role.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// The user's long-term key. Bind it to its user with owned_by.
inline constexpr Place cli_credentials_file{.name = "credentials file of the CLI",
                                            .plane = Plane::client,
                                            .medium = Medium::file,
                                            .address = "~/.aws/credentials",
                                            .readers = Readers::owner_and_superuser,
                                            .source = sources::switching_roles_with_the_cli};
inline constexpr Place cli_memory{.name = "memory of the CLI",
                                  .plane = Plane::client,
                                  .medium = Medium::process_memory,
                                  .readers = Readers::owner_and_superuser,
                                  .source = sources::botocore_credentials};
/// Where the CLI keeps the session's credential between commands: created with mkstemp, hence 0600.
inline constexpr Place cli_cache{.name = "cache of the CLI",
                                 .plane = Plane::client,
                                 .medium = Medium::file,
                                 .address = "~/.aws/cli/cache/<sha1>.json",
                                 .readers = Readers::owner_and_superuser,
                                 .mode = "0600",
                                 .source = sources::aws_cli_source};

inline constexpr Place cli_proofs[] = {cli_credentials_file};
inline constexpr Place cli_custody[] = {cli_memory, cli_cache};

inline constexpr CredentialSource cli_profile{
    .id = Row::cli_profile,
    .name = "AWS CLI profile with role_arn and source_profile",
    .trust = {TrustKind::aws,
              "arn:aws:iam::ACCOUNT:user/NAME, or the account",
              only_assume_role,
              {},
              sources::switching_roles_with_the_cli},
    .assumer = "the IAM user",
    .assumer_plane = Plane::client,
    .action = "sts:AssumeRole",
    .requester = "the AWS CLI, with the user's long-term key",
    .proofs = cli_proofs,
    .custody = cli_custody,
    .custodian = "the AWS CLI",
    .user = "the AWS CLI, and every program of that operating-system user",
    .session_name =
        "botocore-session-<seconds since 1970>, unless role_session_name is set; of the AWS SDK for Go aws-go-sdk-<nanoseconds>",
    .lifetime = "1 h unless stated; 15 min up to the role's MaxSessionDuration; 1 h in a chain",
    .workload_assumes = SelfAssumption::yes,
    .assumer_source = sources::cloudtrail_records,
    .custody_source = sources::botocore_credentials};

}  // namespace whence::catalog
