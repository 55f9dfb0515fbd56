// A parsed policy as flat arrays of plain records. A record refers to text by slices and to other records by
// ranges, never by pointer, so that a policy can be copied, moved and be a constant.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/partition.hpp>
#include <whence/names/principal_name.hpp>
#include <whence/policy/condition_operator.hpp>

namespace whence {

/// The language version. Without the element the older one holds, in which `${...}` is plain text.
/// Source: IAM JSON policy elements: Version,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
enum class PolicyVersion : std::uint8_t { absent, v2008_10_17, v2012_10_17 };

enum class Effect : std::uint8_t { allow, deny };

/// The key under which a principal stands in a policy.
enum class PrincipalKey : std::uint8_t { everyone, aws, service, federated };

/// One principal of a statement, taken apart.
struct PrincipalEntry {
  PrincipalKey key = PrincipalKey::everyone;
  PrincipalForm form = PrincipalForm::everyone;
  Partition partition = Partition::aws;
  bool has_partition = false;
  AccountId account;
  Slice text;  // as written
  Slice path, name, session;
};

/// One key of a condition: the operator above it, the key, the values.
struct Condition {
  ConditionOperator test;
  Slice key;
  Range values;
  std::uint32_t operator_at = 0;  // where the operator's name stands
};

struct Statement {
  Effect effect = Effect::deny;
  bool not_action = false;
  bool not_principal = false;
  bool not_resource = false;
  Slice sid;
  Slice source;  // the whole statement, as written
  Range principals, actions, resources, conditions;
};

/// How many records of each kind a policy has, and how long its text is.
struct PolicyShape {
  std::uint32_t statements = 0;
  std::uint32_t principals = 0;
  std::uint32_t conditions = 0;
  std::uint32_t words = 0;  // actions, resources and values of conditions
  std::uint32_t text = 0;
  friend constexpr bool operator==(const PolicyShape&, const PolicyShape&) = default;
};

}  // namespace whence
