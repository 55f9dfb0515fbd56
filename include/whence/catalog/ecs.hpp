// ECS: tasks, their execution role, container instances, and the SSM agent in a task.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// ECS together with its agent communication service (ACS).
inline constexpr Place ecs_service =
    memory_of("the ECS service", Plane::control, "ecs-tasks.amazonaws.com", sources::ecs_agent_source);
/// AWS pushes over the connection that the ECS agent has opened, signed with the container instance's role. That somebody
/// else with that role can open such a connection is what a third party has shown.
inline constexpr Place ecs_push =
    open_to_workloads(reply_of("WebSocket from ECS to the ECS agent", Plane::control, "WebSocket of ACS",
                               "ecs-tasks.amazonaws.com", sources::ecscape));
inline constexpr Place ecs_agent_memory =
    program_memory("memory of the ECS agent", Readers::superuser, sources::ecs_agent_source);
/// On the host the agent listens on 127.0.0.1:51679.
inline constexpr Place ecs_endpoint = workload_endpoint(
    "credential endpoint of the ECS agent", "http://169.254.170.2/v2/credentials/<uuid>", sources::ecs_agent_source);
inline constexpr Place ecs_sdk_memory =
    program_memory("memory of the SDK in the container", Readers::the_workload, sources::ecs_task_roles);
inline constexpr Place ecs_exec_agent_memory =
    program_memory("memory of the SSM agent in the container", Readers::superuser, sources::ssm_agent_source, "root");
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
inline constexpr Surface ecs_relative_uri{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
                                          "/v2/credentials/<uuid>, on 169.254.170.2", sources::ecs_task_roles};
inline constexpr Surface ecs_url{SurfaceKind::url, "http://169.254.170.2/v2/credentials/<uuid>",
                                 "the answer has RoleArn, AccessKeyId, SecretAccessKey, Token, Expiration",
                                 sources::ecs_agent_source};
inline constexpr Trail ecs_assume_role_trail{"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com",
                                             "sourceIPAddress and userAgent are ecs-tasks.amazonaws.com",
                                             sources::ecs_task_records};

inline constexpr CredentialSource agent_in_a_task{
    .id = SourceId::agent_in_a_task,
    .name = "SSM agent inside an ECS task, for ECS Exec",
    .family = Family::ecs,
    .platforms = {Platform::ecs_on_ec2, Platform::fargate},
    .counted_elsewhere = true,
    .trust = trusts_service("ecs-tasks.amazonaws.com", sources::ecs_exec),
    .assumer = {"the ECS service", Plane::control, "sts:AssumeRole", sources::ecs_task_records},
    .requester = {"the ECS agent, by its connection with the container instance's role; on Fargate AWS itself",
                  sources::ecs_task_records},
    .proofs = {profile_path},
    .custody = {ecs_service, ecs_push, ecs_agent_memory, ecs_endpoint, ecs_exec_agent_memory},
    .custodian = {"the ECS agent", sources::ssm_agent_source},
    .user = {"the SSM agent that ECS puts into the container", sources::ssm_agent_source},
    .session_name = {"the task id", sources::ecs_task_records},
    .lifetime = {.text = "as the task role: 6 h was seen", .usual = 6 * 3600, .source = sources::ecs_task_records},
    .rotation = {"as the task role", sources::ecs_agent_source},
    .readers = {"any process in the container, where the agent runs as root", sources::ssm_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ssm_agent_source},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI", "looked at first",
                  sources::ssm_agent_source},
                 {SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "else, on 169.254.170.2",
                  sources::ssm_agent_source},
                 ecs_url},
    .trail = {ecs_assume_role_trail,
              {"", "AssumedRole", "", "calls of ssmmessages in the session of the task role", sources::ecs_exec},
              {"ExecuteCommand", "", "", "of ECS, by whoever opens the shell", sources::ecs_exec}},
    .notes = {{"The agent takes the role of the task, not that of the instance.", sources::ssm_agent_source},
              {"On Fargate the hops before the endpoint are AWS's own, as for every task there.",
               sources::ecs_task_roles.graded(Grade::inferred)}}};

