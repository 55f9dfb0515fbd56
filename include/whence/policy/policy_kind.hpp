// The kinds of policy documents that take part in a decision, and which elements each takes.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

/// What a document is attached to decides how it is written and read.
/// Source: Policies and permissions in IAM, https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html
enum class PolicyKind : std::uint8_t {
  trust,             // of a role: who may assume it
  identity,          // of a user, group or role; also permissions boundaries and session policies
  service_control,   // of an organization: the most that principals of an account can be allowed
  resource_control,  // of an organization: the most that can be allowed on resources of an account
  endpoint,          // of a VPC endpoint: what may pass through it
};

struct PolicyKindInfo {
  PolicyKind kind;
  Text name;
  bool takes_principal;  // and then needs it
  bool takes_resource;   // and then needs it
};

inline constexpr PolicyKindInfo policy_kinds[] = {
    {PolicyKind::trust, "trust policy", true, false},
    {PolicyKind::identity, "identity policy", false, true},
    {PolicyKind::service_control, "service control policy", false, true},
    {PolicyKind::resource_control, "resource control policy", true, true},
    {PolicyKind::endpoint, "VPC endpoint policy", true, true},
};
static_assert(is_in_order(policy_kinds, &PolicyKindInfo::kind));

[[nodiscard]] constexpr const PolicyKindInfo& info_of(PolicyKind kind) {
  return policy_kinds[static_cast<std::size_t>(kind)];
}
[[nodiscard]] constexpr Text name_of(PolicyKind kind) { return info_of(kind).name; }

}  // namespace whence
