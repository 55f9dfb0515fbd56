// EC2: the instance profile's credential and the instance identity credential, both handed out by the metadata service.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// The instance metadata service. Version 2: PUT /latest/api/token with the header
/// X-aws-ec2-metadata-token-ttl-seconds (1 to 21600), then GET with X-aws-ec2-metadata-token. Version 1: GET alone.
/// Over IPv6 the address is http://[fd00:ec2::254]. Link-local: never seen from another machine.
/// Source: Configure instance metadata options,
/// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
inline constexpr Text metadata_address = "http://169.254.169.254";
inline constexpr Text metadata_token_path = "/latest/api/token";

/// Where EC2 keeps it before the metadata service has it is documented nowhere; that it is EC2 is.
inline constexpr Place ec2_service{.name = "the EC2 service",
                                   .plane = Plane::zonal_control,
                                   .medium = Medium::service_memory,
                                   .readers = Readers::the_service,
                                   .owner = "ec2.amazonaws.com",
                                   .source = sources::roles_for_ec2.graded(Grade::inferred)};
inline constexpr Place profile_path{.name = "metadata path of the profile",
                                    .plane = Plane::zonal_control,
                                    .medium = Medium::metadata_path,
                                    .address = "http://169.254.169.254/latest/meta-data/iam/security-credentials/ROLE",
                                    .readers = Readers::every_process,
                                    .open_to_the_data_plane = true,
                                    .owner = "ec2.amazonaws.com",
                                    .source = sources::roles_for_ec2};
inline constexpr Place identity_path{
    .name = "metadata path of the identity",
    .plane = Plane::zonal_control,
    .medium = Medium::metadata_path,
    .address = "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/security-credentials/ec2-instance",
    .readers = Readers::every_process,
    .open_to_the_data_plane = true,
    .owner = "ec2.amazonaws.com",
    .source = sources::metadata_categories};

inline constexpr Place profile_custody[] = {ec2_service, profile_path};
inline constexpr Place identity_custody[] = {ec2_service, identity_path};

inline constexpr CredentialSource instance_profile{
    .id = Row::instance_profile,
    .name = "EC2 instance profile, through the metadata service",
    .trust = {TrustKind::service, "ec2.amazonaws.com", only_assume_role, {}, sources::roles_for_ec2},
    .assumer = "the EC2 service",
    .assumer_plane = Plane::zonal_control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = profile_custody,
    .custodian = "the EC2 service",
    .user = "every user and program of the instance",
    .session_name = "the instance id, i-...",
    .lifetime =
        "about 6 h, set by EC2, which has the next one ready 5 min before the end; the role's MaxSessionDuration does not count",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::cloudtrail_records,
    .custody_source = sources::roles_for_ec2};

inline constexpr CredentialSource instance_identity{
    .id = Row::instance_identity,
    .name = "EC2 instance identity role",
    .assumer = "AWS, by no operation of STS that is seen",
    .assumer_plane = Plane::control,
    .action = "",
    .requester = "",
    .custody = identity_custody,
    .custodian = "the EC2 service",
    .user = "the SSM agent, EC2 Instance Connect, GuardDuty; readable by every user and program of the instance",
    .session_name = "the instance id, i-..., of the role aws:ec2-instance: aws:ec2-instance/i-...",
    .lifetime = "about 6 h (not verified)",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::roles_for_ec2,
    .custody_source = sources::metadata_categories};

}  // namespace whence::catalog