inline constexpr CredentialSource ecs_task{
    .id = SourceId::ecs_task,
    .name = "ECS task role",
    .family = Family::ecs,
    .platforms = {Platform::ecs_on_ec2},
    .trust = trusts_service("ecs-tasks.amazonaws.com", sources::ecs_task_roles),
    .assumer = {"the ECS service", Plane::control, "sts:AssumeRole", sources::ecs_task_records},
    .requester = {"the ECS agent, by its connection with the container instance's role", sources::ecs_task_records},
    .proofs = agent_in_a_task.proofs,
    .custody = {ecs_service, ecs_push, ecs_agent_memory, ecs_endpoint, ecs_sdk_memory},
    .custodian = {"the ECS service, then the ECS agent", sources::ecs_agent_source},
    .user = {"every process in the container", sources::ecs_agent_source},
    .session_name = {"the task id: 32 hexadecimal digits, in 2018 a UUID with dashes", sources::ecs_task_records},
    .lifetime = {.text = "6 h was seen; ECS pushes a fresh one before the end",
                 .usual = 6 * 3600,
                 .source = sources::ecs_task_records},
    .rotation = {"ECS pushes a fresh one to the agent before the end", sources::ecs_agent_source},
    .readers = {"any process in the container; whoever learns the UUID and reaches the endpoint from that host, by "
                "docker inspect or as its root: tasks of one instance are not guaranteed to be kept apart",
                sources::ecs_task_roles},
    .workload_assumes = {SelfAssumption::no, sources::ecs_task_records},
    .surfaces = {ecs_relative_uri,
                 ecs_url,
                 {SurfaceKind::url, "http://169.254.170.2/v1/credentials?id=<uuid>", "the older form",
                  sources::ecs_agent_source},
                 {SurfaceKind::url, "http://127.0.0.1:51679/v2/credentials/<uuid>",
                  "on the host, where the agent listens", sources::ecs_agent_source}},
    .trail = {ecs_assume_role_trail},
    .notes = {
        {"Inside the container ECS, IRSA and Pod Identity look alike and differ in who assumes: here the ECS service, by "
         "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI.",
         sources::ecs_task_roles},
        {"On EC2 whoever takes over the container instance's role reaches the credentials of all tasks of the instance, by "
         "playing the agent towards ACS.",
         sources::ecscape},
        {"An agent in the customer's own instance holds the credentials of other workloads.",
         sources::ecs_agent_source},
        {"Agents from 1.103.1 on hold a dormant scanner of metadata names iam-ecs-*/info and "
         "iam-ecs-*/security-credentials/<taskID>-<roleType>: the surface may change while the assumer does not.",
         sources::ecs_agent_source},
        {"A container that uses this credential to assume a second role (credential_source = EcsContainer) is the assumer "
         "of that one, which is a chain: 1 h at most.",
         sources::botocore_credentials},
        {"The endpoint answers errors NoIdInRequest, InvalidIdInRequest and CredentialsUninitialized (503); the agent's "
         "audit log is /var/log/ecs/audit.log.YYYY-MM-DD-HH.",
         sources::ecs_agent_source}}};

inline constexpr CredentialSource ecs_task_execution{
    .id = SourceId::ecs_task_execution,
    .name = "ECS task execution role",
    .family = Family::ecs,
    .platforms = ecs_task.platforms,
    .trust = trusts_service("ecs-tasks.amazonaws.com", sources::ecs_task_execution_role),
    .assumer = {"the ECS service", Plane::control, "sts:AssumeRole", sources::ecs_task_records},
    .requester = {"the ECS agent, by its connection with the container instance's role", sources::ecs_task_records},
    .proofs = agent_in_a_task.proofs,
    .custody = {ecs_service, ecs_push, ecs_agent_memory},
    .custodian = {"the ECS service, then the ECS agent", sources::ecs_agent_source},
    .user = {"the ECS agent: it pulls images, writes logs and fetches secrets", sources::ecs_agent_source},
    .session_name = {"the task id", sources::ecs_task_records},
    .lifetime = {.text = "as the task role: 6 h was seen", .usual = 6 * 3600, .source = sources::ecs_task_records},
    .rotation = {"as the task role", sources::ecs_agent_source},
    .readers = {"root on the host; the container gets results alone, such as secrets in its environment",
                sources::ecs_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ecs_task_records},
    .trail = {{"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com",
               "a second one beside that of the task role, of the same shape; sourceIPAddress and userAgent are "
               "ecs-tasks.amazonaws.com",
               sources::ecs_task_records}},
    .notes = {
        {"The task never holds it; what is fetched with it, such as secrets, reaches the container as environment "
         "variables.",
         sources::ecs_task_execution_role},
        {"It lies in the same store of the agent as the task role's, under an id of its own.",
         sources::ecs_agent_source},
        {"Whoever plays the agent towards ACS gets it as well.", sources::ecscape}}};

