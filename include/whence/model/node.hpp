// A node that Systems Manager manages, or could: the facts that decide which credential its agent can use.
#pragma once

#include <cstdint>

#include <whence/base/given.hpp>
#include <whence/base/text.hpp>

namespace whence {

enum class OperatingSystem : std::uint8_t { linux_os, windows, macos };

/// The instance metadata service (IMDS). Version 2 requires a token; each version gives its own credential.
enum class MetadataService : std::uint8_t { off, version_1_only, both_versions, version_2_only };

/// The instance profile, as the agent sees it.
enum class InstanceProfile : std::uint8_t {
  none,           // none is attached
  permits_agent,  // its role allows ssm:UpdateInstanceInformation
  denies_agent,   // its role does not allow it: AccessDeniedException
  untrusted,      // its role does not trust EC2: AssumeRoleUnauthorizedAccess instead of a credential
  failing,        // any other error: throttling, timeouts, server errors, a wrong clock
};

/// Whose key is registered with Systems Manager for this instance id. The first registration wins.
enum class Registration : std::uint8_t { none, agents_key, another_key };

/// major.minor.patch.build of the agent.
struct AgentVersion {
  std::uint16_t major_number = 0, minor_number = 0, patch_number = 0, build_number = 0;

  friend constexpr bool operator==(AgentVersion, AgentVersion) = default;
  friend constexpr bool operator<(AgentVersion left, AgentVersion right) { return left.number() < right.number(); }
  friend constexpr bool operator>=(AgentVersion left, AgentVersion right) { return !(left < right); }

 private:
  [[nodiscard]] constexpr std::uint64_t number() const {
    return std::uint64_t{major_number} << 48 | std::uint64_t{minor_number} << 32 | std::uint64_t{patch_number} << 16 |
           std::uint64_t{build_number};
  }
};

/// The versions in which the agent's behaviour changed. Source: aws/amazon-ssm-agent, ec2_role_provider.go and
/// credentialrefresher.go at the tags of these versions, https://github.com/aws/amazon-ssm-agent/tags. The release notes
/// say that 3.2.1377.0 stopped saving the profile's credential; the source of 3.2.1297.0 already does not save it.
namespace agent_versions {
inline constexpr AgentVersion host_management_appears{3, 2, 183, 0};
inline constexpr AgentVersion script_profile_dropped{3, 2, 532, 0};
inline constexpr AgentVersion only_some_errors_fall_back{3, 2, 582, 0};  // the manual requires it for host management
inline constexpr AgentVersion untrusted_profile_falls_back{3, 2, 815, 0};
inline constexpr AgentVersion metadata_version_1_dropped{3, 2, 1041, 0};
inline constexpr AgentVersion profile_no_longer_saved{3, 2, 1297, 0};
inline constexpr AgentVersion leftover_file_removed{3, 2, 1377, 0};
inline constexpr AgentVersion last_line_read{3, 3, 0, 0};
}  // namespace agent_versions

/// By default an EC2 instance with all that the agent needs except a profile, host management or a hybrid activation.
struct Node {
  OperatingSystem os = OperatingSystem::linux_os;
  Given<MetadataService> metadata = Given<MetadataService>::assumed(MetadataService::version_2_only);
  InstanceProfile profile = InstanceProfile::none;
  bool host_management = false;  // Default Host Management Configuration is on for the account and Region
  Registration registration = Registration::agents_key;
  bool hybrid_activation = false;       // registered as a node mi-...; has precedence over everything of EC2
  bool reaches_systems_manager = true;  // over the network; IMDS needs no network
  AgentVersion agent = agent_versions::last_line_read;
  /// In amazon-ssm-agent.json, for a hybrid node: Profile.ShareCreds, and Profile.ShareProfile, the profile that the
  /// agent writes; empty: the profile "default".
  bool shares_credentials = true;
  Text shared_profile{};
  [[nodiscard]] constexpr bool has_metadata() const { return metadata != MetadataService::off; }
  /// Whether EC2 gives the instance the credential of a profile.
  [[nodiscard]] constexpr bool has_profile_credential() const {
    switch (profile) {
      case InstanceProfile::none:
      case InstanceProfile::untrusted: return false;
      default: return true;
    }
  }
  /// Whether a hybrid agent writes the default profile of its user.
  [[nodiscard]] constexpr bool writes_the_default_profile() const {
    return shares_credentials && (shared_profile.empty() || shared_profile == "default");
  }
};

}  // namespace whence
