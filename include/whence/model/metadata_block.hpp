// What keeps a container or pod from IMDS, and in which network modes.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/truth.hpp>
#include <whence/base/view_of.hpp>

namespace whence {

enum class MetadataBlock : std::uint8_t {
  hop_limit,          // lower than the hops that the container needs, and IMDSv2 only
  ecs_variable,       // ECS_AWSVPC_BLOCK_IMDS=true
  docker_user_rule,   // a rule in the iptables chain DOCKER-USER of the host
  eksctl_pod_option,  // disablePodIMDS of eksctl
  every_container,    // a firewall rule or network policy that covers every container with a network of its own
  rule_by_user,       // a firewall rule of the host that tests the user id
};
/// How a container or pod is connected.
enum class NetworkMode : std::uint8_t { bridge, awsvpc_task, pod, host };

/// Whether this keeps a container or pod of this network mode from IMDS. A task in network mode awsvpc has an interface
/// of its own: whether a hop limit of 1 reaches it is not known (U-116), and a rule of the host does not see packets that
/// the host does not forward. catalog::metadata_blocks has the sources.
template <class = void>
[[nodiscard]] constexpr Truth covers(MetadataBlock block, NetworkMode mode) {
  constexpr const char* rows[] = {"y?yn", "nynn", "y??n", "nnyn", "yyyn", "????"};  // in the order of NetworkMode
  const char answer = rows[static_cast<std::size_t>(block)][static_cast<std::size_t>(mode)];
  return answer == '?' ? Truth::unknown : truth(answer == 'y');
}

/// What blocks IMDS for containers: `= true` is a block that covers each of them, `= MetadataBlock::ecs_variable` only
/// the tasks in network mode awsvpc.
class MetadataBlocks {
 public:
  constexpr MetadataBlocks() = default;
  constexpr MetadataBlocks(bool every_container)  // NOLINT
      : bits_(every_container ? bit(MetadataBlock::every_container) : 0) {}
  constexpr MetadataBlocks(MetadataBlock block) : bits_(bit(block)) {}  // NOLINT
  constexpr MetadataBlocks(List<MetadataBlock> blocks) {
    for (const MetadataBlock* each = blocks.begin(); each != blocks.end(); ++each) bits_ |= bit(*each);
  }
  /// Whether there is one.
  constexpr explicit operator bool() const { return bits_ != 0; }
  [[nodiscard]] constexpr bool has(MetadataBlock block) const { return (bits_ & bit(block)) != 0; }
  constexpr void add(MetadataBlock block) { bits_ |= bit(block); }
  /// Whether one of them keeps a container or pod of this network mode from IMDS.
  template <class = void>
  [[nodiscard]] constexpr Truth cover(NetworkMode mode) const {
    Truth covered = Truth::no;
    for (unsigned i = 0; bits_ >> i != 0; ++i) {
      if ((bits_ >> i & 1U) != 0) covered = either(covered, covers(static_cast<MetadataBlock>(i), mode));
    }
    return covered;
  }

 private:
  static constexpr unsigned bit(MetadataBlock block) { return 1U << static_cast<unsigned>(block); }
  unsigned bits_ = 0;
};

}  // namespace whence
