// The usual vantages. They are in catalog.hpp: what can be read from a position, an environment says.
#pragma once

#include <whence/model/platform.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/vantage.hpp>

namespace whence {

namespace vantages {
using detail::bit_of;
inline constexpr Vantage os_user{
    .name = "any OS user",
    .on = Platforms::of(bit_of(Platform::ec2) | bit_of(Platform::ecs_on_ec2) | bit_of(Platform::eks_node) |
                        bit_of(Platform::hybrid_machine) | bit_of(Platform::emr_cluster))};
inline constexpr Vantage the_user{.name = "the OS user that runs the programs",
                                  .owns_what_it_runs = true,
                                  .on = Platforms::of(bit_of(Platform::workstation))};
inline constexpr Vantage another_user{
    .name = "any other OS user",
    .on = Platforms::of(bit_of(Platform::workstation) | bit_of(Platform::ci_runner) | bit_of(Platform::device))};
inline constexpr Vantage superuser{
    .name = "root or Administrator",
    .privilege = Privilege::superuser,
    .on = Platforms::of(bit_of(Platform::ec2) | bit_of(Platform::ecs_on_ec2) | bit_of(Platform::eks_node) |
                        bit_of(Platform::hybrid_machine) | bit_of(Platform::emr_cluster) |
                        bit_of(Platform::workstation) | bit_of(Platform::ci_runner) | bit_of(Platform::device))};
inline constexpr Vantage agent_script{
    .name = "script run by the SSM agent",
    .privilege = Privilege::superuser,
    .on = Platforms::of(bit_of(Platform::ec2) | bit_of(Platform::ecs_on_ec2) | bit_of(Platform::eks_node) |
                        bit_of(Platform::hybrid_machine))};
// A container or pod can be on every machine; these are the platforms whose workloads it belongs to.
inline constexpr Vantage container{.name = "process in the container",
                                   .inside = Inside::the_workload,
                                   .in_a_container = true,
                                   .on = Platforms::of(bit_of(Platform::ecs_on_ec2) | bit_of(Platform::fargate) |
                                                       bit_of(Platform::ecs_managed) | bit_of(Platform::docker))};
inline constexpr Vantage host_network_container{
    .name = "process in a container on the host network",
    .inside = Inside::the_workload,
    .host_network = true,
    .in_a_container = true,
    .on = Platforms::of(bit_of(Platform::ecs_on_ec2) | bit_of(Platform::docker))};
inline constexpr Vantage another_task{
    .name = "another task",
    .inside = Inside::a_neighbour,
    .in_a_container = true,
    .on = Platforms::of(bit_of(Platform::ecs_on_ec2) | bit_of(Platform::fargate) | bit_of(Platform::ecs_managed))};
inline constexpr Vantage another_container{.name = "another container",
                                           .inside = Inside::a_neighbour,
                                           .in_a_container = true,
                                           .on = Platforms::of(bit_of(Platform::docker))};
inline constexpr Vantage pod{
    .name = "process in the pod",
    .inside = Inside::the_workload,
    .in_a_container = true,
    .on = Platforms::of(bit_of(Platform::eks_node) | bit_of(Platform::eks_fargate) | bit_of(Platform::kubernetes))};
inline constexpr Vantage host_network_pod{
    .name = "process in a pod on the host network",
    .inside = Inside::the_workload,
    .host_network = true,
    .in_a_container = true,
    .on = Platforms::of(bit_of(Platform::eks_node) | bit_of(Platform::kubernetes))};
inline constexpr Vantage another_pod{
    .name = "another pod",
    .inside = Inside::a_neighbour,
    .in_a_container = true,
    .on = Platforms::of(bit_of(Platform::eks_node) | bit_of(Platform::eks_fargate) | bit_of(Platform::kubernetes))};
inline constexpr Vantage function_code{
    .name = "code of the function",
    .inside = Inside::the_workload,
    .on = Platforms::of(bit_of(Platform::lambda) | bit_of(Platform::lambda_managed))};
inline constexpr Vantage layer{.name = "layer or extension of the function",
                               .inside = Inside::the_workload,
                               .on = Platforms::of(bit_of(Platform::lambda) | bit_of(Platform::lambda_managed))};
inline constexpr Vantage build_command{
    .name = "build command", .inside = Inside::the_workload, .on = Platforms::of(bit_of(Platform::codebuild))};
inline constexpr Vantage job_code{
    .name = "code of the job",
    .inside = Inside::the_workload,
    .on = Platforms::of(bit_of(Platform::sagemaker_notebook) | bit_of(Platform::sagemaker_job) |
                        bit_of(Platform::emr_serverless) | bit_of(Platform::glue))};
inline constexpr Vantage job_step{.name = "step of the job",
                                  .inside = Inside::the_workload,
                                  .on = Platforms::of(bit_of(Platform::ci_runner) | bit_of(Platform::emr_cluster))};
inline constexpr Vantage component{
    .name = "component of the device", .inside = Inside::the_workload, .on = Platforms::of(bit_of(Platform::device))};
inline constexpr Vantage runtime_code{
    .name = "code in the runtime",
    .inside = Inside::the_workload,
    .on = Platforms::of(bit_of(Platform::app_runner) | bit_of(Platform::amplify) | bit_of(Platform::agentcore) |
                        bit_of(Platform::lambda_microvm) | bit_of(Platform::airflow) | bit_of(Platform::game_server) |
                        bit_of(Platform::streaming_instance))};
inline constexpr Vantage shell{
    .name = "process in the shell", .inside = Inside::the_workload, .on = Platforms::of(bit_of(Platform::cloudshell))};
inline constexpr Vantage app_user{
    .name = "user of the app", .inside = Inside::the_workload, .on = Platforms::of(bit_of(Platform::mobile_app))};
// Of a server in the workload: on a machine that also runs programs outside containers, of one of these.
inline constexpr Vantage remote_caller{
    .name = "remote caller, by a forged GET", .inside = Inside::the_workload, .means = Means::forged_get};
inline constexpr Vantage remote_caller_with_headers{
    .name = "remote caller, by a forged request with method and headers",
    .inside = Inside::the_workload,
    .means = Means::forged_request};
}  // namespace vantages

}  // namespace whence
