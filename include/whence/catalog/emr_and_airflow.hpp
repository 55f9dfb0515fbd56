// Amazon MWAA, and EMR on EC2, on EKS and Serverless.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/eks.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place airflow_service = open_to_workloads(
    memory_of("the MWAA service", Plane::control, "airflow-env.amazonaws.com", sources::airflow_role));
inline constexpr Place airflow_runtime = runtime_of("workers and scheduler of the environment", sources::airflow_role);

inline constexpr CredentialSource airflow{
    .id = SourceId::airflow,
    .name = "Amazon MWAA execution role",
    .family = Family::build_and_data,
    .platforms = {Platform::airflow},
    .trust = trusts_service("airflow-env.amazonaws.com", sources::airflow_role),
    .assumer = {"the MWAA service", Plane::control, "sts:AssumeRole", sources::airflow_role},
    .custody = {airflow_service, airflow_runtime},
    .custodian = {"the MWAA service", sources::airflow_role},
    .user = {"the code of DAGs and plug-ins", sources::airflow_role.graded(Grade::third_party)},
    .session_name = not_told_by(sources::airflow_role),
    .lifetime = {.text = not_known, .source = sources::airflow_role.graded(Grade::unverified)},
    .rotation = not_told_by(sources::airflow_role),
    .readers = {"the code of DAGs and plug-ins, on the workers and the scheduler",
                sources::airflow_role.graded(Grade::third_party)},
    .workload_assumes = {SelfAssumption::no, sources::airflow_role},
    .surfaces = {{SurfaceKind::environment_variable, not_known, "how the code finds it is not documented",
                  sources::airflow_role.graded(Grade::unverified)}},
    .trail = {{"", "AssumedRole", "airflow-env.amazonaws.com", "uses of the credential",
               sources::airflow_role.graded(Grade::inferred)}},
    .trail_missing = {"the AssumeRole record is unknown", sources::airflow_role.graded(Grade::unverified)},
    .notes = {{"The trust policy names two services: airflow.amazonaws.com and airflow-env.amazonaws.com.",
               sources::airflow_role}}};

inline constexpr Place emr_agent_memory =
    program_memory("memory of the cluster's agent", Readers::superuser, sources::emr_runtime_roles);
inline constexpr Place emr_step_memory =
    program_memory("memory of the step", Readers::the_workload, sources::emr_runtime_roles.graded(Grade::inferred));

inline constexpr CredentialSource emr_step{
    .id = SourceId::emr_step,
    .name = "EMR on EC2, the runtime role of a step",
    .family = Family::build_and_data,
    .platforms = {Platform::emr_cluster},
    .trust = {TrustKind::aws,
              "arn:aws:iam::ACCOUNT:role/INSTANCE_PROFILE_ROLE",
              {"sts:AssumeRole", "sts:TagSession"},
              {"sts:ExternalId = that of the security configuration, optional"},
              sources::emr_runtime_roles},
    .assumer = {"the cluster, with the session of its instance profile", Plane::data, "sts:AssumeRole",
                sources::emr_runtime_roles},
    .requester = {"the submitter of the step, who names the role", sources::emr_runtime_roles},
    .custody = {emr_agent_memory, emr_step_memory},
    .custodian = {"the agent of the cluster", sources::emr_runtime_roles},
    .user = {"the code of the step", sources::emr_runtime_roles},
    .session_name = not_told_by(sources::emr_runtime_roles),
    .lifetime = {.text = "at most 1 h, as role chaining",
                 .most = 3600,
                 .source = sources::emr_runtime_roles.graded(Grade::inferred)},
    .rotation = not_told_by(sources::emr_runtime_roles),
    .readers = {"the code of the step, and users of the cluster with SSH", sources::emr_runtime_roles},
    .workload_assumes = {SelfAssumption::no, sources::emr_runtime_roles},
    .surfaces = {{SurfaceKind::api, "elasticmapreduce:GetClusterSessionCredentials",
                  "gives a user and a password for HTTP, no AWS key", sources::emr_runtime_roles}},
    .trail = {{"AssumeRole", "AssumedRole", "", "by the session of the instance profile",
               sources::emr_runtime_roles.graded(Grade::inferred)}},
    .trail_missing = {"the AssumeRole record was not observed", sources::emr_runtime_roles.graded(Grade::unverified)},
    .notes = {
        {"A second hop: EC2 begins the session of the instance profile, and the cluster, not EMR, assumes the runtime "
         "role with it.",
         sources::emr_runtime_roles},
        {"Without a runtime role a step uses the instance profile (instance_profile). Runtime roles need EMR 6.7.0, "
         "in SageMaker Studio 6.9.0; with one, a step cannot reach IMDS.",
         sources::emr_runtime_roles},
        {"The policies of both roles must allow sts:TagSession. With PropagateSourceIdentity the submitter's source "
         "identity is kept, and both must allow sts:SetSourceIdentity.",
         sources::emr_runtime_roles}}};

