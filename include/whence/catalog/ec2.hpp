// EC2: the instance profile's credential and the instance identity credential, both served by IMDS.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/metadata_service.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// AWS documents that EC2 holds the credential, but not where EC2 keeps it before IMDS has it.
inline constexpr Place ec2_service = memory_of("the EC2 service", Plane::zonal_control, "ec2.amazonaws.com",
                                               sources::roles_for_ec2.graded(Grade::inferred));
inline constexpr Surface metadata_token{SurfaceKind::path, "/latest/api/token",
                                        "IMDSv2: first PUT, to get a token valid for 1 to 21600 seconds",
                                        sources::metadata_options};
inline constexpr Surface metadata_token_lifetime_header{SurfaceKind::header, "X-aws-ec2-metadata-token-ttl-seconds",
                                                        "sent with the PUT", sources::metadata_options};
inline constexpr Surface metadata_token_header{SurfaceKind::header, "X-aws-ec2-metadata-token",
                                               "sent with every GET that follows", sources::metadata_options};

inline constexpr CredentialSource instance_profile{
    .id = SourceId::instance_profile,
    .name = "EC2 instance profile, through IMDS",
    .family = Family::ec2,
    // On ECS and EKS this credential is listed as ecs_container_instance and eks_node.
    .platforms = {Platform::ec2},
    .needs = needs_at(profile_path),
    .trust = trusts_service("ec2.amazonaws.com", sources::roles_for_ec2),
    .assumer = {"the EC2 service", Plane::zonal_control, "sts:AssumeRole", sources::cloudtrail_records},
    .custody = {ec2_service, profile_path},
    .custodian = {"the EC2 service", sources::roles_for_ec2},
    .user = {"every user and program of the instance", sources::roles_for_ec2},
    .session_name = {"the instance id, i-...", sources::cloudtrail_records},
    .lifetime = {.text = "about 6 h, set by EC2: 6 h 3 min to 6 h 35 min observed; the role's MaxSessionDuration does "
                         "not apply",
                 .usual = 6 * 3600 + 3 * 60,
                 .least = 6 * 3600 + 3 * 60,
                 .most = 6 * 3600 + 35 * 60,
                 .source = sources::cloudtrail_records},
    .rotation = {"EC2 has the next credential ready at least 5 min before expiry", sources::roles_for_ec2},
    .readers =
        {"every user and program that reaches the link-local address, unless a firewall on the machine blocks it; "
         "forged requests; containers and pods, if the hop limit lets the token through; on the host network, always",
         sources::metadata_options},
    .workload_assumes = {SelfAssumption::no, sources::cloudtrail_records},
    .surfaces = {{SurfaceKind::url, "http://169.254.169.254/latest/meta-data/iam/security-credentials/ROLE", "",
                  sources::roles_for_ec2},
                 {SurfaceKind::url, "http://[fd00:ec2::254]/latest/meta-data/iam/security-credentials/ROLE",
                  "over IPv6, which must be enabled, on Nitro instances", sources::metadata_options},
                 {SurfaceKind::path, "/latest/meta-data/iam/security-credentials/", "lists the role's name",
                  sources::roles_for_ec2},
                 {SurfaceKind::path, "/latest/meta-data/iam/info", "names the instance profile",
                  sources::metadata_categories},
                 metadata_token,
                 metadata_token_lifetime_header,
                 metadata_token_header,
                 {SurfaceKind::environment_variable, "AWS_EC2_METADATA_DISABLED", "stops an SDK from calling IMDS",
                  sources::botocore_credentials},
                 {SurfaceKind::environment_variable, "AWS_EC2_METADATA_SERVICE_ENDPOINT", "a different address",
                  sources::botocore_credentials},
                 {SurfaceKind::environment_variable, "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "IPv4 or IPv6",
                  sources::botocore_credentials},
                 {SurfaceKind::environment_variable, "AWS_EC2_METADATA_V1_DISABLED",
                  "stops an SDK from using IMDSv1, as many do after 403, 404 or 405 (not those for Rust and Kotlin)",
                  sources::metadata_in_sdks}},
    .trail =
        {{"AssumeRole", "AWSService", "ec2.amazonaws.com",
          "twice in the same second for each instance, once for each IMDS version; sourceIPAddress and userAgent are "
          "ec2.amazonaws.com, durationSeconds is absent, eventType is AwsApiCall, readOnly is true, and a "
          "sharedEventID is present",
          sources::cloudtrail_records},
         {"", "AssumedRole", "",
          "sessionContext.ec2RoleDelivery is 1.0 or 2.0; newer records have inScopeOf with issuerType "
          "AWS::EC2::Instance and the instance's ARN",
          sources::cloudtrail_records}},
    .notes = {
        {"The hop limit applies only to the reply with the IMDSv2 token.", sources::metadata_options},
        {"It applies to every container or pod with a network of its own, whatever runs it: Docker, Swarm, Nomad, "
         "Elastic Beanstalk or a Kubernetes of your own.",
         sources::rust_sdk_issue_540},
        {"A process of the instance needs 1 hop, a container behind one bridge or a pod needs 2; Docker in "
         "Docker and some overlay networks need 3.",
         sources::eksctl_issue_7665},
        {"The token requirement and the hop limit come, each by itself, from the launch; else from the account's "
         "default for the Region; else from the AMI (an AMI registered for IMDSv2: required, and 2); else they "
         "are optional, and 1. They can be changed later on the instance.",
         sources::metadata_options},
        {"The account's default for the Region can come from a declarative policy, which the account cannot "
         "change; it does not touch existing instances. HttpTokensEnforced makes a launch fail that ends up with "
         "IMDSv1.",
         sources::ec2_model},
        {"The role's MaxSessionDuration does not apply.", sources::cloudtrail_records},
        {"The profile and its role may have different names: the path lists the role's name.",
         sources::roles_for_ec2}}};

