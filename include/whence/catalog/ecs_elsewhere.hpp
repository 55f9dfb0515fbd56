// ECS where others run it: AWS Batch, machines outside AWS (ECS Anywhere), and instances that AWS runs.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/ecs.hpp>
#include <whence/catalog/places.hpp>
#include <whence/catalog/systems_manager.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr CredentialSource batch_job{
    .id = SourceId::batch_job,
    .name = "AWS Batch job role",
    .family = Family::ecs,
    .platforms = agent_in_a_task.platforms,
    .counted_elsewhere = true,
    .trust = trusts_service("ecs-tasks.amazonaws.com", sources::batch_model.graded(Grade::inferred)),
    .assumer = {"the ECS service", Plane::control, "sts:AssumeRole", sources::batch_model.graded(Grade::inferred)},
    .requester = ecs_task.requester,
    .proofs = ecs_task.proofs,
    .custody = ecs_task.custody,
    .custodian = ecs_task.custodian,
    .user = {"every process in the container of the job", sources::batch_model.graded(Grade::inferred)},
    .session_name = {"the task id; without a job role, the instance id", sources::ecs_task_records},
    .lifetime = ecs_task.lifetime,
    .rotation = ecs_task.rotation,
    .readers = {"the container of the job", sources::batch_model.graded(Grade::inferred)},
    .workload_assumes = {SelfAssumption::no, sources::batch_model.graded(Grade::inferred)},
    .surfaces = {ecs_relative_uri, ecs_url},
    .trail = ecs_task.trail,
    .notes = {
        {"Without a job role, a job on EC2 finds the instance profile in IMDS, if the hop limit lets it.",
         sources::metaflow_pull_2856},
        {"Without a job role, a job on Fargate finds nothing.", sources::metaflow_pull_2856.graded(Grade::inferred)},
        {"The roles of the compute environment are others: the instances trust ec2.amazonaws.com, the service role "
         "batch.amazonaws.com.",
         sources::batch_model.graded(Grade::inferred)}}};

/// In the container of the ECS agent; the same file as the default profile of root.
inline constexpr Place rotating_file_linux = detail::users_profile(
    "credentials file mounted for the ECS agent", "/rotatingcreds/credentials", "root", sources::ecs_agent_source);
inline constexpr Place rotating_file_windows = detail::users_profile(
    "credentials file of the system account", "C:\\Windows\\System32\\config\\systemprofile\\.aws\\credentials",
    "SYSTEM", sources::ecs_agent_source);
inline constexpr Places ecs_anywhere_on_windows{{hybrid_key_windows},
                                                {ssm_service, hybrid_reply, agent_memory, rotating_file_windows}};

inline constexpr CredentialSource ecs_anywhere{
    .id = SourceId::ecs_anywhere,
    .name = "ECS Anywhere, the role of an external instance",
    .family = Family::ecs,
    .platforms = {Platform::hybrid_machine},
    .needs = Needs::hybrid_activation,
    .agent_signs = AgentSession::of_hybrid_activation,
    .counted_elsewhere = true,
    .trust = trusts_service("ssm.amazonaws.com", sources::service_role_for_hybrid),
    .assumer = hybrid_activation.assumer,
    .requester = hybrid_activation.requester,
    .proofs = {hybrid_key_linux},
    .custody = {ssm_service, hybrid_reply, agent_memory, rotating_file_linux},
    .custodian = {"the SSM agent, then the ECS agent", sources::ecs_agent_source},
    .user = {"the ECS agent", sources::ecs_agent_source},
    .session_name = hybrid_activation.session_name,
    .lifetime = hybrid_activation.lifetime,
    .rotation = hybrid_activation.rotation,
    .readers = {"root of the machine, which can also read the credentials of all tasks", sources::ecs_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ecs_agent_source},
    .surfaces = {{SurfaceKind::environment_variable, "ECS_EXTERNAL", "true: the ECS agent is on an external instance",
                  sources::ecs_agent_source},
                 {SurfaceKind::file, "/rotatingcreds/credentials", "Linux, mounted into the ECS agent",
                  sources::ecs_agent_source},
                 {SurfaceKind::file, "C:\\Windows\\System32\\config\\systemprofile\\.aws\\credentials", "Windows",
                  sources::ecs_agent_source}},
    .trail_missing = hybrid_activation.trail_missing,
    .notes = {{"The ECS agent tries variables, then this file, then the shared credentials file, then IMDS.",
               sources::ecs_agent_source},
              {"Tasks get their task role, and the agent their execution role, as on EC2: both trust "
               "ecs-tasks.amazonaws.com.",
               sources::ecs_agent_source}},
    .windows = &ecs_anywhere_on_windows};

/// No source says whether tasks reach IMDS there.
inline constexpr Place managed_instance_memory = runtime_of("instance that AWS runs", sources::ecs_managed_instances);

inline constexpr CredentialSource ecs_managed_instance{
    .id = SourceId::ecs_managed_instance,
    .name = "ECS Managed Instances, the instance role",
    .family = Family::ecs,
    .platforms = {Platform::ecs_managed},
    .trust = trusts_service("ec2.amazonaws.com", sources::ecs_managed_instance_profile),
    .assumer = {"the EC2 service", Plane::control, "sts:AssumeRole",
                sources::ecs_managed_instances.graded(Grade::inferred)},
    .custody = {open_to_workloads(memory_of("the EC2 service", Plane::control, "ec2.amazonaws.com",
                                            sources::ecs_managed_instances.graded(Grade::inferred))),
                managed_instance_memory},
    .custodian = {"AWS, which runs the instance", sources::ecs_managed_instances},
    .user = {"the ECS agent on the instance", sources::ecs_managed_instance_profile},
    .session_name = not_told_by(sources::ecs_managed_instances),
    .lifetime = {.text = not_known, .source = sources::ecs_managed_instances.graded(Grade::unverified)},
    .rotation = not_told_by(sources::ecs_managed_instances),
    .readers = {"unknown for tasks: whether they reach IMDS there is not documented",
                sources::ecs_managed_instances.graded(Grade::unverified)},
    .workload_assumes = {SelfAssumption::no, sources::ecs_managed_instances},
    .surfaces = {{SurfaceKind::url, not_known, "IMDS from tasks is not documented",
                  sources::ecs_managed_instances.graded(Grade::unverified)}},
    .trail_missing = not_told_by(sources::ecs_managed_instances),
    .notes = {
        {"Tasks get their task role as on EC2; it lasts as long as there.",
         sources::ecs_managed_instances.graded(Grade::inferred)},
        {"Several tasks share an instance by default; a mode with one task on an instance exists. An instance lives 14 "
         "days at most.",
         sources::ecs_managed_instances},
        {"With AWS's policy for the infrastructure role, the name of the instance role must begin with "
         "ecsInstanceRole, or it cannot be passed.",
         sources::ecs_managed_instance_profile}}};

}  // namespace whence::catalog
