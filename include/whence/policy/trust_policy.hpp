// A role's trust policy: the view that rules look at, and the value of exact size behind a literal.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/grammar.hpp>
#include <whence/policy/records.hpp>

namespace whence {

template <PolicyShape Shape>
struct TrustPolicyText;

/// A view of a trust policy: who may assume the role it is attached to. The policy behind it, a literal or a
/// TrustPolicyDocument, must outlive the view. Every question about it allocates nothing.
class TrustPolicy {
 public:
  /// No statement, hence trust in nobody.
  constexpr TrustPolicy() = default;
  template <PolicyShape Shape>
  constexpr TrustPolicy(const TrustPolicyText<Shape>& literal) : TrustPolicy(literal.records()) {}  // NOLINT: a view
  // Compilers quote one line of a deleted function, so name and reason stand on the same one.
  // clang-format off
  template <PolicyShape Shape>
  TrustPolicy(const TrustPolicyText<Shape>&&) WHENCE_REFUSED("a role views its trust policy: give the policy a name first, so that it outlives the role");
  // clang-format on

  struct Records {
    PolicyVersion version = PolicyVersion::absent;
    Slice id;
    Span<Statement> statements;
    Span<PrincipalEntry> principals;
    Span<Slice> actions;
    Span<Condition> conditions;
    Span<Slice> values;
    Text text;  // the source, then decoded strings
    std::uint32_t source_size = 0;
  };
  constexpr explicit TrustPolicy(const Records& records) : records_(records) {}

  [[nodiscard]] constexpr PolicyVersion version() const { return records_.version; }
  [[nodiscard]] constexpr Text id() const { return at(records_.id); }
  [[nodiscard]] constexpr Text source() const { return records_.text.part(0, records_.source_size); }
  [[nodiscard]] constexpr Span<Statement> statements() const { return records_.statements; }
  [[nodiscard]] constexpr Span<PrincipalEntry> principals_of(const Statement& statement) const {
    return records_.principals.part(statement.principals);
  }
  [[nodiscard]] constexpr Span<Slice> actions_of(const Statement& statement) const {
    return records_.actions.part(statement.actions);
  }
  [[nodiscard]] constexpr Span<Condition> conditions_of(const Statement& statement) const {
    return records_.conditions.part(statement.conditions);
  }
  [[nodiscard]] constexpr Span<Slice> values_of(const Condition& condition) const {
    return records_.values.part(condition.values);
  }
  [[nodiscard]] constexpr Text at(Slice slice) const { return Text(records_.text.data() + slice.at, slice.size); }

 private:
  Records records_;
};

namespace detail {

// What the grammar cannot see while it reads one statement: names that stand twice.
constexpr PolicyError find_duplicates(const TrustPolicy& policy) {
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
      // The keys of one operator stand together.
      for (std::size_t earlier = k; earlier > 0 && conditions[earlier - 1].test == conditions[k].test; --earlier) {
        if (ascii::equal_ignoring_case(policy.at(conditions[earlier - 1].key), policy.at(conditions[k].key))) {
          // A decoded key lies behind the source, where no position is: the operator's is given instead.
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
