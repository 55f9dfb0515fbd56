// How an account registers Default Host Management Configuration for its instances in a Region.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/model/role.hpp>

namespace whence {

/// Whose role Systems Manager gives to the instances.
enum class PermissionModel : std::uint8_t {
  self_managed,    // a role of the customer
  service_managed  // a role in the reserved path of IAM, which Systems Manager creates and manages
};

/// The parameters of RegisterDefaultHostManagementConfiguration. A view of the role. Source:
/// RegisterDefaultHostManagementConfiguration,
/// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RegisterDefaultHostManagementConfiguration.html
struct HostManagementRequest {
  PermissionModel permission_model = PermissionModel::self_managed;
  const Role* role = nullptr;       // RoleArn; null if not stated
  bool overwrite = false;           // Overwrite
  Truth is_registered = Truth::no;  // already, for this account and Region
  Text region{};                    // of the setting; empty if not known
};

}  // namespace whence
