// What keeps a container or pod from IMDS, and in which network modes.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/source.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

enum class MetadataBlock : std::uint8_t {
  hop_limit,          // lower than the hops that the container needs, and IMDSv2 only
  ecs_variable,       // ECS_AWSVPC_BLOCK_IMDS=true
  docker_user_rule,   // a rule in the iptables chain DOCKER-USER of the host
  eksctl_pod_option,  // disablePodIMDS of eksctl
  rule_by_user,       // a firewall rule of the host that tests the user id
};
/// How a container or pod is connected.
enum class NetworkMode : std::uint8_t { bridge, awsvpc_task, pod, host };

struct BlockCovers {
  Text name{};
  Truth bridge{}, awsvpc_task{}, pod{}, host{};
  Source source{};
};
/// In the order of MetadataBlock. A task in network mode awsvpc has an interface of its own: whether a hop limit of 1
/// reaches it is not known (U-116), and a rule of the host does not see packets that the host does not forward.
inline constexpr BlockCovers metadata_blocks[] = {
    {"hop limit", Truth::yes, Truth::unknown, Truth::yes, Truth::no, sources::rust_sdk_issue_540},
    {"ECS_AWSVPC_BLOCK_IMDS", Truth::no, Truth::yes, Truth::no, Truth::no, sources::ecs_agent_source},
    {"rule in DOCKER-USER", Truth::yes, Truth::unknown, Truth::unknown, Truth::no, sources::ecs_agent_source},
    {"disablePodIMDS of eksctl", Truth::no, Truth::no, Truth::yes, Truth::no, sources::eksctl_security},
    {"rule by user id", Truth::unknown, Truth::unknown, Truth::unknown, Truth::unknown,
     sources::limit_metadata.graded(Grade::inferred)}};

/// Whether this keeps a container or pod of this network mode from IMDS.
[[nodiscard]] constexpr Truth covers(MetadataBlock block, NetworkMode mode) {
  const BlockCovers& row = metadata_blocks[static_cast<std::size_t>(block)];
  const Truth of_modes[] = {row.bridge, row.awsvpc_task, row.pod, row.host};
  return of_modes[static_cast<std::size_t>(mode)];
}

}  // namespace whence::catalog
