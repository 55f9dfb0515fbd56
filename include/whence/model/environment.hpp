// Where a workload runs, and what isolates it: the facts that decide who can read which credential.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/model/node.hpp>
#include <whence/model/plane.hpp>

namespace whence {

/// Where a workload, or the requester of a credential, runs.
enum class Platform : std::uint8_t {
  workstation,     // a person's machine, or your own server, outside AWS
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
                                   "AWS service"};
  return names[static_cast<std::size_t>(platform)];
}

/// Whether the platform is an EC2 instance of the customer, whose IMDS the workloads might reach.
[[nodiscard]] constexpr bool is_instance(Platform platform) {
  switch (platform) {
    case Platform::ec2:
    case Platform::ecs_on_ec2:
    case Platform::eks_node: return true;
    default: return false;
  }
}
/// Whether the customer can have a superuser on the machine that runs the workload.
[[nodiscard]] constexpr bool has_a_machine(Platform platform) {
  switch (platform) {
    case Platform::workstation:
    case Platform::hybrid_machine:
    case Platform::ci_runner:
    case Platform::emr_cluster:
    case Platform::device: return true;
    default: return is_instance(platform);
  }
}
/// Whether workloads are containers, several on one machine.
[[nodiscard]] constexpr bool shares_a_machine(Platform platform) {
  return platform == Platform::ecs_on_ec2 || platform == Platform::eks_node;
}

/// The plane of this platform's workloads. A hybrid machine is outside AWS, but the model puts what the agent does
/// there on the data plane, as the sources of Systems Manager do.
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

/// How the containers of ECS on EC2 are connected. Pods of EKS have their own network either way.
enum class ContainerNetwork : std::uint8_t {
  bridge,  // behind the instance's network, one hop further away
  awsvpc,  // the task has its own network interface
};

/// A platform, its node, and what isolates its workloads. Defaults: EC2, only IMDSv2, hop limit 1, no firewall.
struct Environment {
  Platform platform = Platform::ec2;
  Node node{};
  /// HttpPutResponseHopLimit, 1 to 64: how many hops the reply with an IMDSv2 token may take. An AMI registered for
  /// IMDSv2 makes it 2. Source: Configure instance metadata options,
  /// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
  std::uint8_t hop_limit = 1;
  /// The network of tasks that are not on the host network. (The vantage says whether a task is.)
  ContainerNetwork network = ContainerNetwork::bridge;
  /// IMDS is blocked for containers with their own network: by ECS_AWSVPC_BLOCK_IMDS, iptables or a network policy.
  bool metadata_blocked_for_containers = false;
  /// A firewall of the machine lets only the superuser reach IMDS.
  bool metadata_for_superuser_only = false;
  /// EKS: whether the pod's service account has a role through IRSA, and through Pod Identity.
  bool service_account_role = true, pod_identity = true;
};

}  // namespace whence
