// ECS: rows 12 to 16.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/entries/ec2.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// ECS together with its agent communication service (ACS).
inline constexpr Place ecs_service{.name = "the ECS service",
                                   .plane = Plane::control,
                                   .medium = Medium::service_memory,
                                   .readers = Readers::the_service,
                                   .owner = "ecs-tasks.amazonaws.com",
                                   .source = sources::ecs_agent_source};
/// AWS pushes over the connection that the ECS agent has opened, signed with the container instance's role. That somebody
/// else with that role can open such a connection is what a third party has shown.
inline constexpr Place ecs_push{.name = "WebSocket from ECS to the ECS agent",
                                .plane = Plane::control,
                                .medium = Medium::service_reply,
                                .address = "WebSocket of ACS",
                                .readers = Readers::whoever_has_the_proofs,
                                .open_to_the_data_plane = true,
                                .owner = "ecs-tasks.amazonaws.com",
                                .source = sources::ecscape};
inline constexpr Place ecs_agent_memory{.name = "memory of the ECS agent",
                                        .plane = Plane::data,
                                        .medium = Medium::process_memory,
                                        .readers = Readers::superuser,
                                        .source = sources::ecs_agent_source};
/// On the host the agent listens on 127.0.0.1:51679.
inline constexpr Place ecs_endpoint{.name = "credential endpoint of the ECS agent",
                                    .plane = Plane::data,
                                    .medium = Medium::container_endpoint,
                                    .address = "http://169.254.170.2/v2/credentials/<uuid>",
                                    .readers = Readers::the_workload,
                                    .source = sources::ecs_agent_source};
inline constexpr Place ecs_sdk_memory{.name = "memory of the SDK in the container",
                                      .plane = Plane::data,
                                      .medium = Medium::process_memory,
                                      .readers = Readers::the_workload,
                                      .source = sources::ecs_task_roles};
inline constexpr Place ecs_exec_agent_memory{.name = "memory of the SSM agent in the container",
                                             .plane = Plane::data,
                                             .medium = Medium::process_memory,
                                             .readers = Readers::superuser,
                                             .owner = "root",
                                             .source = sources::ssm_agent_source};
/// How it gets there is documented nowhere; that the task's endpoint has it is.
inline constexpr Place fargate_agent_memory{.name = "memory of the agent that AWS runs beside the task",
                                            .plane = Plane::control,
                                            .medium = Medium::process_memory,
                                            .readers = Readers::the_service,
                                            .owner = "ecs-tasks.amazonaws.com",
                                            .source = sources::ecs_task_roles.graded(Grade::inferred)};
inline constexpr Place fargate_endpoint{.name = "credential endpoint of Fargate",
                                        .plane = Plane::control,
                                        .medium = Medium::container_endpoint,
                                        .address = "http://169.254.170.2/v2/credentials/<uuid>",
                                        .readers = Readers::the_workload,
                                        .open_to_the_data_plane = true,
                                        .owner = "ecs-tasks.amazonaws.com",
                                        .source = sources::ecs_task_roles};

inline constexpr Place ecs_proofs[] = {profile_path};
inline constexpr Place agent_in_a_task_custody[] = {ecs_service, ecs_push, ecs_agent_memory, ecs_endpoint,
                                                    ecs_exec_agent_memory};
inline constexpr Place ecs_task_custody[] = {ecs_service, ecs_push, ecs_agent_memory, ecs_endpoint, ecs_sdk_memory};
inline constexpr Place ecs_task_execution_custody[] = {ecs_service, ecs_push, ecs_agent_memory};
inline constexpr Place ecs_container_instance_custody[] = {ec2_service, profile_path, ecs_agent_memory};
inline constexpr Place fargate_task_custody[] = {ecs_service, fargate_agent_memory, fargate_endpoint, ecs_sdk_memory};

