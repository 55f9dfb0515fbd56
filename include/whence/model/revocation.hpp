// What has been done against the sessions of a role.
#pragma once

#include <whence/base/time.hpp>
#include <whence/model/role.hpp>

namespace whence {

/// What has been done against the sessions of a role. Views of the role.
/// Source: Revoke IAM role temporary security credentials,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
struct Revocation {
  const Role* role = nullptr;  // whose sessions; never null
  Instant issued_before{};     // the policy AWSRevokeOlderSessions denies those that began before
  bool role_is_deleted = false;
};

}  // namespace whence
