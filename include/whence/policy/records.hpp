// A parsed policy as flat arrays of records. Records refer to text by slices and to other records by ranges, never by
// pointers, so that a policy can be copied, moved and be a constant.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/partition.hpp>
#include <whence/names/principal_name.hpp>
#include <whence/policy/condition_operator.hpp>

namespace whence {

/// The kind of a policy depends on what it is attached to, and decides its grammar and its effect.
/// Source: Policies and permissions in IAM, https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html
enum class PolicyKind : std::uint8_t {
  trust,             // of a role: who can assume it
  identity,          // of a user, group or role; also permissions boundaries and session policies
  service_control,   // of an organization: limits what principals of an account can do
  resource_control,  // of an organization: limits what can be done with resources of an account
  endpoint,          // of a VPC endpoint: which calls can pass through it
};

struct PolicyKindInfo {
  PolicyKind kind;
  Text name;
  bool takes_principal;  // and must have it
  bool takes_resource;   // and must have it
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

/// The version of the policy language. Without the element it is the older one, for which `${...}` is plain text.
/// Source: IAM JSON policy elements: Version,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
enum class PolicyVersion : std::uint8_t { absent, v2008_10_17, v2012_10_17 };

enum class Effect : std::uint8_t { allow, deny };

/// The key of a principal in a policy.
enum class PrincipalKey : std::uint8_t { everyone, aws, service, federated };

/// One principal of a statement, parsed.
struct PrincipalEntry {
  PrincipalKey key = PrincipalKey::everyone;
  PrincipalForm form = PrincipalForm::everyone;
  Partition partition = Partition::aws;
  bool has_partition = false;
  AccountId account;
  Slice text;  // as written
  Slice path, name, session;
};

/// One key of a condition, with its operator and its values.
struct Condition {
  ConditionOperator test;
  Slice key;
  Range values;
  std::uint32_t operator_at = 0;  // where the name of the operator is
};

struct Statement {
  Effect effect = Effect::deny;
  bool not_action = false, not_principal = false, not_resource = false;
  Slice sid;
  Slice source;  // the whole statement, as written
  Range principals, actions, resources, conditions;
};

/// The number of records of each kind, and the size of the text.
struct PolicyShape {
  std::uint32_t statements = 0;
  std::uint32_t principals = 0;
  std::uint32_t conditions = 0;
  std::uint32_t words = 0;  // actions, resources and values of conditions
  std::uint32_t text = 0;
  friend constexpr bool operator==(const PolicyShape&, const PolicyShape&) = default;
};

}  // namespace whence
