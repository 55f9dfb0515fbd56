// EC2: rows 7 and 8.
#pragma once

#include <whence/catalog/ec2.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

// On ECS and EKS the same credential is that of the container instance and of the node: rows 15 and 17.
inline constexpr Platform on_ec2[] = {Platform::ec2};
inline constexpr Platform on_instances[] = {Platform::ec2, Platform::ecs_on_ec2, Platform::eks_node};

inline constexpr Surface metadata_token{SurfaceKind::path, "/latest/api/token",
                                        "version 2: PUT first, for a token of 1 to 21600 seconds",
                                        sources::metadata_options};
inline constexpr Surface metadata_token_lifetime_header{SurfaceKind::header, "X-aws-ec2-metadata-token-ttl-seconds",
                                                        "of the PUT", sources::metadata_options};
inline constexpr Surface metadata_token_header{SurfaceKind::header, "X-aws-ec2-metadata-token",
                                               "of every GET behind it", sources::metadata_options};

inline constexpr Surface instance_profile_surfaces[] = {
    {SurfaceKind::url, "http://169.254.169.254/latest/meta-data/iam/security-credentials/ROLE", "",
     sources::roles_for_ec2},
    {SurfaceKind::url, "http://[fd00:ec2::254]/latest/meta-data/iam/security-credentials/ROLE",
     "over IPv6, which has to be switched on, on Nitro instances", sources::metadata_options},
    {SurfaceKind::path, "/latest/meta-data/iam/security-credentials/", "lists the name of the role",
     sources::roles_for_ec2},
    {SurfaceKind::path, "/latest/meta-data/iam/info", "names the instance profile", sources::metadata_categories},
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
     sources::botocore_credentials},
};
inline constexpr Trail instance_profile_trail[] = {
    {"AssumeRole", "AWSService", "ec2.amazonaws.com",
     "twice in the same second for each instance, once for each version of the metadata service; sourceIPAddress and "
     "userAgent are ec2.amazonaws.com, there is no durationSeconds, eventType AwsApiCall, readOnly true, a sharedEventID",
     sources::cloudtrail_records},
    {"", "AssumedRole", "",
     "sessionContext.ec2RoleDelivery is 1.0 or 2.0; newer records have inScopeOf with issuerType AWS::EC2::Instance and "
     "the instance's ARN",
     sources::cloudtrail_records},
};
inline constexpr Stated instance_profile_notes[] = {
    {"The hop limit bounds only the reply with the token of version 2.", sources::metadata_options},
    {"The role's MaxSessionDuration does not count.", sources::cloudtrail_records},
    {"The profile and its role may have different names: the path lists the role's.", sources::roles_for_ec2},
};
inline constexpr Entry instance_profile_entry{
    .key = "instance_profile",
    .family = Family::ec2,
    .source = &instance_profile,
    .platforms = on_ec2,
    .surfaces = instance_profile_surfaces,
    .readers =
        {"every user and program that reaches the link-local address, unless a firewall of the machine stops it; "
         "forged requests; containers and pods as far as the hop limit lets the token through; whoever has the "
         "host's network always",
         sources::metadata_options},
    .session_name_source = sources::cloudtrail_records,
    .lifetime = {.usual = 6 * 3600,
                 .least = 6 * 3600 + 3 * 60,
                 .most = 6 * 3600 + 35 * 60,
                 .source = sources::cloudtrail_records},
    .rotation = {"EC2 has the next one ready at least 5 min before the end", sources::roles_for_ec2},
    .workload_assumes_source = sources::cloudtrail_records,
    .trail = instance_profile_trail,
    .notes = instance_profile_notes};

inline constexpr Surface instance_identity_surfaces[] = {
    {SurfaceKind::url,
     "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/security-credentials/ec2-instance", "",
     sources::metadata_categories},
    {SurfaceKind::url, "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/info", "what it is of",
     sources::metadata_categories},
    metadata_token,
    metadata_token_lifetime_header,
    metadata_token_header,
};
inline constexpr Trail instance_identity_trail[] = {
    {"", "AssumedRole", "",
     "principalId ACCOUNT:aws:ec2-instance:i-..., sessionIssuer role/aws:ec2-instance, ec2RoleDelivery 2.0",
     sources::role_for_all_instances},
};
inline constexpr Stated instance_identity_notes[] = {
    {"It has a role's ARN, but no trust policy, no policy, and no object in IAM.", sources::roles_for_ec2},
    {"It is there without an instance profile, and cannot be switched off.", sources::roles_for_ec2},
};
inline constexpr Entry instance_identity_entry{
    .key = "instance_identity",
    .family = Family::ec2,
    .source = &instance_identity,
    .platforms = on_instances,
    .surfaces = instance_identity_surfaces,
    .readers = {"as the instance profile, also where no profile is attached", sources::roles_for_ec2},
    .session_name_source = sources::role_for_all_instances,
    .lifetime = {.usual = 6 * 3600, .source = sources::roles_for_ec2.graded(Grade::unverified)},
    .rotation = {"by the SDK, as with the instance profile", sources::roles_for_ec2.graded(Grade::unverified)},
    .workload_assumes_source = sources::roles_for_ec2,
    .trail = instance_identity_trail,
    .trail_missing = {"no AssumeRole record was found among 2,900", sources::cloudtrail_records},
    .notes = instance_identity_notes};

}  // namespace whence::catalog