inline constexpr CredentialSource ecs_container_instance{
    .id = SourceId::ecs_container_instance,
    .name = "ECS container instance role",
    .family = Family::ecs,
    .platforms = ecs_task.platforms,
    .needs = Needs::instance_profile,
    .trust = trusts_service("ec2.amazonaws.com", sources::ecs_instance_role),
    .assumer = {"the EC2 service", Plane::zonal_control, "sts:AssumeRole", sources::cloudtrail_records},
    .custody = {ec2_service, profile_path, ecs_agent_memory},
    .custodian = {"the EC2 service", sources::ecs_instance_role},
    .user = {"the ECS agent; readable by every user and program of the instance", sources::ecs_instance_role},
    .session_name = {"the instance id, i-...", sources::cloudtrail_records},
    .lifetime = {.text = "as the instance profile: about 6 h, set by EC2",
                 .usual = 6 * 3600,
                 .least = 6 * 3600 + 3 * 60,
                 .most = 6 * 3600 + 35 * 60,
                 .source = sources::cloudtrail_records},
    .rotation = {"as the instance profile: the next one is ready at least 5 min before the end",
                 sources::roles_for_ec2},
    .readers =
        {"as the instance profile; containers on bridge and awsvpc networks unless they are kept out, by ECS_AWSVPC_BLOCK_IMDS or the firewall",
         sources::ecs_instance_role},
    .workload_assumes = {SelfAssumption::no, sources::ecs_instance_role},
    .surfaces = instance_profile.surfaces,
    .trail = {instance_profile.trail[0], instance_profile.trail[1]},
    .notes = {
        {"Whoever takes over this role reaches the credentials of all tasks of the instance.", sources::ecscape},
        {"Containers on bridge and awsvpc networks reach it unless they are kept out: ECS_AWSVPC_BLOCK_IMDS=true, a rule "
         "in iptables' DOCKER-USER chain.",
         sources::ecs_instance_role},
        {"The hop limit bounds only the reply with the token of version 2.", sources::metadata_options}}};

inline constexpr CredentialSource fargate_task{
    .id = SourceId::fargate_task,
    .name = "ECS task on Fargate",
    .family = Family::ecs,
    .platforms = {Platform::fargate},
    .trust = trusts_service("ecs-tasks.amazonaws.com", sources::ecs_task_roles),
    .assumer = {"the ECS service", Plane::control, "sts:AssumeRole", sources::ecs_task_roles},
    .custody = {ecs_service, fargate_agent_memory, fargate_endpoint, ecs_sdk_memory},
    .custodian = {"the ECS service, then the agent that AWS runs", sources::ecs_task_roles},
    .user = {"every process in the task's containers", sources::ecs_task_roles},
    .session_name = {"the task id (not verified)", sources::ecs_task_records.graded(Grade::unverified)},
    .lifetime = {.text = "as the task role: 6 h was seen",
                 .usual = 6 * 3600,
                 .source = sources::ecs_task_records.graded(Grade::inferred)},
    .rotation = {"as the task role on EC2", sources::ecs_task_roles.graded(Grade::inferred)},
    .readers = {"any process in the task's containers", sources::ecs_task_roles},
    .workload_assumes = {SelfAssumption::no, sources::ecs_task_roles},
    .surfaces = {ecs_relative_uri, ecs_url},
    .trail = {{"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com", "as for a task on EC2",
               sources::ecs_task_records.graded(Grade::inferred)}},
    .notes = {
        {"The agent of the task is AWS's own, inside the task's micro virtual machine: no agent of the customer's holds the "
         "credential, and how the agent gets it is not documented.",
         sources::ecs_task_roles.graded(Grade::inferred)},
        {"The execution role's credential is not in the container here either.", sources::ecs_task_execution_role}}};

}  // namespace whence::catalog
