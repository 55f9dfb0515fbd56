// EKS: rows 17 to 20.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/entries/ec2.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// What the API server delivers with IRSA is this token, no credential of AWS.
inline constexpr Place service_account_token{.name = "projected token of the service account",
                                             .plane = Plane::data,
                                             .medium = Medium::file,
                                             .address = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token",
                                             .readers = Readers::the_workload,
                                             .source = sources::eks_pod_identity_webhook};
inline constexpr Place pod_identity_token{
    .name = "projected token for Pod Identity",
    .plane = Plane::data,
    .medium = Medium::file,
    .address = "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
    .readers = Readers::the_workload,
    .source = sources::eks_pod_identity_webhook};
inline constexpr Place service_account_sdk_memory{.name = "memory of the SDK in the pod",
                                                  .plane = Plane::data,
                                                  .medium = Medium::process_memory,
                                                  .readers = Readers::the_workload,
                                                  .source = sources::botocore_credentials};
inline constexpr Place eks_auth_service{.name = "the EKS Auth service",
                                        .plane = Plane::regional_control,
                                        .medium = Medium::service_memory,
                                        .readers = Readers::the_service,
                                        .owner = "pods.eks.amazonaws.com",
                                        .source = sources::eks_pod_identity_records};
inline constexpr Place eks_auth_reply{.name = "reply of AssumeRoleForPodIdentity",
                                      .plane = Plane::regional_control,
                                      .medium = Medium::service_reply,
                                      .address = "eks-auth:AssumeRoleForPodIdentity",
                                      .readers = Readers::whoever_has_the_proofs,
                                      .open_to_the_data_plane = true,
                                      .owner = "pods.eks.amazonaws.com",
                                      .source = sources::eks_pod_identity_agent};
/// A cache whose key is the pod's token.
inline constexpr Place pod_identity_agent_memory{.name = "memory of the Pod Identity agent",
                                                 .plane = Plane::data,
                                                 .medium = Medium::process_memory,
                                                 .readers = Readers::superuser,
                                                 .source = sources::eks_pod_identity_agent};
inline constexpr Place pod_identity_endpoint{.name = "credential endpoint of the Pod Identity agent",
                                             .plane = Plane::data,
                                             .medium = Medium::container_endpoint,
                                             .address = "http://169.254.170.23/v1/credentials",
                                             .readers = Readers::the_workload,
                                             .source = sources::eks_pod_identity_agent};
inline constexpr Place eks_fargate_service{.name = "the infrastructure of Fargate",
                                           .plane = Plane::control,
                                           .medium = Medium::service_memory,
                                           .readers = Readers::the_service,
                                           .owner = "eks-fargate-pods.amazonaws.com",
                                           .source = sources::eks_pod_execution_role};

inline constexpr Place eks_node_custody[] = {ec2_service, profile_path};
inline constexpr Place eks_service_account_proofs[] = {service_account_token};
inline constexpr Place eks_service_account_custody[] = {service_account_sdk_memory};
inline constexpr Place eks_pod_identity_proofs[] = {profile_path, pod_identity_token};
inline constexpr Place eks_pod_identity_custody[] = {eks_auth_service, eks_auth_reply, pod_identity_agent_memory,
                                                     pod_identity_endpoint, service_account_sdk_memory};
inline constexpr Place eks_fargate_custody[] = {eks_fargate_service};

inline constexpr Text eks_service_account_actions[] = {"sts:AssumeRoleWithWebIdentity"};
inline constexpr Text eks_service_account_conditions[] = {
    "oidc.eks.REGION.amazonaws.com/id/HEX:sub = system:serviceaccount:NAMESPACE:NAME",
    "oidc.eks.REGION.amazonaws.com/id/HEX:aud = sts.amazonaws.com",
};
inline constexpr Text eks_pod_identity_actions[] = {"sts:AssumeRole", "sts:TagSession"};

inline constexpr CredentialSource eks_node{
    .id = Row::eks_node,
    .name = "EKS node role",
    .trust = {TrustKind::service, "ec2.amazonaws.com", only_assume_role, {}, sources::eks_node_role},
    .assumer = "the EC2 service",
    .assumer_plane = Plane::zonal_control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = eks_node_custody,
    .custodian = "the EC2 service",
    .user = "the kubelet and other programs of the node; pods that reach the metadata service",
    .session_name = "the instance id, i-...",
    .lifetime = "as the instance profile: about 6 h, set by EC2",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::cloudtrail_records,
    .custody_source = sources::eks_node_role};

