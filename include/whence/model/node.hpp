// A node that Systems Manager manages, or could: the facts on which it depends whose credential is there to be used.
#pragma once

#include <cstdint>

namespace whence {

enum class OperatingSystem : std::uint8_t { linux_os, windows, macos };

/// The instance metadata service. Version 2 asks for a token first; both versions hand out credentials of their own.
enum class MetadataService : std::uint8_t { off, version_1_only, both_versions, version_2_only };

/// The instance profile, as the agent finds it.
enum class InstanceProfile : std::uint8_t {
  none,           // nothing attached
  permits_agent,  // its role allows ssm:UpdateInstanceInformation
  denies_agent,   // its role does not: AccessDeniedException
  untrusted,      // its role does not trust EC2: AssumeRoleUnauthorizedAccess instead of a credential
  failing,        // any other error: throttling, time-outs, server errors, a clock that is wrong
};

/// Whose key Systems Manager has for this instance id. The first one registered wins.
enum class Registration : std::uint8_t { none, agents_key, another_key };

/// major.minor.patch.build of the agent.
struct AgentVersion {
  std::uint16_t major_number = 0;
  std::uint16_t minor_number = 0;
  std::uint16_t patch_number = 0;
  std::uint16_t build_number = 0;

  friend constexpr bool operator==(AgentVersion, AgentVersion) = default;
  friend constexpr bool operator<(AgentVersion left, AgentVersion right) { return left.number() < right.number(); }
  friend constexpr bool operator>=(AgentVersion left, AgentVersion right) { return !(left < right); }

 private:
  [[nodiscard]] constexpr std::uint64_t number() const {
    return std::uint64_t{major_number} << 48 | std::uint64_t{minor_number} << 32 | std::uint64_t{patch_number} << 16 |
           std::uint64_t{build_number};
  }
};

/// The versions at which the agent's ways changed. Source: aws/amazon-ssm-agent RELEASENOTES,
/// https://github.com/aws/amazon-ssm-agent/blob/mainline/RELEASENOTES.md
namespace agent_versions {
inline constexpr AgentVersion host_management_appears{3, 2, 183, 0};
inline constexpr AgentVersion host_management_documented{3, 2, 582, 0};
inline constexpr AgentVersion untrusted_profile_falls_back{3, 2, 815, 0};
inline constexpr AgentVersion metadata_version_1_dropped{3, 2, 1041, 0};
inline constexpr AgentVersion profile_no_longer_saved{3, 2, 1377, 0};
inline constexpr AgentVersion last_line_read{3, 3, 0, 0};
}  // namespace agent_versions

/// The defaults are an EC2 instance on which everything the agent needs is there but a credential: give it a profile,
/// host management or a hybrid registration.
struct Node {
  OperatingSystem os = OperatingSystem::linux_os;
  MetadataService metadata = MetadataService::version_2_only;
  InstanceProfile profile = InstanceProfile::none;
  bool host_management = false;  // Default Host Management Configuration is on for the account and Region
  Registration registration = Registration::agents_key;
  bool hybrid_activation = false;       // registered as a node mi-...; beats everything EC2 offers
  bool reaches_systems_manager = true;  // over the network; the metadata service needs none
  AgentVersion agent = agent_versions::last_line_read;
};

}  // namespace whence
