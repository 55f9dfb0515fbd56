// Where a workload runs, and what isolates it: the facts that decide who can read which credential.
#pragma once

#include <cstdint>

#include <whence/base/given.hpp>
#include <whence/model/hop_limit.hpp>
#include <whence/model/metadata_block.hpp>
#include <whence/model/node.hpp>
#include <whence/model/platform.hpp>

namespace whence {

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
