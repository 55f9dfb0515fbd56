// EC2: the instance profile's credential and the instance identity credential, both handed out by the metadata service.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
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
inline constexpr Place ec2_service = memory_of("the EC2 service", Plane::zonal_control, "ec2.amazonaws.com",
                                               sources::roles_for_ec2.graded(Grade::inferred));
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
inline constexpr Surface metadata_token{SurfaceKind::path, "/latest/api/token",
                                        "version 2: PUT first, for a token of 1 to 21600 seconds",
                                        sources::metadata_options};
inline constexpr Surface metadata_token_lifetime_header{SurfaceKind::header, "X-aws-ec2-metadata-token-ttl-seconds",
                                                        "of the PUT", sources::metadata_options};
inline constexpr Surface metadata_token_header{SurfaceKind::header, "X-aws-ec2-metadata-token",
                                               "of every GET behind it", sources::metadata_options};

inline constexpr CredentialSource instance_profile{
    .id = SourceId::instance_profile,
    .name = "EC2 instance profile, through the metadata service",
    .family = Family::ec2,
    // On ECS and EKS the same credential is that of ecs_container_instance and of eks_node.
    .platforms = {Platform::ec2},
    .needs = Needs::instance_profile,
    .trust = trusts_service("ec2.amazonaws.com", sources::roles_for_ec2),
    .assumer = {"the EC2 service", Plane::zonal_control, "sts:AssumeRole", sources::cloudtrail_records},
    .custody = {ec2_service, profile_path},
    .custodian = {"the EC2 service", sources::roles_for_ec2},
    .user = {"every user and program of the instance", sources::roles_for_ec2},
    .session_name = {"the instance id, i-...", sources::cloudtrail_records},
    .lifetime =
        {.text =
             "about 6 h, set by EC2, which has the next one ready 5 min before the end; the role's MaxSessionDuration does not count",
         .usual = 6 * 3600,
         .least = 6 * 3600 + 3 * 60,
         .most = 6 * 3600 + 35 * 60,
         .source = sources::cloudtrail_records},
    .rotation = {"EC2 has the next one ready at least 5 min before the end", sources::roles_for_ec2},
    .readers =
        {"every user and program that reaches the link-local address, unless a firewall of the machine stops it; "
         "forged requests; containers and pods as far as the hop limit lets the token through; whoever has the "
         "host's network always",
         sources::metadata_options},
    .workload_assumes = {SelfAssumption::no, sources::cloudtrail_records},
    .surfaces = {{SurfaceKind::url, "http://169.254.169.254/latest/meta-data/iam/security-credentials/ROLE", "",
                  sources::roles_for_ec2},
                 {SurfaceKind::url, "http://[fd00:ec2::254]/latest/meta-data/iam/security-credentials/ROLE",
                  "over IPv6, which has to be switched on, on Nitro instances", sources::metadata_options},
                 {SurfaceKind::path, "/latest/meta-data/iam/security-credentials/", "lists the name of the role",
                  sources::roles_for_ec2},
                 {SurfaceKind::path, "/latest/meta-data/iam/info", "names the instance profile",
                  sources::metadata_categories},
                 metadata_token,
                 metadata_token_lifetime_header,
                 metadata_token_header,
                 {SurfaceKind::environment_variable, "AWS_EC2_METADATA_DISABLED", "keeps an SDK from asking",
                  sources::botocore_credentials},
                 {SurfaceKind::environment_variable, "AWS_EC2_METADATA_SERVICE_ENDPOINT", "another address",
                  sources::botocore_credentials},
                 {SurfaceKind::environment_variable, "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "IPv4 or IPv6",
                  sources::botocore_credentials},
                 {SurfaceKind::environment_variable, "AWS_EC2_METADATA_V1_DISABLED", "keeps an SDK from version 1",
                  sources::botocore_credentials}},
    .trail =
        {{"AssumeRole", "AWSService", "ec2.amazonaws.com",
          "twice in the same second for each instance, once for each version of the metadata service; sourceIPAddress and "
          "userAgent are ec2.amazonaws.com, there is no durationSeconds, eventType AwsApiCall, readOnly true, a sharedEventID",
          sources::cloudtrail_records},
         {"", "AssumedRole", "",
          "sessionContext.ec2RoleDelivery is 1.0 or 2.0; newer records have inScopeOf with issuerType AWS::EC2::Instance and "
          "the instance's ARN",
          sources::cloudtrail_records}},
    .notes = {
        {"The hop limit bounds only the reply with the token of version 2.", sources::metadata_options},
        {"The role's MaxSessionDuration does not count.", sources::cloudtrail_records},
        {"The profile and its role may have different names: the path lists the role's.", sources::roles_for_ec2}}};

inline constexpr CredentialSource instance_identity{
    .id = SourceId::instance_identity,
    .name = "EC2 instance identity role",
    .family = Family::ec2,
    .platforms = {Platform::ec2, Platform::ecs_on_ec2, Platform::eks_node},
    .needs = Needs::metadata_service,
    .counted_elsewhere = true,
    .assumer = {"AWS, by no operation of STS that is seen", Plane::control, {}, sources::roles_for_ec2},
    .custody = {ec2_service, identity_path},
    .custodian = {"the EC2 service", sources::metadata_categories},
    .user = {"the SSM agent, EC2 Instance Connect, GuardDuty; readable by every user and program of the instance",
             sources::metadata_categories},
    .session_name = {"the instance id, i-..., of the role aws:ec2-instance: aws:ec2-instance/i-...",
                     sources::role_for_all_instances},
    .lifetime = {.text = "about 6 h (not verified)",
                 .usual = 6 * 3600,
                 .source = sources::roles_for_ec2.graded(Grade::unverified)},
    .rotation = {"by the SDK, as with the instance profile", sources::roles_for_ec2.graded(Grade::unverified)},
    .readers = {"as the instance profile, also where no profile is attached", sources::roles_for_ec2},
    .workload_assumes = {SelfAssumption::no, sources::roles_for_ec2},
    .surfaces = {{SurfaceKind::url,
                  "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/security-credentials/ec2-instance",
                  "", sources::metadata_categories},
                 {SurfaceKind::url, "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/info",
                  "what it is of", sources::metadata_categories},
                 metadata_token,
                 metadata_token_lifetime_header,
                 metadata_token_header},
    .trail = {{"", "AssumedRole", "",
               "principalId ACCOUNT:aws:ec2-instance:i-..., sessionIssuer role/aws:ec2-instance, ec2RoleDelivery 2.0",
               sources::role_for_all_instances}},
    .trail_missing = {"no AssumeRole record was found among 2,900", sources::cloudtrail_records},
    .notes = {{"It has a role's ARN, but no trust policy, no policy, and no object in IAM.", sources::roles_for_ec2},
              {"It is there without an instance profile, and cannot be switched off.", sources::roles_for_ec2}}};

}  // namespace whence::catalog
