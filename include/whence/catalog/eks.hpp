// EKS: nodes, pods and the pod execution role.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// With IRSA the API server delivers this token, not an AWS credential.
inline constexpr Place service_account_token =
    workload_file("projected service account token", "/var/run/secrets/eks.amazonaws.com/serviceaccount/token",
                  sources::eks_pod_identity_webhook);
inline constexpr Place pod_identity_token = workload_file(
    "projected Pod Identity token", "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
    sources::eks_pod_identity_webhook);
inline constexpr Place service_account_sdk_memory =
    program_memory("memory of the SDK in the pod", Readers::the_workload, sources::botocore_credentials);
inline constexpr Place eks_auth_service = memory_of("the EKS Auth service", Plane::regional_control,
                                                    "pods.eks.amazonaws.com", sources::eks_pod_identity_records);
inline constexpr Place eks_auth_reply = open_to_workloads(
    reply_of("reply of AssumeRoleForPodIdentity", Plane::regional_control, "eks-auth:AssumeRoleForPodIdentity",
             "pods.eks.amazonaws.com", sources::eks_pod_identity_agent));
/// A cache with the pod's token as its key.
inline constexpr Place pod_identity_agent_memory =
    program_memory("memory of the Pod Identity agent", Readers::superuser, sources::eks_pod_identity_agent);
inline constexpr Place pod_identity_endpoint =
    workload_endpoint("credential endpoint of the Pod Identity agent", "http://169.254.170.23/v1/credentials",
                      sources::eks_pod_identity_agent);
inline constexpr Place eks_fargate_service = memory_of(
    "the Fargate infrastructure", Plane::control, "eks-fargate-pods.amazonaws.com", sources::eks_pod_execution_role);

inline constexpr CredentialSource eks_node{
    .id = SourceId::eks_node,
    .name = "EKS node role",
    .family = Family::eks,
    .platforms = {Platform::eks_node},
    .needs = Needs::instance_profile,
    .trust = trusts_service("ec2.amazonaws.com", sources::eks_node_role),
    .assumer = {"the EC2 service", Plane::zonal_control, "sts:AssumeRole", sources::cloudtrail_records},
    .custody = {ec2_service, profile_path},
    .custodian = {"the EC2 service", sources::eks_node_role},
    .user = {"the kubelet and other programs of the node; pods that reach IMDS", sources::eks_node_role},
    .session_name = {"the instance id, i-...", sources::cloudtrail_records},
    .lifetime = instance_profile.lifetime,
    .rotation = instance_profile.rotation,
    .readers =
        {"the kubelet; root of the node; pods, if the hop limit is 2 or more, IMDSv1 is on, or the pod is on the host "
         "network",
         sources::metadata_options},
    .workload_assumes = {SelfAssumption::no, sources::eks_node_role},
    .surfaces = instance_profile.surfaces,
    .trail = instance_profile.trail,
    .notes = {
        {"The node role calls eks-auth for Pod Identity: its session is upstream of every pod's session.",
         sources::eks_pod_identity_records},
        {"The hop limit applies only to the reply with the IMDSv2 token: IMDSv1 and pods on the host network bypass "
         "it.",
         sources::metadata_options},
        {"The IPv6 address of IMDS is not supported on EKS.", sources::eks_user_guide},
        {"eksctl with disablePodIMDS blocks every pod that is not on the host network.", sources::eksctl_security},
        {"The sources disagree on the hop limit of managed node groups: 1 by the page on Amazon Linux 2023, 2 by the "
         "maintainers of eksctl and by the AMI's own setting.",
         sources::eks_user_guide.graded(Grade::disputed)},
        {"Unless told otherwise, kops sets a hop limit of 1 and requires IMDSv2; Karpenter sets 1.",
         sources::kops_source},
        {"EKS Auto Mode sets a hop limit of 1.", sources::containers_roadmap_2633},
        {"Unless told otherwise, eksctl sets a hop limit of 2.", sources::eksctl_issue_7665}}};