inline constexpr CredentialSource eks_service_account{
    .id = Row::eks_service_account,
    .name = "EKS IAM roles for service accounts (IRSA)",
    .trust = {TrustKind::federated, "arn:aws:iam::ACCOUNT:oidc-provider/oidc.eks.REGION.amazonaws.com/id/HEX",
              eks_service_account_actions, eks_service_account_conditions, sources::eks_service_account_roles},
    .assumer = "the pod, as a federated web identity",
    .assumer_plane = Plane::data,
    .action = "sts:AssumeRoleWithWebIdentity",
    .requester = "the SDK in the pod, with the projected token; the request is not signed",
    .proofs = eks_service_account_proofs,
    .custody = eks_service_account_custody,
    .custodian = "the SDK in the pod; nobody on AWS's side",
    .user = "the SDK's program in the container",
    .session_name =
        "AWS_ROLE_SESSION_NAME, else as the SDK names it: botocore-session-<seconds since 1970> in botocore",
    .lifetime = "1 h unless stated; 15 min up to the role's MaxSessionDuration",
    .workload_assumes = SelfAssumption::yes,
    .assumer_source = sources::botocore_credentials,
    .custody_source = sources::botocore_credentials};

inline constexpr CredentialSource eks_pod_identity{
    .id = Row::eks_pod_identity,
    .name = "EKS Pod Identity",
    .trust =
        {TrustKind::service, "pods.eks.amazonaws.com", eks_pod_identity_actions, {}, sources::eks_pod_identity_role},
    .assumer = "the EKS Auth service",
    .assumer_plane = Plane::regional_control,
    .action = "sts:AssumeRole",
    .requester =
        "the Pod Identity agent of the node, with the node role's credential and the pod's token, through "
        "eks-auth:AssumeRoleForPodIdentity",
    .proofs = eks_pod_identity_proofs,
    .custody = eks_pod_identity_custody,
    .custodian = "the Pod Identity agent of the node; the EKS Auth service on the way",
    .user = "every process in the pod that reads its token",
    .session_name = "eks-<the cluster's name, cut to 10>-<pod>-<uuid>",
    .lifetime = "6 h: durationSeconds is 21600",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::eks_pod_identity_records,
    .custody_source = sources::eks_pod_identity_agent};

inline constexpr CredentialSource eks_fargate_pod_execution{.id = Row::eks_fargate_pod_execution,
                                                            .name = "EKS pod execution role on Fargate",
                                                            .trust = {TrustKind::service,
                                                                      "eks-fargate-pods.amazonaws.com",
                                                                      only_assume_role,
                                                                      {},
                                                                      sources::eks_pod_execution_role},
                                                            .assumer = "EKS or Fargate, on AWS's side",
                                                            .assumer_plane = Plane::control,
                                                            .action = "sts:AssumeRole",
                                                            .requester = "",
                                                            .custody = eks_fargate_custody,
                                                            .custodian = "the infrastructure of Fargate",
                                                            .user = "the infrastructure of Fargate, not the pod",
                                                            .session_name = not_known,
                                                            .lifetime = not_known,
                                                            .workload_assumes = SelfAssumption::no,
                                                            .assumer_source = sources::eks_pod_execution_role,
                                                            .custody_source = sources::eks_pod_execution_role};

inline constexpr Platform eks_node_platforms[] = {Platform::eks_node};
inline constexpr Platform eks_pod_platforms[] = {Platform::eks_node, Platform::eks_fargate};
inline constexpr Platform eks_fargate_platforms[] = {Platform::eks_fargate};

