// A policy: the view that rules read, and its kinds.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/grammar.hpp>
#include <whence/policy/records.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

template <PolicyKind Kind, PolicyShape Shape>
struct PolicyText;

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

namespace detail {

// The faults that the grammar cannot see in one statement: names that occur twice.
constexpr PolicyError find_duplicates(const Policy& policy) {
  const Span<Statement> statements = policy.statements();
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Slice sid = statements[i].sid;
    for (std::size_t j = 0; sid.size != 0 && j < i; ++j) {
      if (policy.at(statements[j].sid) == policy.at(sid)) {
        return {PolicyFault::sid_is_not_unique, statements[i].source.at};
      }
    }
    const Span<Condition> conditions = policy.conditions_of(statements[i]);
    for (std::size_t k = 1; k < conditions.size(); ++k) {
      // The keys of one operator are consecutive.
      for (std::size_t earlier = k; earlier > 0 && conditions[earlier - 1].test == conditions[k].test; --earlier) {
        if (ascii::equal_ignoring_case(policy.at(conditions[earlier - 1].key), policy.at(conditions[k].key))) {
          // A decoded key is after the source and has no position there: use that of the operator.
          const bool plain = conditions[k].key.at < policy.source().size();
          return {PolicyFault::duplicate_condition_key, plain ? conditions[k].key.at - 1 : conditions[k].operator_at};
        }
      }
    }
  }
  return {};
}

}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