inline constexpr CredentialSource agent_in_a_task{
    .id = Row::agent_in_a_task,
    .name = "SSM agent inside an ECS task, for ECS Exec",
    .trust = {TrustKind::service, "ecs-tasks.amazonaws.com", only_assume_role, {}, sources::ecs_exec},
    .assumer = "the ECS service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "the ECS agent, by its connection with the container instance's role; on Fargate AWS itself",
    .proofs = ecs_proofs,
    .custody = agent_in_a_task_custody,
    .custodian = "the ECS agent",
    .user = "the SSM agent that ECS puts into the container",
    .session_name = "the task id",
    .lifetime = "as the task role: 6 h was seen",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::ecs_task_records,
    .custody_source = sources::ssm_agent_source};

inline constexpr CredentialSource ecs_task{
    .id = Row::ecs_task,
    .name = "ECS task role",
    .trust = {TrustKind::service, "ecs-tasks.amazonaws.com", only_assume_role, {}, sources::ecs_task_roles},
    .assumer = "the ECS service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "the ECS agent, by its connection with the container instance's role",
    .proofs = ecs_proofs,
    .custody = ecs_task_custody,
    .custodian = "the ECS service, then the ECS agent",
    .user = "every process in the container",
    .session_name = "the task id: 32 hexadecimal digits, in 2018 a UUID with dashes",
    .lifetime = "6 h was seen; ECS pushes a fresh one before the end",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::ecs_task_records,
    .custody_source = sources::ecs_agent_source};

inline constexpr CredentialSource ecs_task_execution{
    .id = Row::ecs_task_execution,
    .name = "ECS task execution role",
    .trust = {TrustKind::service, "ecs-tasks.amazonaws.com", only_assume_role, {}, sources::ecs_task_execution_role},
    .assumer = "the ECS service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "the ECS agent, by its connection with the container instance's role",
    .proofs = ecs_proofs,
    .custody = ecs_task_execution_custody,
    .custodian = "the ECS service, then the ECS agent",
    .user = "the ECS agent: it pulls images, writes logs and fetches secrets",
    .session_name = "the task id",
    .lifetime = "as the task role: 6 h was seen",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::ecs_task_records,
    .custody_source = sources::ecs_agent_source};

inline constexpr CredentialSource ecs_container_instance{
    .id = Row::ecs_container_instance,
    .name = "ECS container instance role",
    .trust = {TrustKind::service, "ec2.amazonaws.com", only_assume_role, {}, sources::ecs_instance_role},
    .assumer = "the EC2 service",
    .assumer_plane = Plane::zonal_control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = ecs_container_instance_custody,
    .custodian = "the EC2 service",
    .user = "the ECS agent; readable by every user and program of the instance",
    .session_name = "the instance id, i-...",
    .lifetime = "as the instance profile: about 6 h, set by EC2",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::cloudtrail_records,
    .custody_source = sources::ecs_instance_role};

inline constexpr CredentialSource fargate_task{
    .id = Row::fargate_task,
    .name = "ECS task on Fargate",
    .trust = {TrustKind::service, "ecs-tasks.amazonaws.com", only_assume_role, {}, sources::ecs_task_roles},
    .assumer = "the ECS service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = fargate_task_custody,
    .custodian = "the ECS service, then the agent that AWS runs",
    .user = "every process in the task's containers",
    .session_name = "the task id (not verified)",
    .lifetime = "as the task role: 6 h was seen",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::ecs_task_roles,
    .custody_source = sources::ecs_task_roles};

inline constexpr Platform ecs_platforms[] = {Platform::ecs_on_ec2, Platform::fargate};
inline constexpr Platform ecs_on_ec2_platforms[] = {Platform::ecs_on_ec2};
inline constexpr Platform fargate_platforms[] = {Platform::fargate};

inline constexpr Surface ecs_relative_uri{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
                                          "/v2/credentials/<uuid>, on 169.254.170.2", sources::ecs_task_roles};
inline constexpr Surface ecs_url{SurfaceKind::url, "http://169.254.170.2/v2/credentials/<uuid>",
                                 "the answer has RoleArn, AccessKeyId, SecretAccessKey, Token, Expiration",
                                 sources::ecs_agent_source};