inline constexpr Surface eks_service_account_surfaces[] = {
    {SurfaceKind::environment_variable, "AWS_WEB_IDENTITY_TOKEN_FILE",
     "/var/run/secrets/eks.amazonaws.com/serviceaccount/token", sources::eks_pod_identity_webhook},
    {SurfaceKind::environment_variable, "AWS_ROLE_ARN", "", sources::eks_pod_identity_webhook},
    {SurfaceKind::environment_variable, "AWS_STS_REGIONAL_ENDPOINTS", "optional: regional",
     sources::eks_pod_identity_webhook},
    {SurfaceKind::environment_variable, "AWS_ROLE_SESSION_NAME", "optional: the session's name",
     sources::botocore_credentials},
    {SurfaceKind::file, "/var/run/secrets/eks.amazonaws.com/serviceaccount/token",
     "the token that is the proof, not the credential", sources::eks_pod_identity_webhook},
    {SurfaceKind::api, "sts:AssumeRoleWithWebIdentity", "not signed: the token is the proof",
     sources::botocore_credentials},
};
inline constexpr Surface eks_pod_identity_surfaces[] = {
    {SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials",
     sources::eks_pod_identity_webhook},
    {SurfaceKind::environment_variable, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
     "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
     sources::eks_pod_identity_webhook},
    {SurfaceKind::url, "http://169.254.170.23/v1/credentials",
     "port 80; the answer has AccessKeyId, SecretAccessKey, Token, AccountId, Expiration",
     sources::eks_pod_identity_agent},
    {SurfaceKind::url, "http://[fd00:ec2::23]/v1/credentials", "over IPv6", sources::eks_pod_identity_agent},
    {SurfaceKind::header, "Authorization", "the pod's token", sources::eks_pod_identity_agent},
    {SurfaceKind::file, "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
     "the token that is the proof, not the credential", sources::eks_pod_identity_webhook},
    {SurfaceKind::url, "https://eks-auth.<region>.api.aws/clusters/<name>/assume-role-for-pod-identity",
     "POST, by the agent", sources::eks_pod_identity_agent},
    {SurfaceKind::api, "eks-auth:AssumeRoleForPodIdentity", "by the agent, signed with the node role's credential",
     sources::eks_pod_identity_agent},
};

inline constexpr Trail eks_node_trail[] = {instance_profile_trail[0], instance_profile_trail[1]};
inline constexpr Trail eks_service_account_trail[] = {
    {"AssumeRoleWithWebIdentity", "WebIdentityUser", "",
     "identityProvider is the ARN of the OIDC provider, userName system:serviceaccount:NAMESPACE:NAME, sourceIPAddress "
     "the address by which the pod leaves",
     sources::cloudtrail_user_identity},
};
inline constexpr Trail eks_pod_identity_trail[] = {
    {"AssumeRoleForPodIdentity", "AssumedRole", "",
     "of eks-auth, by the node role's session i-... with ec2RoleDelivery 2.0; the token is hidden",
     sources::eks_pod_identity_records},
    {"AssumeRole", "AWSService", "pods.eks.amazonaws.com",
     "durationSeconds 21600, and six transitive session tags: eks-cluster-arn, eks-cluster-name, kubernetes-namespace, "
     "kubernetes-service-account, kubernetes-pod-name, kubernetes-pod-uid",
     sources::eks_pod_identity_records},
};

inline constexpr Stated eks_node_notes[] = {
    {"It is the node role that calls eks-auth for Pod Identity: its session is upstream of every pod's.",
     sources::eks_pod_identity_records},
    {"The hop limit bounds only the reply with the token of version 2: requests of version 1 pass it, and so do pods "
     "with the host's network.",
     sources::metadata_options},
};
inline constexpr Stated eks_service_account_notes[] = {
    {"IRSA, Pod Identity and ECS look alike inside the pod and differ in who assumes: here the pod itself, by "
     "AWS_WEB_IDENTITY_TOKEN_FILE.",
     sources::eks_pod_identity_webhook},
    {"The token lives 86,400 s unless stated, 600 s at least: longer than the credential that it buys.",
     sources::eks_pod_identity_webhook},
    {"Whoever takes the token elsewhere can call STS with it: the request is not signed, and STS is a public API.",
     sources::botocore_credentials.graded(Grade::inferred)},
    {"With the global endpoint the Region of the record, us-east-1, may differ from the Region that served it.",
     sources::sts_endpoints.graded(Grade::inferred)},
};
inline constexpr Stated eks_pod_identity_notes[] = {
    {"IRSA, Pod Identity and ECS look alike inside the pod and differ in who assumes: here the EKS Auth service, by "
     "AWS_CONTAINER_CREDENTIALS_FULL_URI on 169.254.170.23.",
     sources::eks_pod_identity_agent},
    {"The node role calls eks-auth, so its chain, with ec2RoleDelivery, is upstream of every pod's chain.",
     sources::eks_pod_identity_records},
    {"The trust policy has to allow sts:TagSession beside sts:AssumeRole.", sources::eks_pod_identity_role},
    {"An agent in the customer's own node holds the credentials of other workloads.", sources::eks_pod_identity_agent},
    {"The projected token lives 79,200 s to 86,400 s: the webhook spreads it.", sources::eks_pod_identity_webhook},
};
inline constexpr Stated eks_fargate_pod_execution_notes[] = {
    {"The pod never holds it: a pod on Fargate gets a role of its own by IRSA.",
     sources::eks_pod_execution_role.graded(Grade::inferred)},
};

