// A parsed policy: flat arrays of plain records, and views of them. A record refers to text by slices and to other
// records by ranges, never by pointer, so that a policy can be copied, moved and be a constant.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/partition.hpp>
#include <whence/names/principal_name.hpp>
#include <whence/policy/condition_operator.hpp>

WHENCE_TEMPLATES_BEGIN
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
  AccountId account{};
  Slice text{};  // as written
  Slice path{}, name{}, session{};
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

template <PolicyKind Kind, PolicyShape Shape>
struct PolicyText;

namespace detail {
constexpr std::uint32_t size_of_a_refused_source = 0xFFFFFFFF;  // more than a policy can have
}  // namespace detail

/// The records of a policy, as views.
struct PolicyRecords {
  PolicyVersion version = PolicyVersion::absent;
  Slice id;
  Span<Statement> statements;
  Span<PrincipalEntry> principals;
  Span<Condition> conditions;
  Span<Slice> words;
  Text text;  // the source, then decoded strings
  std::uint32_t source_size = 0;
};

/// A view of a policy of any kind: the literal or document must outlive it. Nothing here allocates.
class Policy {
 public:
  /// No statement, which allows and denies nothing. As an optional argument it means that there is no policy.
  constexpr Policy() = default;
  constexpr explicit Policy(const PolicyRecords& records) : records_(records) {}

  [[nodiscard]] constexpr PolicyVersion version() const { return records_.version; }
  [[nodiscard]] constexpr Text id() const { return at(records_.id); }
  [[nodiscard]] constexpr Text source() const { return records_.text.part(0, records_.source_size); }
  /// Empty only if there is no policy: every document has a statement.
  [[nodiscard]] constexpr Span<Statement> statements() const { return records_.statements; }
  [[nodiscard]] constexpr Span<PrincipalEntry> principals_of(const Statement& statement) const {
    return records_.principals.part(statement.principals);
  }
  [[nodiscard]] constexpr Span<Slice> actions_of(const Statement& statement) const {
    return records_.words.part(statement.actions);
  }
  [[nodiscard]] constexpr Span<Slice> resources_of(const Statement& statement) const {
    return records_.words.part(statement.resources);
  }
  [[nodiscard]] constexpr Span<Condition> conditions_of(const Statement& statement) const {
    return records_.conditions.part(statement.conditions);
  }
  [[nodiscard]] constexpr Span<Slice> values_of(const Condition& condition) const {
    return records_.words.part(condition.values);
  }
  [[nodiscard]] constexpr Text at(Slice slice) const { return Text(records_.text.data() + slice.at, slice.size); }
  /// Whether the compiler has refused the literal, so that a question about it is not a second error.
  [[nodiscard]] constexpr bool is_refused() const { return records_.source_size == detail::size_of_a_refused_source; }

 private:
  PolicyRecords records_;
};

/// A policy of one kind, so that a trust policy cannot be used as a service control policy.
template <PolicyKind Kind>
class PolicyOf : public Policy {
 public:
  static constexpr PolicyKind kind = Kind;

  constexpr PolicyOf() = default;
  constexpr explicit PolicyOf(const PolicyRecords& records) : Policy(records) {}
  template <PolicyShape Shape>
  constexpr PolicyOf(const PolicyText<Kind, Shape>& literal) : PolicyOf(literal.records()) {}  // NOLINT: a view
  // Compilers quote one line of a deleted function.
  // clang-format off
  template <PolicyShape Shape>
  PolicyOf(const PolicyText<Kind, Shape>&&) WHENCE_REFUSED("a role views its trust policy, and a question its policies: give the policy a name first, so that it outlives them");
  // clang-format on
};

/// Who can assume the role it is attached to.
using TrustPolicy = PolicyOf<PolicyKind::trust>;
/// What a user, the users of a group or the sessions of a role can do; also a permissions boundary or a session policy.
using IdentityPolicy = PolicyOf<PolicyKind::identity>;
using ServiceControlPolicy = PolicyOf<PolicyKind::service_control>;
using ResourceControlPolicy = PolicyOf<PolicyKind::resource_control>;
using EndpointPolicy = PolicyOf<PolicyKind::endpoint>;

/// The quota ACLSizePerRole: characters of a trust policy, white space not counted. 2048 by default; how far AWS raises
/// it is open, so pass your own.
/// Source: IAM and AWS STS quotas, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
inline constexpr std::size_t default_trust_policy_quota = 2048;

/// The size that the quota limits: characters, not bytes, of the source without white space. Complexity: linear.
[[nodiscard]] constexpr std::size_t quota_size(Text source) {
  std::size_t count = 0;
  for (const char c : source) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space && !continues_character(c)) ++count;
  }
  return count;
}

/// Whether a trust policy has no more characters than its quota.
[[nodiscard]] constexpr bool fits_quota(const TrustPolicy& policy, std::size_t quota = default_trust_policy_quota) {
  return quota_size(policy.source()) <= quota;
}

}  // namespace whence
WHENCE_TEMPLATES_END