inline constexpr CredentialSource emr_on_eks_job{
    .id = SourceId::emr_on_eks_job,
    .name = "EMR on EKS job execution role",
    .family = Family::build_and_data,
    .platforms = eks_service_account.platforms,
    .needs = Needs::service_account_role,
    .counted_elsewhere = true,
    .machine = &eks_node,
    .trust = {TrustKind::federated,
              eks_service_account.trust.principal,
              {"sts:AssumeRoleWithWebIdentity"},
              {"oidc.eks.REGION.amazonaws.com/id/HEX:sub = "
               "system:serviceaccount:NAMESPACE:emr-containers-sa-*-*-ACCOUNT-BASE36_OF_THE_ROLE"},
              sources::emr_on_eks_command},
    .assumer = {"the pod of the job, as a federated web identity", Plane::data, "sts:AssumeRoleWithWebIdentity",
                sources::emr_on_eks_trust},
    .requester = eks_service_account.requester,
    .proofs = eks_service_account.proofs,
    .custody = eks_service_account.custody,
    .custodian = eks_service_account.custodian,
    .user = {"the code of the job", sources::emr_on_eks_trust},
    .session_name = eks_service_account.session_name,
    .lifetime = eks_service_account.lifetime,
    .rotation = eks_service_account.rotation,
    .readers = {"the pods of the job", sources::emr_on_eks_trust},
    .workload_assumes = {SelfAssumption::yes, sources::emr_on_eks_trust},
    .surfaces = eks_service_account.surfaces,
    .trail = eks_service_account.trail,
    .notes = {
        {"EMR makes the service accounts emr-containers-sa-*-*-ACCOUNT-BASE36_OF_THE_ROLE.", sources::emr_on_eks_roles},
        {"The sources disagree on the condition: the manual prints one on aws:userid, the command of the AWS CLI "
         "that it names writes one on the provider's sub.",
         sources::emr_on_eks_roles.graded(Grade::disputed)}}};

inline constexpr Place emr_serverless_service =
    open_to_workloads(memory_of("the EMR Serverless service", Plane::control, "emr-serverless.amazonaws.com",
                                sources::emr_serverless_roles.graded(Grade::inferred)));
inline constexpr Place emr_serverless_runtime = runtime_of("runtime of the job", sources::emr_serverless_roles);

inline constexpr CredentialSource emr_serverless_job{
    .id = SourceId::emr_serverless_job,
    .name = "EMR Serverless job runtime role",
    .family = Family::build_and_data,
    .platforms = {Platform::emr_serverless},
    .trust = trusts_service("emr-serverless.amazonaws.com", sources::emr_serverless_roles.graded(Grade::inferred)),
    .assumer = {"the EMR Serverless service", Plane::control, "sts:AssumeRole",
                sources::emr_serverless_roles.graded(Grade::inferred)},
    .custody = {emr_serverless_service, emr_serverless_runtime},
    .custodian = {"the EMR Serverless service", sources::emr_serverless_roles.graded(Grade::inferred)},
    .user = {"the code of the job", sources::emr_serverless_roles.graded(Grade::inferred)},
    .session_name = not_told_by(sources::emr_serverless_roles),
    .lifetime = {.text = not_known, .source = sources::emr_serverless_roles.graded(Grade::unverified)},
    .rotation = not_told_by(sources::emr_serverless_roles),
    .readers = {"the code of the job", sources::emr_serverless_roles.graded(Grade::inferred)},
    .workload_assumes = {SelfAssumption::no, sources::emr_serverless_roles.graded(Grade::inferred)},
    .surfaces = {{SurfaceKind::environment_variable, not_known, "how the job finds it is not documented",
                  sources::emr_serverless_roles.graded(Grade::unverified)}},
    .trail = {{"", "AssumedRole", "emr-serverless.amazonaws.com", "uses of the credential",
               sources::emr_serverless_roles.graded(Grade::inferred)}},
    .trail_missing = {"the AssumeRole record is unknown", sources::emr_serverless_roles.graded(Grade::unverified)}};

}  // namespace whence::catalog