inline constexpr CredentialSource eks_service_account{
    .id = SourceId::eks_service_account,
    .name = "EKS IAM roles for service accounts (IRSA)",
    .family = Family::eks,
    .platforms = {Platform::eks_node, Platform::eks_fargate},
    .needs = Needs::service_account_role,
    .machine = &eks_node,
    .trust = {TrustKind::federated,
              "arn:aws:iam::ACCOUNT:oidc-provider/oidc.eks.REGION.amazonaws.com/id/HEX",
              {"sts:AssumeRoleWithWebIdentity"},
              {"oidc.eks.REGION.amazonaws.com/id/HEX:sub = system:serviceaccount:NAMESPACE:NAME",
               "oidc.eks.REGION.amazonaws.com/id/HEX:aud = sts.amazonaws.com"},
              sources::eks_service_account_roles},
    .assumer = {"the pod, as a federated web identity", Plane::data, "sts:AssumeRoleWithWebIdentity",
                sources::botocore_credentials},
    .requester = {"the SDK in the pod, with the projected token; the request is not signed",
                  sources::botocore_credentials},
    .proofs = {service_account_token},
    .custody = {service_account_sdk_memory},
    .custodian = {"the SDK in the pod; no custodian inside AWS", sources::botocore_credentials},
    .user = {"the SDK's program in the container", sources::botocore_credentials},
    .session_name =
        {"AWS_ROLE_SESSION_NAME; otherwise the SDK chooses: botocore uses botocore-session-<seconds since 1970>",
         sources::botocore_credentials},
    .lifetime = {.text = "1 h by default; 15 min up to the role's MaxSessionDuration",
                 .usual = 3600,
                 .least = 900,
                 .most = 12 * 3600,
                 .source = sources::assume_role_with_web_identity_api.graded(Grade::documentation)},
    .rotation =
        {"the SDK: botocore tries to refresh from 15 min before expiry, and must refresh from 10 min before expiry",
         sources::botocore_credentials},
    .readers =
        {"any process in the container that can read the token file, and root of the node; the credential itself is "
         "only in that SDK's memory; on older clusters the file was root's with mode 0600 unless fsGroup was set",
         sources::eks_pod_identity_webhook},
    .workload_assumes = {SelfAssumption::yes, sources::botocore_credentials},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_WEB_IDENTITY_TOKEN_FILE",
                  "/var/run/secrets/eks.amazonaws.com/serviceaccount/token", sources::eks_pod_identity_webhook},
                 {SurfaceKind::environment_variable, "AWS_ROLE_ARN", "", sources::eks_pod_identity_webhook},
                 {SurfaceKind::environment_variable, "AWS_STS_REGIONAL_ENDPOINTS", "optional: regional",
                  sources::eks_pod_identity_webhook},
                 {SurfaceKind::environment_variable, "AWS_ROLE_SESSION_NAME", "optional: the session's name",
                  sources::botocore_credentials},
                 {SurfaceKind::file, "/var/run/secrets/eks.amazonaws.com/serviceaccount/token",
                  "the token, which is the proof, not the credential", sources::eks_pod_identity_webhook},
                 {SurfaceKind::api, "sts:AssumeRoleWithWebIdentity", "not signed: the token is the proof",
                  sources::botocore_credentials}},
    .trail = {{"AssumeRoleWithWebIdentity", "WebIdentityUser", "",
               "identityProvider is the ARN of the OIDC provider, userName is system:serviceaccount:NAMESPACE:NAME, "
               "sourceIPAddress is the pod's outbound address",
               sources::cloudtrail_user_identity}},
    .notes = {
        {"IRSA, Pod Identity and ECS look alike inside the pod; the assumer differs. AWS_WEB_IDENTITY_TOKEN_FILE "
         "means that the pod itself assumed the role.",
         sources::eks_pod_identity_webhook},
        {"The token is valid for 86,400 s by default and 600 s at least: longer than the credential that it obtains.",
         sources::eks_pod_identity_webhook},
        {"On older clusters, without fsGroup, a container that does not run as root could not read the token file.",
         sources::pod_identity_webhook_issue_8},
        {"A pod that got neither variables nor a token falls to the node's role if it reaches IMDS and its SDK goes "
         "on.",
         sources::pod_identity_agent_issue_153},
        {"A pod that has the node's role can get the tokens of other pods of the node, and so their roles.",
         sources::eks_pods_of_a_node},
        {"Anyone who copies the token can call STS from elsewhere: the request is unsigned, and STS is a public API.",
         sources::botocore_credentials.graded(Grade::inferred)},
        {"With the global endpoint, the record's Region (us-east-1) may differ from the one that served the call.",
         sources::sts_endpoints.graded(Grade::inferred)}}};