inline constexpr Surface agent_in_a_task_surfaces[] = {
    {SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI", "looked at first",
     sources::ssm_agent_source},
    {SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "else, on 169.254.170.2",
     sources::ssm_agent_source},
    ecs_url,
};
inline constexpr Surface ecs_task_surfaces[] = {
    ecs_relative_uri,
    ecs_url,
    {SurfaceKind::url, "http://169.254.170.2/v1/credentials?id=<uuid>", "the older form", sources::ecs_agent_source},
    {SurfaceKind::url, "http://127.0.0.1:51679/v2/credentials/<uuid>", "on the host, where the agent listens",
     sources::ecs_agent_source},
};
inline constexpr Surface fargate_task_surfaces[] = {ecs_relative_uri, ecs_url};

inline constexpr Trail ecs_assume_role_trail{"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com",
                                             "sourceIPAddress and userAgent are ecs-tasks.amazonaws.com",
                                             sources::ecs_task_records};
inline constexpr Trail agent_in_a_task_trail[] = {
    ecs_assume_role_trail,
    {"", "AssumedRole", "", "calls of ssmmessages in the session of the task role", sources::ecs_exec},
    {"ExecuteCommand", "", "", "of ECS, by whoever opens the shell", sources::ecs_exec},
};
inline constexpr Trail ecs_task_trail[] = {ecs_assume_role_trail};
inline constexpr Trail ecs_task_execution_trail[] = {
    {"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com",
     "a second one beside that of the task role, of the same shape; sourceIPAddress and userAgent are "
     "ecs-tasks.amazonaws.com",
     sources::ecs_task_records},
};
inline constexpr Trail ecs_container_instance_trail[] = {instance_profile_trail[0], instance_profile_trail[1]};
inline constexpr Trail fargate_task_trail[] = {
    {"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com", "as for a task on EC2",
     sources::ecs_task_records.graded(Grade::inferred)},
};

inline constexpr Stated agent_in_a_task_notes[] = {
    {"The agent takes the role of the task, not that of the instance.", sources::ssm_agent_source},
    {"On Fargate the hops before the endpoint are AWS's own, as for every task there.",
     sources::ecs_task_roles.graded(Grade::inferred)},
};
inline constexpr Stated ecs_task_notes[] = {
    {"Inside the container ECS, IRSA and Pod Identity look alike and differ in who assumes: here the ECS service, by "
     "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI.",
     sources::ecs_task_roles},
    {"On EC2 whoever takes over the container instance's role reaches the credentials of all tasks of the instance, by "
     "playing the agent towards ACS.",
     sources::ecscape},
    {"An agent in the customer's own instance holds the credentials of other workloads.", sources::ecs_agent_source},
    {"Agents from 1.103.1 on hold a dormant scanner of metadata names iam-ecs-*/info and "
     "iam-ecs-*/security-credentials/<taskID>-<roleType>: the surface may change while the assumer does not.",
     sources::ecs_agent_source},
    {"A container that uses this credential to assume a second role (credential_source = EcsContainer) is the assumer "
     "of that one, which is a chain: 1 h at most.",
     sources::botocore_credentials},
    {"The endpoint answers errors NoIdInRequest, InvalidIdInRequest and CredentialsUninitialized (503); the agent's "
     "audit log is /var/log/ecs/audit.log.YYYY-MM-DD-HH.",
     sources::ecs_agent_source},
};
inline constexpr Stated ecs_task_execution_notes[] = {
    {"The task never holds it; what is fetched with it, such as secrets, reaches the container as environment "
     "variables.",
     sources::ecs_task_execution_role},
    {"It lies in the same store of the agent as the task role's, under an id of its own.", sources::ecs_agent_source},
    {"Whoever plays the agent towards ACS gets it as well.", sources::ecscape},
};
inline constexpr Stated ecs_container_instance_notes[] = {
    {"Whoever takes over this role reaches the credentials of all tasks of the instance.", sources::ecscape},
    {"Containers on bridge and awsvpc networks reach it unless they are kept out: ECS_AWSVPC_BLOCK_IMDS=true, a rule "
     "in iptables' DOCKER-USER chain.",
     sources::ecs_instance_role},
    {"The hop limit bounds only the reply with the token of version 2.", sources::metadata_options},
};
inline constexpr Stated fargate_task_notes[] = {
    {"The agent of the task is AWS's own, inside the task's micro virtual machine: no agent of the customer's holds the "
     "credential, and how the agent gets it is not documented.",
     sources::ecs_task_roles.graded(Grade::inferred)},
    {"The execution role's credential is not in the container here either.", sources::ecs_task_execution_role},
};

