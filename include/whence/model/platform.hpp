// Where a workload runs: platforms, and sets of them, because a machine can be several at once.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/view_of.hpp>
#include <whence/model/plane.hpp>

namespace whence {

/// Where a workload, or the requester of a credential, runs. A machine can be several of these at once.
enum class Platform : std::uint8_t {
  workstation,     // a person's machine, or your own server: with the files and programs of its users
  hybrid_machine,  // a machine outside AWS with the SSM agent
  ec2,
  ecs_on_ec2,
  fargate,  // ECS tasks in micro virtual machines that AWS runs
  eks_node,
  eks_fargate,
  lambda,
  codebuild,
  sagemaker_notebook,
  sagemaker_job,  // Studio, training, processing
  glue,
  ci_runner,   // of GitHub Actions, GitLab, CircleCI, HCP Terraform, Bitbucket or Buildkite
  mobile_app,  // or a web page
  device,      // with AWS IoT
  cloudshell,
  app_runner,
  amplify,         // Amplify Hosting, server-side rendering
  agentcore,       // Bedrock AgentCore: a micro virtual machine for each session
  lambda_microvm,  // Lambda MicroVMs
  lambda_managed,  // Lambda Managed Instances
  ecs_managed,     // ECS Managed Instances, which AWS runs
  airflow,         // Amazon MWAA
  emr_cluster,     // EMR on EC2
  emr_serverless,
  game_server,         // of a fleet of GameLift Servers
  streaming_instance,  // of AppStream 2.0 or WorkSpaces Applications
  docker,              // containers of Docker or a like engine, on a machine
  kubernetes,          // pods of a Kubernetes of your own, on a machine
  aws_service,         // a service that does the work itself: no code of the customer runs
};

[[nodiscard]] constexpr Text name_of(Platform platform) {
  constexpr const char* names[] = {"workstation",
                                   "hybrid machine",
                                   "EC2 instance",
                                   "ECS on EC2",
                                   "Fargate",
                                   "EKS node",
                                   "EKS on Fargate",
                                   "Lambda",
                                   "CodeBuild",
                                   "SageMaker notebook",
                                   "SageMaker job",
                                   "Glue",
                                   "CI runner",
                                   "mobile or web app",
                                   "IoT device",
                                   "CloudShell",
                                   "App Runner",
                                   "Amplify Hosting",
                                   "AgentCore",
                                   "Lambda MicroVM",
                                   "Lambda Managed Instances",
                                   "ECS Managed Instances",
                                   "MWAA",
                                   "EMR cluster",
                                   "EMR Serverless",
                                   "GameLift server",
                                   "streaming instance",
                                   "Docker",
                                   "Kubernetes of your own",
                                   "AWS service"};
  return names[static_cast<std::size_t>(platform)];
}

namespace detail {
constexpr std::uint32_t bit_of(Platform platform) { return std::uint32_t{1} << static_cast<unsigned>(platform); }
// Sums of bits and not lists, because these are cheaper to compile.
inline constexpr std::uint32_t instances =
    bit_of(Platform::ec2) | bit_of(Platform::ecs_on_ec2) | bit_of(Platform::eks_node);
inline constexpr std::uint32_t with_containers =
    bit_of(Platform::ecs_on_ec2) | bit_of(Platform::eks_node) | bit_of(Platform::docker) | bit_of(Platform::kubernetes);
inline constexpr std::uint32_t clients = bit_of(Platform::workstation) | bit_of(Platform::ci_runner) |
                                         bit_of(Platform::mobile_app) | bit_of(Platform::device);
inline constexpr std::uint32_t machines = instances | with_containers | bit_of(Platform::workstation) |
                                          bit_of(Platform::hybrid_machine) | bit_of(Platform::ci_runner) |
                                          bit_of(Platform::emr_cluster) | bit_of(Platform::device);
}  // namespace detail

/// A set of platforms. A platform converts to the set of it alone; `{Platform::ec2, Platform::docker}` is a set of two.
struct Platforms {
  std::uint32_t bits = 0;

  constexpr Platforms() = default;
  constexpr Platforms(Platform platform) : bits(detail::bit_of(platform)) {}  // NOLINT: a platform is a set of one
  constexpr Platforms(List<Platform> platforms) {
    for (const Platform* each = platforms.begin(); each != platforms.end(); ++each) bits |= detail::bit_of(*each);
  }
  [[nodiscard]] static constexpr Platforms of(std::uint32_t bits) {
    Platforms set;
    set.bits = bits;
    return set;
  }
  [[nodiscard]] constexpr bool empty() const { return bits == 0; }
  [[nodiscard]] constexpr bool has(Platform platform) const { return (bits & detail::bit_of(platform)) != 0; }
  /// Whether a platform is in both.
  [[nodiscard]] constexpr bool meets(Platforms others) const { return (bits & others.bits) != 0; }
  /// Those that are in the other too.
  [[nodiscard]] constexpr Platforms in(Platforms others) const { return of(bits & others.bits); }
  constexpr void add(Platforms others) { bits |= others.bits; }
  friend constexpr bool operator==(Platforms left, Platforms right) { return left.bits == right.bits; }
};
static_assert(static_cast<unsigned>(Platform::aws_service) < 32, "a set of platforms has 32 bits");

/// Calls `visit(platform)` for each of them, in the order of Platform.
template <class Visit>
constexpr void for_each_platform(Platforms platforms, Visit visit) {
  for (unsigned i = 0; platforms.bits >> i != 0; ++i) {
    if ((platforms.bits >> i & 1U) != 0) visit(static_cast<Platform>(i));
  }
}

/// Whether the machine is an EC2 instance of the customer, whose IMDS the workloads might reach.
template <class = void>
[[nodiscard]] constexpr bool is_instance(Platforms platforms) {
  return (platforms.bits & detail::instances) != 0;
}
/// Whether the customer can have a superuser on the machine that runs the workload.
template <class = void>
[[nodiscard]] constexpr bool has_a_machine(Platforms platforms) {
  return (platforms.bits & detail::machines) != 0;
}
/// Whether workloads of the machine are containers, several on one machine.
template <class = void>
[[nodiscard]] constexpr bool shares_a_machine(Platforms platforms) {
  return (platforms.bits & detail::with_containers) != 0;
}
/// Whether all workloads of the machine are containers.
template <class = void>
[[nodiscard]] constexpr bool runs_only_containers(Platforms platforms) {
  return !platforms.empty() && (platforms.bits & ~detail::with_containers) == 0;
}

/// The plane of the workloads of these platforms; the data plane if only one of them is there. A hybrid machine is
/// outside AWS, but the model puts what the agent does there on the data plane, as the sources of Systems Manager do.
template <class = void>
[[nodiscard]] constexpr Plane plane_of(Platforms platforms) {
  const std::uint32_t none = detail::bit_of(Platform::aws_service),
                      engines = detail::with_containers & ~detail::instances;
  if (platforms.bits == none) return Plane::control;
  return (platforms.bits & ~(detail::clients | engines | none)) == 0 ? Plane::client : Plane::data;
}
/// Whether one of these platforms is on the client plane.
template <class = void>
[[nodiscard]] constexpr bool is_also_a_client(Platforms platforms) {
  return (platforms.bits & detail::clients) != 0;
}

}  // namespace whence