inline constexpr CredentialSource eks_pod_identity{
    .id = SourceId::eks_pod_identity,
    .name = "EKS Pod Identity",
    .family = Family::eks,
    .platforms = eks_node.platforms,
    .needs = Needs::pod_identity,
    .machine = &eks_node,
    .trust = {TrustKind::service,
              "pods.eks.amazonaws.com",
              {"sts:AssumeRole", "sts:TagSession"},
              {},
              sources::eks_pod_identity_role},
    .assumer = {"the EKS Auth service", Plane::regional_control, "sts:AssumeRole", sources::eks_pod_identity_records},
    .requester = {"the node's Pod Identity agent, with the node role's credential and the pod's token, through "
                  "eks-auth:AssumeRoleForPodIdentity",
                  sources::eks_pod_identity_records},
    .proofs = {profile_path, pod_identity_token},
    .custody = {eks_auth_service, eks_auth_reply, pod_identity_agent_memory, pod_identity_endpoint,
                service_account_sdk_memory},
    .custodian = {"the node's Pod Identity agent; before it, the EKS Auth service", sources::eks_pod_identity_agent},
    .user = {"every process in the pod that reads its token", sources::eks_pod_identity_agent},
    .session_name = {"eks-<the cluster's name, cut to 10>-<pod>-<uuid>", sources::eks_pod_identity_records},
    .lifetime = {.text = "6 h: durationSeconds is 21600",
                 .usual = 6 * 3600,
                 .source = sources::eks_pod_identity_records},
    .rotation =
        {"the SDK, from the agent's endpoint: botocore tries to refresh from 15 min before expiry, and must refresh "
         "from 10 min before expiry",
         sources::botocore_credentials},
    .readers = {"any process in the pod that can read the token; root of the node; the node role, if it may call "
                "AssumeRoleForPodIdentity and has the pod's token",
                sources::eks_pod_identity_agent},
    .workload_assumes = {SelfAssumption::no, sources::eks_pod_identity_records},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                  "http://169.254.170.23/v1/credentials", sources::eks_pod_identity_webhook},
                 {SurfaceKind::environment_variable, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                  "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
                  sources::eks_pod_identity_webhook},
                 {SurfaceKind::url, "http://169.254.170.23/v1/credentials",
                  "port 80; the reply has AccessKeyId, SecretAccessKey, Token, AccountId, Expiration",
                  sources::eks_pod_identity_agent},
                 {SurfaceKind::url, "http://[fd00:ec2::23]/v1/credentials", "over IPv6",
                  sources::eks_pod_identity_agent},
                 {SurfaceKind::header, "Authorization", "the pod's token", sources::eks_pod_identity_agent},
                 {SurfaceKind::file, "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
                  "the token, which is the proof, not the credential", sources::eks_pod_identity_webhook},
                 {SurfaceKind::url, "https://eks-auth.<region>.api.aws/clusters/<name>/assume-role-for-pod-identity",
                  "POST, sent by the agent", sources::eks_pod_identity_agent},
                 {SurfaceKind::api, "eks-auth:AssumeRoleForPodIdentity",
                  "called by the agent, signed with the node role's credential", sources::eks_pod_identity_agent}},
    .trail = {{"AssumeRoleForPodIdentity", "AssumedRole", "",
               "an eks-auth record of the node role's session i-..., with ec2RoleDelivery 2.0; the token is hidden",
               sources::eks_pod_identity_records},
              {"AssumeRole", "AWSService", "pods.eks.amazonaws.com",
               "durationSeconds is 21600; six transitive session tags: eks-cluster-arn, eks-cluster-name, "
               "kubernetes-namespace, kubernetes-service-account, kubernetes-pod-name, kubernetes-pod-uid",
               sources::eks_pod_identity_records}},
    .notes = {
        {"IRSA, Pod Identity and ECS look alike inside the pod; the assumer differs. "
         "AWS_CONTAINER_CREDENTIALS_FULL_URI on 169.254.170.23 means that the EKS Auth service assumed the role.",
         sources::eks_pod_identity_agent},
        {"The node role calls eks-auth: its chain, with ec2RoleDelivery, is upstream of every pod's chain.",
         sources::eks_pod_identity_records},
        {"The trust policy must allow sts:TagSession in addition to sts:AssumeRole.", sources::eks_pod_identity_role},
        {"An agent on the customer's own node holds the credentials of other workloads.",
         sources::eks_pod_identity_agent},
        {"A pod that has the node's role can get the tokens of other pods of the node, and so their roles.",
         sources::eks_pods_of_a_node},
        {"A pod that got neither variables nor a token falls to the node's role if it reaches IMDS and its SDK goes "
         "on.",
         sources::pod_identity_agent_issue_153},
        {"The association's session policy needs tags to be disabled. With tags disabled EKS sends no session tags.",
         sources::eks_target_roles},
        {"The projected token is valid for 79,200 s to 86,400 s: the webhook varies the duration.",
         sources::eks_pod_identity_webhook}}};

inline constexpr CredentialSource eks_fargate_pod_execution{
    .id = SourceId::eks_fargate_pod_execution,
    .name = "EKS pod execution role on Fargate",
    .family = Family::eks,
    .platforms = {Platform::eks_fargate},
    .trust = {TrustKind::service,
              "eks-fargate-pods.amazonaws.com",
              {"sts:AssumeRole"},
              {"aws:SourceArn = arn:aws:eks:REGION:ACCOUNT:fargateprofile/CLUSTER/*"},
              sources::eks_pod_execution_role},
    .assumer = {"EKS or Fargate, inside AWS", Plane::control, "sts:AssumeRole", sources::eks_pod_execution_role},
    .custody = {eks_fargate_service},
    .custodian = {"the Fargate infrastructure", sources::eks_pod_execution_role},
    .user = {"the Fargate infrastructure, not the pod", sources::eks_pod_execution_role},
    .session_name = {not_known, sources::eks_pod_execution_role.graded(Grade::unverified)},
    .lifetime = {.text = not_known, .source = sources::eks_pod_execution_role.graded(Grade::unverified)},
    .rotation = {not_known, sources::eks_pod_execution_role.graded(Grade::unverified)},
    .readers = {"nobody on the customer's side: the pod has no access to it", sources::eks_pod_execution_role},
    .workload_assumes = {SelfAssumption::no, sources::eks_pod_execution_role},
    .trail_missing = {not_known, sources::eks_pod_execution_role.graded(Grade::unverified)},
    .notes = {{"The pod never holds it: a pod on Fargate gets its own role through IRSA.",
               sources::eks_pod_execution_role.graded(Grade::inferred)}}};

}  // namespace whence::catalog
