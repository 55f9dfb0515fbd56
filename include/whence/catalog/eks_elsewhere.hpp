// EKS on nodes of Auto Mode and on hybrid nodes, and the target roles of Pod Identity.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/eks.hpp>
#include <whence/catalog/places.hpp>
#include <whence/catalog/systems_manager.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr CredentialSource eks_auto_mode_node{
    .id = SourceId::eks_auto_mode_node,
    .name = "EKS Auto Mode node role",
    .family = Family::eks,
    .platforms = {Platform::eks_node},
    .needs = Needs::instance_profile,
    .counted_elsewhere = true,
    .trust = trusts_service("ec2.amazonaws.com", sources::eks_auto_mode_role),
    .assumer = {"the EC2 service", Plane::zonal_control, "sts:AssumeRole", sources::eks_auto_mode_role},
    .custody = {ec2_service, profile_path},
    .custodian = {"the EC2 service", sources::eks_auto_mode_role},
    .user = {"the programs of the node, which AWS manages", sources::eks_auto_mode},
    .session_name = instance_profile.session_name,
    .lifetime = instance_profile.lifetime,
    .rotation = instance_profile.rotation,
    .readers = {"pods on the host network; other pods not, at the hop limit of 1 that Auto Mode sets",
                sources::containers_roadmap_2633},
    .workload_assumes = {SelfAssumption::no, sources::eks_auto_mode_role},
    .surfaces = instance_profile.surfaces,
    .trail = instance_profile.trail,
    .notes = {{"There is no SSH to the node and no session of Systems Manager.", sources::eks_auto_mode},
              {"The agent of Pod Identity is built in: no add-on is needed.", sources::eks_auto_mode}}};

/// Written by nodeadm with enableCredentialsFile: true.
inline constexpr Place hybrid_nodes_file = detail::users_profile(
    "credentials file of the hybrid node", "/eks-hybrid/.aws/credentials", "root", sources::hybrid_nodes_add_ons);

inline constexpr CredentialSource eks_hybrid_node{
    .id = SourceId::eks_hybrid_node,
    .name = "EKS hybrid node role",
    .family = Family::eks,
    .platforms = {Platform::hybrid_machine},
    .needs = Needs::hybrid_activation,
    .agent_signs = AgentSession::of_hybrid_activation,
    .counted_elsewhere = true,
    .trust = {TrustKind::service,
              "ssm.amazonaws.com",
              {"sts:AssumeRole"},
              {"aws:SourceAccount = ACCOUNT", "aws:SourceArn = arn:aws:ssm:REGION:ACCOUNT:*"},
              sources::hybrid_nodes_credentials},
    .assumer = {"the SSM service", Plane::regional_control, "sts:AssumeRole", sources::hybrid_nodes_credentials},
    .requester = hybrid_activation.requester,
    .proofs = {hybrid_key_linux},
    .custody = {ssm_service, hybrid_reply, agent_memory, hybrid_nodes_file},
    .custodian = {"the SSM agent or the credential helper, then nodeadm", sources::hybrid_nodes_credentials},
    .user = {"the kubelet and the programs of the node", sources::hybrid_nodes_credentials},
    .session_name = {"the node id, mi-..., which cannot be changed; with Roles Anywhere the certificate's CN, if the "
                     "trust policy asks for it",
                     sources::hybrid_nodes_credentials},
    .lifetime = {.text = "Systems Manager: 1 h, fixed; Roles Anywhere: 900 s to 43,200 s",
                 .usual = 3600,
                 .least = 900,
                 .most = 43200,
                 .source = sources::hybrid_nodes_credentials},
    .rotation = hybrid_activation.rotation,
    .readers = {"root of the machine, and the DaemonSet of the hybrid Pod Identity agent, which mounts the file",
                sources::hybrid_nodes_add_ons},
    .workload_assumes = {SelfAssumption::no, sources::hybrid_nodes_credentials},
    .surfaces = {{SurfaceKind::file, "/eks-hybrid/.aws/credentials", "with enableCredentialsFile: true",
                  sources::hybrid_nodes_add_ons}},
    .trail_missing = hybrid_activation.trail_missing,
    .notes = {
        {"With Roles Anywhere instead of Systems Manager the role trusts rolesanywhere.amazonaws.com, the helper "
         "requests the credential, and CreateSession is recorded.",
         sources::hybrid_nodes_credentials},
        {"There is no IMDS. Pod Identity needs its add-on at 1.3.3-eksbuild.1 or later with daemonsets.hybrid.create.",
         sources::hybrid_nodes_add_ons}}};

inline constexpr CredentialSource eks_pod_identity_target{
    .id = SourceId::eks_pod_identity_target,
    .name = "EKS Pod Identity target role, a second hop",
    .family = Family::eks,
    .platforms = eks_node.platforms,
    .needs = Needs::pod_identity,
    .counted_elsewhere = true,
    .machine = &eks_node,
    .trust = {TrustKind::aws,
              "arn:aws:iam::ACCOUNT:role/ASSOCIATION_ROLE, or its account",
              {"sts:AssumeRole", "sts:TagSession"},
              {"aws:PrincipalArn = ASSOCIATION_ROLE_ARN"},
              sources::eks_target_roles},
    .assumer = {"the EKS Auth service, with the session of the association's role", Plane::regional_control,
                "sts:AssumeRole", sources::eks_target_roles},
    .requester = eks_pod_identity.requester,
    .proofs = eks_pod_identity.proofs,
    .custody = eks_pod_identity.custody,
    .custodian = eks_pod_identity.custodian,
    .user = eks_pod_identity.user,
    .session_name = not_told_by(sources::eks_target_roles),
    .lifetime = {.text = "1 h: role chaining; the agent keeps it for 59 min (6 h without a target role)",
                 .usual = 3600,
                 .most = 3600,
                 .source = sources::eks_target_roles.graded(Grade::inferred)},
    .rotation = {"changes of the association show only after the agent's copy ends, 59 min", sources::eks_target_roles},
    .readers = eks_pod_identity.readers,
    .workload_assumes = {SelfAssumption::no, sources::eks_target_roles},
    .surfaces = eks_pod_identity.surfaces,
    .trail_missing = {"the record of the second AssumeRole is unknown",
                      sources::eks_target_roles.graded(Grade::unverified)},
    .notes = {
        {"A second hop of EKS Pod Identity: EKS Auth assumes the target role with the session of the association's "
         "role. The pod gets only the second credential.",
         sources::eks_target_roles},
        {"The condition aws:PrincipalArn is for a trust policy that names the account.", sources::eks_target_roles},
        {"The association's session policy limits the target role only, and needs tags to be disabled.",
         sources::eks_model},
        {"With tags disabled EKS sends sts:ExternalId = REGION/ACCOUNT/CLUSTER/NAMESPACE/SERVICEACCOUNT with the "
         "second hop.",
         sources::eks_target_roles}}};

}  // namespace whence::catalog
