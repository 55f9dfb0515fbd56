// Whether a statement has a condition key twice, for policies of any size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/policy.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// Sorts conditions by operator and key.
class ConditionOrder {
 public:
  constexpr ConditionOrder(const Policy& policy, const Statement& statement)
      : policy_(policy), conditions_(policy.conditions_of(statement)) {}

  // Complexity: n log n comparisons; memory for n numbers.
  [[nodiscard]] constexpr bool has_equals() const {
    std::vector<std::uint32_t> sorted, merged(conditions_.size());
    for (std::uint32_t i = 0; i < conditions_.size(); ++i) sorted.push_back(i);
    for (std::size_t width = 1; width < sorted.size(); width *= 2) {
      for (std::size_t first = 0; first < sorted.size(); first += 2 * width) {
        const std::size_t middle = least(first + width, sorted.size()), end = least(first + 2 * width, sorted.size());
        std::size_t left = first, right = middle;
        for (std::size_t i = first; i < end; ++i) {
          const bool takes_left = left < middle && (right == end || compare(sorted[left], sorted[right]) <= 0);
          merged[i] = sorted[takes_left ? left++ : right++];
        }
      }
      sorted.swap(merged);
    }
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (compare(sorted[i - 1], sorted[i]) == 0) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t least(std::size_t left, std::size_t right) { return left < right ? left : right; }

  // Less than, equal to or greater than 0. Each operator occurs once in a statement, at one place.
  [[nodiscard]] constexpr int compare(std::uint32_t left, std::uint32_t right) const {
    const Condition &one = conditions_[left], &other = conditions_[right];
    if (one.operator_at != other.operator_at) return one.operator_at < other.operator_at ? -1 : 1;
    if (one.key.size != other.key.size) return one.key.size < other.key.size ? -1 : 1;
    const Text key = policy_.at(one.key), of_other = policy_.at(other.key);
    for (std::size_t i = 0; i < key.size(); ++i) {
      const int difference = ascii::to_lower(key[i]) - ascii::to_lower(of_other[i]);
      if (difference != 0) return difference;
    }
    return 0;
  }

  const Policy& policy_;
  Span<Condition> conditions_;
};

// Few are compared pairwise, which is faster.
constexpr bool may_repeat_a_key(const Policy& policy, const Statement& statement) {
  return statement.conditions.count <= 64 || ConditionOrder(policy, statement).has_equals();
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
