// Where a workload runs, and how what runs there is walled in: the facts on which it depends who reads which credential.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/model/node.hpp>
#include <whence/model/plane.hpp>

namespace whence {

/// Where a workload, or whoever asks for a credential, runs.
enum class Platform : std::uint8_t {
  workstation,     // a person's machine outside AWS, or a server of yours there
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
  ci_runner,   // of GitHub Actions
  mobile_app,  // or a web page
  device,      // with AWS IoT
  cloudshell,
  aws_service,  // a service that does the work itself: nothing of the customer's runs
};

[[nodiscard]] constexpr Text name_of(Platform platform) {
  switch (platform) {
    case Platform::workstation: return "workstation";
    case Platform::hybrid_machine: return "hybrid machine";
    case Platform::ec2: return "EC2 instance";
    case Platform::ecs_on_ec2: return "ECS on EC2";
    case Platform::fargate: return "Fargate";
    case Platform::eks_node: return "EKS node";
    case Platform::eks_fargate: return "EKS on Fargate";
    case Platform::lambda: return "Lambda";
    case Platform::codebuild: return "CodeBuild";
    case Platform::sagemaker_notebook: return "SageMaker notebook";
    case Platform::sagemaker_job: return "SageMaker job";
    case Platform::glue: return "Glue";
    case Platform::ci_runner: return "CI runner";
    case Platform::mobile_app: return "mobile or web app";
    case Platform::device: return "IoT device";
    case Platform::cloudshell: return "CloudShell";
    case Platform::aws_service: return "service of AWS";
  }
  return {};
}

/// Whether what runs there is an EC2 instance of the customer's, with a metadata service that his workloads might reach.
[[nodiscard]] constexpr bool is_instance(Platform platform) {
  return platform == Platform::ec2 || platform == Platform::ecs_on_ec2 || platform == Platform::eks_node;
}
/// Whether somebody of the customer's can be superuser of the machine below the workload.
[[nodiscard]] constexpr bool has_a_machine(Platform platform) {
  return is_instance(platform) || platform == Platform::workstation || platform == Platform::hybrid_machine ||
         platform == Platform::ci_runner || platform == Platform::device;
}
/// Whether workloads there are containers, several on one machine.
[[nodiscard]] constexpr bool shares_a_machine(Platform platform) {
  return platform == Platform::ecs_on_ec2 || platform == Platform::eks_node;
}

/// On which plane a workload of this platform runs. A hybrid machine is outside AWS, but the model puts what the agent does
/// there on the data plane, as the rows of Systems Manager do.
[[nodiscard]] constexpr Plane plane_of(Platform platform) {
  switch (platform) {
    case Platform::workstation:
    case Platform::ci_runner:
    case Platform::mobile_app:
    case Platform::device: return Plane::client;
    case Platform::aws_service: return Plane::control;
    default: return Plane::data;
  }
}

/// How the containers of ECS on EC2 are connected. Pods of EKS have a network of their own either way.
enum class ContainerNetwork : std::uint8_t {
  bridge,  // behind the instance's own, one hop further away
  awsvpc,  // a network interface of the task's
};

/// What stands beside the state of the node. The defaults are those of EC2: version 2 of the metadata service alone, a hop
/// limit of 1, no firewall.
struct Environment {
  Platform platform = Platform::ec2;
  Node node{};
  /// HttpPutResponseHopLimit, 1 to 64: how many hops the reply with the token of version 2 may take. An image registered
  /// for version 2 makes it 2. Source: Configure instance metadata options,
  /// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
  std::uint8_t hop_limit = 1;
  /// Of tasks that do not have the host's network, which a vantage tells.
  ContainerNetwork network = ContainerNetwork::bridge;
  /// Kept from containers with a network of their own: ECS_AWSVPC_BLOCK_IMDS, a rule of iptables, a network policy.
  bool metadata_blocked_for_containers = false;
  /// A firewall of the machine lets the superuser alone reach the metadata service.
  bool metadata_for_superuser_only = false;
  /// EKS: whether the pod's service account has a role by IRSA, and by Pod Identity.
  bool service_account_role = true;
  bool pod_identity = true;
};

}  // namespace whence
