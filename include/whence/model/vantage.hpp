// Vantages: positions to read a credential from, inside or outside a workload, with a privilege and a network.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/model/platform.hpp>
#include <whence/model/reader.hpp>

namespace whence {

/// Where the reader is, relative to the workload that a credential was made for.
enum class Inside : std::uint8_t {
  the_machine,   // on the machine itself, not in a container
  the_workload,  // in the container, pod, function, build or job: any of its code
  a_neighbour,   // in another container, task or pod on the same machine
};

/// What the reader can do there.
enum class Means : std::uint8_t {
  code,            // run a program
  forged_get,      // make a server send a GET to any URL (server-side request forgery)
  forged_request,  // the same, with any method and headers
};

/// A position to read from. The named ones below cover the usual questions.
struct Vantage {
  Text name{};
  Inside inside = Inside::the_machine;
  Privilege privilege = Privilege::ordinary;  // a privileged container counts as superuser of its machine
  bool host_network = false;                  // a container on the host network
  Means means = Means::code;
  bool owns_what_it_runs = false;  // the operating-system user that owns the files and programs in question
  bool in_a_container = false;     // on every machine, also where other workloads are not in containers
  std::uint8_t hops = 0;           // the hop limit that it needs; 0: as the environment says
  Platforms on{};                  // where this kind of position is usual; empty: on every platform

  /// Whether this is a container on a machine that can run containers.
  template <class = void>
  [[nodiscard]] constexpr bool is_a_container_on(Platforms platforms) const {
    return in_a_container && has_a_machine(platforms);
  }
  /// Whether its packets to IMDS take more hops than those of the machine itself.
  template <class = void>
  [[nodiscard]] constexpr bool has_own_network(Platforms platforms) const {
    if (inside == Inside::the_machine || host_network) return false;
    return is_a_container_on(platforms) || runs_only_containers(platforms);
  }
};

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
