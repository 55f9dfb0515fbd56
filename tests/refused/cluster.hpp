// An EKS node with a pod, for refusals: IMDSv2, hop limit 1, the role of the node and the role of the pod.
#pragma once

#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr Service ec2("ec2.amazonaws.com"), pods("pods.eks.amazonaws.com");
inline constexpr auto trusts_both = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],
  "Principal": {"Service": ["ec2.amazonaws.com", "pods.eks.amazonaws.com"]}}]})"_trust_policy;
inline constexpr Role node_role(account, "node", trusts_both), shop_role(account, "shop", trusts_both);
inline constexpr OsUser app("app"), root("root", Privilege::superuser);
inline constexpr Software kubelet("kubelet", root);
inline constexpr Environment node{.platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}};
inline constexpr FlowResting of_the_node = assumes(ec2, node_role) | rests_along(catalog::eks_node);
inline constexpr FlowResting of_the_pod = assumes(pods, shop_role) | rests_along(catalog::eks_pod_identity, app);
