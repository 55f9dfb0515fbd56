// Where a workload runs, and what isolates it: the facts that decide who can read which credential.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/given.hpp>
#include <whence/base/text.hpp>
#include <whence/base/view_of.hpp>
#include <whence/model/metadata_block.hpp>
#include <whence/model/metadata_options.hpp>
#include <whence/model/node.hpp>
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

/// A set of platforms. A platform converts to the set of it alone; `{Platform::ec2, Platform::docker}` is a set of two.
class Platforms {
 public:
  constexpr Platforms() = default;
  constexpr Platforms(Platform platform) : bits_(bit(platform)) {}  // NOLINT: a platform is a set of one
  constexpr Platforms(List<Platform> platforms) {
    for (const Platform* each = platforms.begin(); each != platforms.end(); ++each) bits_ |= bit(*each);
  }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr bool has(Platform platform) const { return (bits_ & bit(platform)) != 0; }
  /// Whether a platform is in both.
  [[nodiscard]] constexpr bool meets(Platforms others) const { return (bits_ & others.bits_) != 0; }
  /// Whether every platform of this set is in the other.
  [[nodiscard]] constexpr bool are_among(Platforms others) const { return (bits_ & ~others.bits_) == 0; }
  constexpr void add(Platforms others) { bits_ |= others.bits_; }
  /// Those that are in the other too.
  [[nodiscard]] constexpr Platforms in(Platforms others) const {
    Platforms both = *this;
    both.bits_ &= others.bits_;
    return both;
  }
  friend constexpr bool operator==(Platforms, Platforms) = default;

 private:
  static constexpr std::uint32_t bit(Platform platform) { return std::uint32_t{1} << static_cast<unsigned>(platform); }
  std::uint32_t bits_ = 0;
};
static_assert(static_cast<unsigned>(Platform::aws_service) < 32, "a set of platforms has 32 bits");

/// Whether the machine is an EC2 instance of the customer, whose IMDS the workloads might reach.
[[nodiscard]] constexpr bool is_instance(Platforms platforms) {
  return platforms.meets({Platform::ec2, Platform::ecs_on_ec2, Platform::eks_node});
}
/// Whether the customer can have a superuser on the machine that runs the workload.
[[nodiscard]] constexpr bool has_a_machine(Platforms platforms) {
  return platforms.meets({Platform::ec2, Platform::ecs_on_ec2, Platform::eks_node, Platform::workstation,
                          Platform::hybrid_machine, Platform::ci_runner, Platform::emr_cluster, Platform::device,
                          Platform::docker, Platform::kubernetes});
}
/// Whether workloads of the machine are containers, several on one machine.
[[nodiscard]] constexpr bool shares_a_machine(Platforms platforms) {
  return platforms.meets({Platform::ecs_on_ec2, Platform::eks_node, Platform::docker, Platform::kubernetes});
}
/// Whether all workloads of the machine are containers.
[[nodiscard]] constexpr bool runs_only_containers(Platforms platforms) {
  return shares_a_machine(platforms) &&
         platforms.are_among({Platform::ecs_on_ec2, Platform::eks_node, Platform::docker, Platform::kubernetes});
}

/// The plane of the workloads of these platforms; the data plane if only one of them is there. A hybrid machine is
/// outside AWS, but the model puts what the agent does there on the data plane, as the sources of Systems Manager do.
[[nodiscard]] constexpr Plane plane_of(Platforms platforms) {
  if (platforms == Platform::aws_service) return Plane::control;
  return platforms.are_among({Platform::workstation, Platform::ci_runner, Platform::mobile_app, Platform::device,
                              Platform::docker, Platform::kubernetes, Platform::aws_service})
             ? Plane::client
             : Plane::data;
}
/// Whether one of these platforms is on the client plane.
[[nodiscard]] constexpr bool is_also_a_client(Platforms platforms) {
  return platforms.meets({Platform::workstation, Platform::ci_runner, Platform::mobile_app, Platform::device});
}

/// How the containers of ECS on EC2 are connected. Pods of EKS have their own network either way.
enum class ContainerNetwork : std::uint8_t {
  bridge,  // behind the instance's network, one hop further away
  awsvpc,  // the task has its own network interface
};

/// What a machine or service is, its node, and what isolates its workloads. Defaults: EC2, no firewall, and what
/// evidence/assumptions.hpp says of facts that are not given.
struct Environment {
  /// Everything that the machine is: `{Platform::ec2, Platform::docker, Platform::workstation}` is an EC2 instance with
  /// containers, and with the files of the AWS CLI.
  Platforms platform = Platform::ec2;
  Node node{};
  /// `MetadataSteps{.ami = ami_for_version_2}.hop_limit()`, or a number.
  HopLimit hop_limit{};
  /// The network of tasks that are not on the host network. (The vantage says whether a task is.)
  ContainerNetwork network = ContainerNetwork::bridge;
  /// What keeps containers with a network of their own from IMDS.
  MetadataBlocks metadata_blocked_for_containers{};
  /// A firewall of the machine lets only the superuser reach IMDS.
  bool metadata_for_superuser_only = false;
  /// EKS: whether the pod's service account has a role through IRSA, and through Pod Identity.
  Given<bool> service_account_role = Given<bool>::assumed(true), pod_identity = Given<bool>::assumed(true);
  /// The hop limit that a container or pod with a network of its own needs: 2 over one bridge or the network of a
  /// cluster, 3 for a container in a container and for some overlay networks. A task in network mode awsvpc has an
  /// interface of its own. A vantage can say that it needs another one.
  Given<std::uint8_t> container_hops = Given<std::uint8_t>::assumed(2);
};

}  // namespace whence
