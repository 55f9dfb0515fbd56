// ECS: tasks, their execution role, container instances, and the SSM agent in a task.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// ECS, including its agent communication service (ACS).
inline constexpr Place ecs_service =
    memory_of("the ECS service", Plane::control, "ecs-tasks.amazonaws.com", sources::ecs_agent_source);
/// AWS pushes the credential over a connection that the ECS agent opens, signed with the container instance role. A
/// third party showed that another program with that role can also open the connection.
inline constexpr Place ecs_push =
    open_to_workloads(reply_of("WebSocket from ECS to the ECS agent", Plane::control, "WebSocket of ACS",
                               "ecs-tasks.amazonaws.com", sources::ecscape));
inline constexpr Place ecs_agent_memory =
    program_memory("memory of the ECS agent", Readers::superuser, sources::ecs_agent_source);
/// That the agent keeps its own credential there follows.
inline constexpr Place ecs_agent_own_memory =
    program_memory("memory of the ECS agent", Readers::superuser, sources::ecs_agent_source.graded(Grade::inferred));
/// On the host the agent listens on 127.0.0.1:51679.
inline constexpr Place ecs_endpoint = workload_endpoint(
    "credential endpoint of the ECS agent", "http://169.254.170.2/v2/credentials/<uuid>", sources::ecs_agent_source);
inline constexpr Place ecs_sdk_memory =
    program_memory("memory of the SDK in the container", Readers::the_workload, sources::ecs_task_roles);
inline constexpr Place ecs_exec_agent_memory =
    program_memory("memory of the SSM agent in the container", Readers::superuser, sources::ssm_agent_source, "root");
/// AWS documents that the task's endpoint has the credential, but not how it gets there.
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
                                 "the reply has RoleArn, AccessKeyId, SecretAccessKey, Token, Expiration",
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
    .requester =
        {"the ECS agent, over its connection that is signed with the container instance role; on Fargate AWS itself",
         sources::ecs_task_records},
    .proofs = {profile_path},
    .custody = {ecs_service, ecs_push, ecs_agent_memory, ecs_endpoint, ecs_exec_agent_memory},
    .custodian = {"the ECS agent", sources::ssm_agent_source},
    .user = {"the SSM agent that ECS adds to the container", sources::ssm_agent_source},
    .session_name = {"the task id", sources::ecs_task_records},
    .lifetime = {.text = "as for the task role: 6 h observed", .usual = 6 * 3600, .source = sources::ecs_task_records},
    .rotation = {"as for the task role", sources::ecs_agent_source},
    .readers = {"any process in the container; the agent runs there as root", sources::ssm_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ssm_agent_source},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI", "checked first",
                  sources::ssm_agent_source},
                 {SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
                  "otherwise, on 169.254.170.2", sources::ssm_agent_source},
                 ecs_url},
    .trail = {ecs_assume_role_trail,
              {"", "AssumedRole", "", "ssmmessages calls in the task role's session", sources::ecs_exec},
              {"ExecuteCommand", "", "", "an ECS call, made by the caller that opens the shell", sources::ecs_exec}},
    .notes = {{"The agent uses the task role, not the instance's role.", sources::ssm_agent_source},
              {"On Fargate, AWS owns every hop before the endpoint, as for every Fargate task.",
               sources::ecs_task_roles.graded(Grade::inferred)}}};

inline constexpr CredentialSource ecs_task{
    .id = SourceId::ecs_task,
    .name = "ECS task role",
    .family = Family::ecs,
    .platforms = {Platform::ecs_on_ec2},
    .trust = trusts_service("ecs-tasks.amazonaws.com", sources::ecs_task_roles),
    .assumer = {"the ECS service", Plane::control, "sts:AssumeRole", sources::ecs_task_records},
    .requester = {"the ECS agent, over its connection that is signed with the container instance role",
                  sources::ecs_task_records},
    .proofs = agent_in_a_task.proofs,
    .custody = {ecs_service, ecs_push, ecs_agent_memory, ecs_endpoint, ecs_sdk_memory},
    .custodian = {"the ECS service, then the ECS agent", sources::ecs_agent_source},
    .user = {"every process in the container", sources::ecs_agent_source},
    .session_name = {"the task id: 32 hexadecimal digits; in 2018, a UUID with dashes", sources::ecs_task_records},
    .lifetime = {.text = "6 h observed; ECS pushes a new credential before expiry",
                 .usual = 6 * 3600,
                 .source = sources::ecs_task_records},
    .rotation = {"ECS pushes a new credential to the agent before expiry", sources::ecs_agent_source},
    .readers =
        {"any process in the container; on the host, anyone who learns the UUID (by docker inspect, or as root of the "
         "host) and reaches the endpoint: isolation between tasks of one instance is not guaranteed",
         sources::ecs_task_roles},
    .workload_assumes = {SelfAssumption::no, sources::ecs_task_records},
    .surfaces = {ecs_relative_uri,
                 ecs_url,
                 {SurfaceKind::url, "http://169.254.170.2/v1/credentials?id=<uuid>", "the older form",
                  sources::ecs_agent_source},
                 {SurfaceKind::url, "http://127.0.0.1:51679/v2/credentials/<uuid>",
                  "on the host: the agent listens there", sources::ecs_agent_source}},
    .trail = {ecs_assume_role_trail},
    .notes = {
        {"ECS, IRSA and Pod Identity look alike inside the container; the assumer differs. "
         "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI means that the ECS service assumed the role.",
         sources::ecs_task_roles},
        {"On EC2, anyone who takes over the container instance role can impersonate the agent to ACS and get the "
         "credentials of all tasks on the instance.",
         sources::ecscape},
        {"An agent on the customer's own instance holds the credentials of other workloads.",
         sources::ecs_agent_source},
        {"Agents since 1.103.1 contain an inactive scanner for the metadata names iam-ecs-*/info and "
         "iam-ecs-*/security-credentials/<taskID>-<roleType>: the interface may change, the assumer does not.",
         sources::ecs_agent_source},
        {"A container that uses this credential to assume a second role (credential_source = EcsContainer) is that "
         "role's assumer. This is role chaining: at most 1 h.",
         sources::botocore_credentials},
        {"A task on the host network gets its role only if ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST is true (default: "
         "false); otherwise it finds the container instance role.",
         sources::ecs_agent_source},
        {"If both AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and _FULL_URI are set, botocore and the SDKs for Java and C++ "
         "use the first, the SDK for Go and the SSM agent the second.",
         sources::botocore_credentials},
        {"The endpoint's errors are NoIdInRequest, InvalidIdInRequest and CredentialsUninitialized (503); the agent's "
         "audit log is /var/log/ecs/audit.log.YYYY-MM-DD-HH.",
         sources::ecs_agent_source}}};