inline constexpr Entry eks_node_entry{
    .key = "eks_node",
    .family = Family::eks,
    .source = &eks_node,
    .platforms = eks_node_platforms,
    .surfaces = instance_profile_surfaces,
    .readers = {"the kubelet; root of the node; pods, if the hop limit is 2 or more, version 1 is on, or they have the "
                "host's network",
                sources::metadata_options},
    .session_name_source = sources::cloudtrail_records,
    .lifetime = {.usual = 6 * 3600,
                 .least = 6 * 3600 + 3 * 60,
                 .most = 6 * 3600 + 35 * 60,
                 .source = sources::cloudtrail_records},
    .rotation = {"as the instance profile: the next one is ready at least 5 min before the end",
                 sources::roles_for_ec2},
    .workload_assumes_source = sources::eks_node_role,
    .trail = eks_node_trail,
    .notes = eks_node_notes};

inline constexpr Entry eks_service_account_entry{
    .key = "eks_service_account",
    .family = Family::eks,
    .source = &eks_service_account,
    .platforms = eks_pod_platforms,
    .surfaces = eks_service_account_surfaces,
    .readers = {"any process in the container that can read the token file, and root of the node; the credential "
                "itself is in that SDK's memory alone",
                sources::eks_pod_identity_webhook},
    .session_name_source = sources::botocore_credentials,
    .lifetime = {.usual = 3600,
                 .least = 900,
                 .most = 12 * 3600,
                 .source = sources::assume_role_with_web_identity_api.graded(Grade::documentation)},
    .rotation = {"by the SDK: botocore tries from 15 min before the end and insists from 10 min before it",
                 sources::botocore_credentials},
    .workload_assumes_source = sources::botocore_credentials,
    .trail = eks_service_account_trail,
    .notes = eks_service_account_notes};

inline constexpr Entry eks_pod_identity_entry{
    .key = "eks_pod_identity",
    .family = Family::eks,
    .source = &eks_pod_identity,
    .platforms = eks_node_platforms,
    .surfaces = eks_pod_identity_surfaces,
    .readers = {"any process in the pod that can read the token; root of the node; the node role, if it may call "
                "AssumeRoleForPodIdentity and has the pod's token",
                sources::eks_pod_identity_agent},
    .session_name_source = sources::eks_pod_identity_records,
    .lifetime = {.usual = 6 * 3600, .source = sources::eks_pod_identity_records},
    .rotation = {"by the SDK, from the agent's endpoint: botocore tries from 15 min before the end and insists from 10 "
                 "min before it",
                 sources::botocore_credentials},
    .workload_assumes_source = sources::eks_pod_identity_records,
    .trail = eks_pod_identity_trail,
    .notes = eks_pod_identity_notes};

inline constexpr Entry eks_fargate_pod_execution_entry{
    .key = "eks_fargate_pod_execution",
    .family = Family::eks,
    .source = &eks_fargate_pod_execution,
    .platforms = eks_fargate_platforms,
    .readers = {"nobody of the customer's: it is not exposed to the pod", sources::eks_pod_execution_role},
    .session_name_source = sources::eks_pod_execution_role.graded(Grade::unverified),
    .lifetime = {.source = sources::eks_pod_execution_role.graded(Grade::unverified)},
    .rotation = {not_known, sources::eks_pod_execution_role.graded(Grade::unverified)},
    .workload_assumes_source = sources::eks_pod_execution_role,
    .trail_missing = {not_known, sources::eks_pod_execution_role.graded(Grade::unverified)},
    .notes = eks_fargate_pod_execution_notes};

}  // namespace whence::catalog