inline constexpr CredentialSource instance_identity{
    .id = SourceId::instance_identity,
    .name = "EC2 instance identity role",
    .family = Family::ec2,
    .platforms = {Platform::ec2, Platform::ecs_on_ec2, Platform::eks_node},
    .needs = needs_at(identity_path),
    .counted_elsewhere = true,
    .assumer = {"AWS; no STS operation is visible", Plane::control, "", sources::roles_for_ec2},
    .custody = {ec2_service, identity_path},
    .custodian = {"the EC2 service", sources::metadata_categories},
    .user = {"the SSM agent, EC2 Instance Connect and GuardDuty; every user and program of the instance can read it",
             sources::metadata_categories},
    .session_name = {"the instance id, i-..., of the role aws:ec2-instance: aws:ec2-instance/i-...",
                     sources::role_for_all_instances},
    .lifetime = {.text = "about 6 h (not verified)",
                 .usual = 6 * 3600,
                 .source = sources::roles_for_ec2.graded(Grade::unverified)},
    .rotation = {"the SDK, as for the instance profile", sources::roles_for_ec2.graded(Grade::unverified)},
    .readers = {"as for the instance profile, even if no profile is attached", sources::roles_for_ec2},
    .workload_assumes = {SelfAssumption::no, sources::roles_for_ec2},
    .surfaces = {{SurfaceKind::url,
                  "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/security-credentials/ec2-instance",
                  "", sources::metadata_categories},
                 {SurfaceKind::url, "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/info",
                  "describes the credential", sources::metadata_categories},
                 metadata_token,
                 metadata_token_lifetime_header,
                 metadata_token_header},
    .trail = {{"", "AssumedRole", "",
               "principalId ACCOUNT:aws:ec2-instance:i-..., sessionIssuer role/aws:ec2-instance, ec2RoleDelivery 2.0",
               sources::role_for_all_instances}},
    .trail_missing = {"no AssumeRole record was found among 2,900", sources::cloudtrail_records},
    .notes = {
        {"It has a role ARN, but no trust policy, no permissions policy and no IAM object.", sources::roles_for_ec2},
        {"It exists without an instance profile and cannot be disabled.", sources::roles_for_ec2}}};

}  // namespace whence::catalog
