// Which session the SSM agent signs with, for every state of a node.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/node.hpp>

namespace whence::catalog {

/// The agent's choice, the reason, and the evidence.
struct AgentChoice {
  AgentSession session = AgentSession::none;
  Text why{};
  const OpenQuestion* open = nullptr;  // behind an unknown
  Source source = sources::ssm_agent_source;
};

/// Which session the agent signs with on this node, once it has had time to look. A hybrid registration comes first;
/// then the instance profile, tried again at every refresh; host management only if the profile failed in one of three
/// ways, or before 3.2.582.0 in any way. Complexity: constant.
/// Source: aws/amazon-ssm-agent, common/identity/credentialproviders/ec2roleprovider/ec2_role_provider.go,
/// https://github.com/aws/amazon-ssm-agent/tree/1c217c89
[[nodiscard]] constexpr AgentChoice agent_session(const Node& node) {
  using Is = AgentSession;
  if (node.hybrid_activation) {
    if (!node.reaches_systems_manager)
      return {Is::none, "a hybrid node gets its credential from Systems Manager, which it cannot reach"};
    return {Is::of_hybrid_activation, "a hybrid registration comes before everything that EC2 offers"};
  }
  if (!node.has_metadata()) {
    return {Is::none, "without IMDS, the agent does not find out that it is on an EC2 instance"};
  }
  const bool any_error_falls_back = node.agent < agent_versions::only_some_errors_fall_back;
  switch (node.profile) {
    case InstanceProfile::permits_agent:
      if (!node.reaches_systems_manager) {
        return {Is::none,
                "the agent tests the profile by calling Systems Manager, which it cannot reach: it tries nothing else"};
      }
      return {Is::of_instance_profile,
              "the profile's role allows ssm:UpdateInstanceInformation: the agent tries nothing else"};
    case InstanceProfile::failing:
      if (any_error_falls_back) break;
      return {Is::none,
              "the profile failed with an error that allows no fallback (throttling, time-out, server error)"};
    case InstanceProfile::untrusted:
      if (!any_error_falls_back && node.agent < agent_versions::untrusted_profile_falls_back) {
        return {Is::none, "from 3.2.582.0 up to 3.2.815.0, a profile whose role does not trust EC2 stops the agent"};
      }
      break;
    case InstanceProfile::none:
    case InstanceProfile::denies_agent: break;
  }
  if (!node.host_management) return {Is::none, "the profile gives no credential, and host management is off"};
  if (node.agent < agent_versions::host_management_appears)
    return {Is::none, "before 3.2.183.0, the agent does not have host management"};
  if (!node.reaches_systems_manager)
    return {Is::none, "host management is a call to Systems Manager, which the agent cannot reach"};
  switch (node.registration) {
    case Registration::none: return {Is::none, "the agent has registered no key for this instance yet"};
    case Registration::another_key:
      return {Is::none, "another key was registered for this instance first, and the first one wins"};
    case Registration::agents_key: break;
  }
  if (node.metadata == MetadataService::version_1_only) {
    if (node.agent < agent_versions::metadata_version_1_dropped) {
      return {Is::unknown, "the manual requires IMDSv2, but the agent before 3.2.1041.0 did not",
              &open_questions::u104};
    }
    return {Is::none, "host management needs IMDSv2"};
  }
  constexpr const char* why[] = {
      "there is no profile, and host management is on", "",
      ("the profile's role does not allow ssm:UpdateInstanceInformation, and host management is on: programs "
       "still get the profile's credential"),
      "the profile's role does not trust EC2, and host management is on",
      "the profile failed, host management is on, and before 3.2.582.0 the agent tried it after any error"};
  return {Is::of_host_management, why[static_cast<std::size_t>(node.profile)]};
}

}  // namespace whence::catalog