inline constexpr Entry agent_in_a_task_entry{
    .key = "agent_in_a_task",
    .family = Family::ecs,
    .source = &agent_in_a_task,
    .platforms = ecs_platforms,
    .surfaces = agent_in_a_task_surfaces,
    .readers = {"any process in the container, where the agent runs as root", sources::ssm_agent_source},
    .session_name_source = sources::ecs_task_records,
    .lifetime = {.usual = 6 * 3600, .source = sources::ecs_task_records},
    .rotation = {"as the task role", sources::ecs_agent_source},
    .workload_assumes_source = sources::ssm_agent_source,
    .trail = agent_in_a_task_trail,
    .notes = agent_in_a_task_notes};

inline constexpr Entry ecs_task_entry{
    .key = "ecs_task",
    .family = Family::ecs,
    .source = &ecs_task,
    .platforms = ecs_on_ec2_platforms,
    .surfaces = ecs_task_surfaces,
    .readers = {"any process in the container; whoever learns the UUID and reaches the endpoint from that host, by "
                "docker inspect or as its root: tasks of one instance are not guaranteed to be kept apart",
                sources::ecs_task_roles},
    .session_name_source = sources::ecs_task_records,
    .lifetime = {.usual = 6 * 3600, .source = sources::ecs_task_records},
    .rotation = {"ECS pushes a fresh one to the agent before the end", sources::ecs_agent_source},
    .workload_assumes_source = sources::ecs_task_records,
    .trail = ecs_task_trail,
    .notes = ecs_task_notes};

inline constexpr Entry ecs_task_execution_entry{
    .key = "ecs_task_execution",
    .family = Family::ecs,
    .source = &ecs_task_execution,
    .platforms = ecs_on_ec2_platforms,
    .readers = {"root on the host; the container gets results alone, such as secrets in its environment",
                sources::ecs_agent_source},
    .session_name_source = sources::ecs_task_records,
    .lifetime = {.usual = 6 * 3600, .source = sources::ecs_task_records},
    .rotation = {"as the task role", sources::ecs_agent_source},
    .workload_assumes_source = sources::ecs_task_records,
    .trail = ecs_task_execution_trail,
    .notes = ecs_task_execution_notes};

inline constexpr Entry ecs_container_instance_entry{
    .key = "ecs_container_instance",
    .family = Family::ecs,
    .source = &ecs_container_instance,
    .platforms = ecs_on_ec2_platforms,
    .surfaces = instance_profile_surfaces,
    .readers =
        {"as the instance profile; containers on bridge and awsvpc networks unless they are kept out, by ECS_AWSVPC_BLOCK_IMDS or the firewall",
         sources::ecs_instance_role},
    .session_name_source = sources::cloudtrail_records,
    .lifetime = {.usual = 6 * 3600,
                 .least = 6 * 3600 + 3 * 60,
                 .most = 6 * 3600 + 35 * 60,
                 .source = sources::cloudtrail_records},
    .rotation = {"as the instance profile: the next one is ready at least 5 min before the end",
                 sources::roles_for_ec2},
    .workload_assumes_source = sources::ecs_instance_role,
    .trail = ecs_container_instance_trail,
    .notes = ecs_container_instance_notes};

inline constexpr Entry fargate_task_entry{
    .key = "fargate_task",
    .family = Family::ecs,
    .source = &fargate_task,
    .platforms = fargate_platforms,
    .surfaces = fargate_task_surfaces,
    .readers = {"any process in the task's containers", sources::ecs_task_roles},
    .session_name_source = sources::ecs_task_records.graded(Grade::unverified),
    .lifetime = {.usual = 6 * 3600, .source = sources::ecs_task_records.graded(Grade::inferred)},
    .rotation = {"as the task role on EC2", sources::ecs_task_roles.graded(Grade::inferred)},
    .workload_assumes_source = sources::ecs_task_roles,
    .trail = fargate_task_trail,
    .notes = fargate_task_notes};

}  // namespace whence::catalog
