// How long a trust policy may be.
#pragma once

#include <cstddef>

#include <whence/base/text.hpp>
#include <whence/policy/policy.hpp>

namespace whence {

/// The quota ACLSizePerRole: characters of a trust policy, white space not counted. 2048 unless raised; how far it can be
/// raised is open, so give your own.
/// Source: IAM and AWS STS quotas, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
inline constexpr std::size_t default_trust_policy_quota = 2048;

/// What counts against the quota: characters, not bytes, of the source without white space. Complexity: linear.
[[nodiscard]] constexpr std::size_t quota_size(Text source) {
  std::size_t count = 0;
  for (const char c : source) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space && !continues_character(c)) ++count;
  }
  return count;
}

[[nodiscard]] constexpr bool fits_quota(const TrustPolicy& policy, std::size_t quota = default_trust_policy_quota) {
  return quota_size(policy.source()) <= quota;
}

}  // namespace whence
