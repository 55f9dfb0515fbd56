// Patterns of ARNs, matched field by field.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/base/wildcard.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {
// Where the six fields of an ARN or a pattern begin; later colons belong to the sixth. `count` is the number of fields.
struct ArnFields {
  std::size_t first[7]{};
  std::size_t count = 1;

  template <class Sequence>
  constexpr explicit ArnFields(const Sequence& sequence) {
    for (std::size_t i = 0; i < sequence.size() && count < 6; ++i) {
      if (static_cast<unsigned>(sequence[i]) == static_cast<unsigned>(':')) first[count++] = i + 1;
    }
    first[count] = sequence.size() + 1;
  }
  [[nodiscard]] constexpr std::size_t size(std::size_t which) const { return first[which + 1] - first[which] - 1; }
};

template <class Pattern>
constexpr bool field_matches(const Pattern& pattern, const ArnFields& wanted, Text arn, const ArnFields& seen,
                             std::size_t which) {
  return matches(pattern.part(wanted.first[which], wanted.size(which)), arn.part(seen.first[which], seen.size(which)));
}
}  // namespace detail

/// How ArnLike and ArnEquals match: six fields on both sides, each matched on its own, with letter case. Source: IAM
/// JSON policy elements: Condition operators,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
template <class Pattern>
[[nodiscard]] constexpr bool matches_arn(const Pattern& pattern, Text arn) {
  const detail::ArnFields wanted(pattern);
  const detail::ArnFields seen(arn);
  if (wanted.count != 6 || seen.count != 6) return false;
  for (std::size_t i = 0; i < 6; ++i) {
    if (!detail::field_matches(pattern, wanted, arn, seen, i)) return false;
  }
  return true;
}

/// Whether a pattern can match `start` (which ends with a slash), any path and `name`, like the ARN of a role whose
/// path is not known. The text between the first and the last wildcard is ignored, so only false is certain.
template <class Pattern>
[[nodiscard]] constexpr bool can_match_around(const Pattern& pattern, Text start, Text name) {
  const auto same = [](PatternElement element, char c) { return element == static_cast<unsigned char>(c); };
  std::size_t head = 0;
  while (head < pattern.size() && pattern[head] < any_run) ++head;
  for (std::size_t i = 0; i < head && i < start.size(); ++i) {
    if (!same(pattern[i], start[i])) return false;
  }
  const bool has_wildcards = head < pattern.size();
  if (!has_wildcards && pattern.size() < start.size() + name.size()) return false;
  std::size_t tail = 0;
  while (tail < pattern.size() && pattern[pattern.size() - 1 - tail] < any_run) ++tail;
  for (std::size_t i = 0; i < tail && i < name.size(); ++i) {
    if (!same(pattern[pattern.size() - 1 - i], name[name.size() - 1 - i])) return false;
  }
  return tail <= name.size() || same(pattern[pattern.size() - 1 - name.size()], '/');
}

/// The same by fields, as ArnLike matches. `arn` is the role's ARN with the path "/".
template <class Pattern>
[[nodiscard]] constexpr bool can_match_role_somewhere(const Pattern& pattern, Text arn) {
  const detail::ArnFields wanted(pattern);
  const detail::ArnFields seen(arn);
  if (wanted.count != 6 || seen.count != 6) return false;
  for (std::size_t i = 0; i < 5; ++i) {
    if (!detail::field_matches(pattern, wanted, arn, seen, i)) return false;
  }
  return can_match_around(pattern.part(wanted.first[5], wanted.size(5)), "role/", arn.part(arn.find_last('/') + 1));
}

/// Whether an element of Resource matches an ARN. Missing fields match everything. A `*` that ends a field can continue
/// past the colon; AWS does not say precisely whether it does if the fields alone do not match, so then the answer is
/// unknown (U-108). Source: IAM JSON policy elements: Resource,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
template <class Pattern>
[[nodiscard]] constexpr Truth matches_resource(const Pattern& pattern, Text arn) {
  if (pattern.size() == 1 && pattern[0] == any_run) return Truth::yes;
  const detail::ArnFields wanted(pattern);
  const detail::ArnFields seen(arn);
  bool by_fields = seen.count == 6;
  for (std::size_t i = 0; by_fields && i < wanted.count; ++i) {
    by_fields = detail::field_matches(pattern, wanted, arn, seen, i);
  }
  if (by_fields) return Truth::yes;
  return matches(pattern, arn) ? Truth::unknown : Truth::no;
}

}  // namespace whence
WHENCE_TEMPLATES_END
