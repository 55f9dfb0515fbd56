// What GetScopedCredentials took from a session.
#pragma once

#include <cstddef>

#include <whence/model/session.hpp>

namespace whence {

/// The session that began with another operation: itself, or the first of those that were narrowed.
[[nodiscard]] constexpr const Session& unscoped(const Session& session) {
  const Session* each = &session;
  while (each->narrowed_from() != nullptr) each = each->narrowed_from();
  return *each;
}

/// The number of scope-down policies that limit a session: 0 to 3. The reply of STS calls it ScopedPoliciesCount.
[[nodiscard]] constexpr std::size_t scope_down_policies(const Session& session) {
  std::size_t count = 0;
  for (const Session* each = &session; each->narrowed_from() != nullptr; each = each->narrowed_from()) {
    if (!each->scope_down_policy().statements().empty()) ++count;
  }
  return count;
}

}  // namespace whence
