// The fields that a hop of a plan has beside those of a scenario.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

enum class HopField : std::uint8_t {
  operation,
  request,
  role_max_session_duration,
  role_tags,
  delegated_administrator,
  root_access_enabled,
  regional_endpoint,
  outbound_federation_enabled,
  approver,
  approved_partner,
  none,
};

inline constexpr Text hop_fields[] = {
    "operation",         "request",          "roleMaxSessionDuration",    "roleTags",    "delegatedAdministrator",
    "rootAccessEnabled", "regionalEndpoint", "outboundFederationEnabled", "approverArn", "approvedPartner"};

[[nodiscard]] constexpr HopField hop_field_of(Text name) {
  std::uint8_t at = 0;
  for (const Text each : hop_fields) {
    if (each == name) break;
    ++at;
  }
  return static_cast<HopField>(at);
}

/// What a hop leaves out, because the hop before it says so or because its operation is about no role.
struct HopDefaults {
  Text principal;
  Text role;
  bool is_hop = false;
};

}  // namespace whence