inline constexpr CredentialSource ecs_task_execution{
    .id = SourceId::ecs_task_execution,
    .name = "ECS task execution role",
    .family = Family::ecs,
    .platforms = ecs_task.platforms,
    .trust = trusts_service("ecs-tasks.amazonaws.com", sources::ecs_task_execution_role),
    .assumer = {"the ECS service", Plane::control, "sts:AssumeRole", sources::ecs_task_records},
    .requester = {"the ECS agent, over its connection that is signed with the container instance role",
                  sources::ecs_task_records},
    .proofs = agent_in_a_task.proofs,
    .custody = {ecs_service, ecs_push, ecs_agent_memory},
    .custodian = {"the ECS service, then the ECS agent", sources::ecs_agent_source},
    .user = {"the ECS agent: it pulls images, writes logs and fetches secrets", sources::ecs_agent_source},
    .session_name = {"the task id", sources::ecs_task_records},
    .lifetime = {.text = "as for the task role: 6 h observed", .usual = 6 * 3600, .source = sources::ecs_task_records},
    .rotation = {"as for the task role", sources::ecs_agent_source},
    .readers = {"root on the host; the container gets only results, such as secrets in its environment",
                sources::ecs_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ecs_task_records},
    .trail = {{"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com",
               "a second record beside the task role's record, in the same format; sourceIPAddress and userAgent are "
               "ecs-tasks.amazonaws.com",
               sources::ecs_task_records}},
    .notes = {{"The task never holds it; results fetched with it, such as secrets, reach the container as environment "
               "variables.",
               sources::ecs_task_execution_role},
              {"The agent stores it together with the task role's credential, under a separate id.",
               sources::ecs_agent_source},
              {"Anyone who impersonates the agent to ACS gets this credential too.", sources::ecscape}}};

inline constexpr CredentialSource ecs_container_instance{
    .id = SourceId::ecs_container_instance,
    .name = "ECS container instance role",
    .family = Family::ecs,
    .platforms = ecs_task.platforms,
    .needs = Needs::instance_profile,
    .trust = trusts_service("ec2.amazonaws.com", sources::ecs_instance_role),
    .assumer = {"the EC2 service", Plane::zonal_control, "sts:AssumeRole", sources::cloudtrail_records},
    .custody = {ec2_service, profile_path, ecs_agent_own_memory},
    .custodian = {"the EC2 service", sources::ecs_instance_role},
    .user = {"the ECS agent; every user and program of the instance can read it", sources::ecs_instance_role},
    .session_name = {"the instance id, i-...", sources::cloudtrail_records},
    .lifetime = instance_profile.lifetime,
    .rotation = instance_profile.rotation,
    .readers = {"as for the instance profile; tasks on the host network, always; tasks in network mode awsvpc, unless "
                "ECS_AWSVPC_BLOCK_IMDS blocks them; tasks on a bridge, unless a firewall rule or the hop limit does",
                sources::ecs_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ecs_instance_role},
    .surfaces = instance_profile.surfaces,
    .trail = instance_profile.trail,
    .notes = {
        {"Anyone who takes over this role can get the credentials of all tasks on the instance.", sources::ecscape},
        {"ECS_AWSVPC_BLOCK_IMDS (default: false) blocks tasks in network mode awsvpc only. Tasks on a bridge are "
         "blocked by a rule in the iptables chain DOCKER-USER or by the hop limit, tasks on the host network by "
         "neither.",
         sources::ecs_agent_source},
        {"A firewall rule of the host that tests the user id does not see packets from a bridge.",
         sources::limit_metadata.graded(Grade::inferred)},
        {"The hop limit applies only to the reply with the IMDSv2 token.", sources::metadata_options}}};

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
    .lifetime = {.text = "as for the task role: 6 h observed",
                 .usual = 6 * 3600,
                 .source = sources::ecs_task_records.graded(Grade::inferred)},
    .rotation = {"as for the task role on EC2", sources::ecs_task_roles.graded(Grade::inferred)},
    .readers = {"any process in the task's containers", sources::ecs_task_roles},
    .workload_assumes = {SelfAssumption::no, sources::ecs_task_roles},
    .surfaces = {ecs_relative_uri, ecs_url},
    .trail = {{"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com", "as for a task on EC2",
               sources::ecs_task_records.graded(Grade::inferred)}},
    .notes = {
        {"AWS's agent for the task runs inside the task's micro virtual machine: no agent of the customer holds the "
         "credential. How AWS's agent gets it is not documented.",
         sources::ecs_task_roles.graded(Grade::inferred)},
        {"The execution role's credential is not in the container on Fargate either.",
         sources::ecs_task_execution_role}}};

}  // namespace whence::catalog
