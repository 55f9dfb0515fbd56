// How patterns match ARNs, also the ARN of a role whose path is not known.
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

/// How ArnLike and ArnEquals match: six fields on both sides, each matched on its own, with letter case. IAM saves the
/// pattern "*", and a key can have a value that is no ARN; AWS does not say what then matches (U-122): unknown. Source:
/// IAM JSON policy elements: Condition operators,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
template <class Pattern>
[[nodiscard]] constexpr Truth matches_arn(const Pattern& pattern, Text arn) {
  const detail::ArnFields wanted(pattern);
  const detail::ArnFields seen(arn);
  if (wanted.count != 6 || seen.count != 6 || !arn.starts_with("arn:")) return Truth::unknown;
  if (!detail::field_matches(pattern, wanted, arn, seen, 0)) return Truth::unknown;
  for (std::size_t i = 1; i < 6; ++i) {
    if (!detail::field_matches(pattern, wanted, arn, seen, i)) return Truth::no;
  }
  return Truth::yes;
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

namespace detail {
// Whether a pattern matches `start`, a path of this many characters that no pattern writes except the slash at its
// end, and `name`.
template <class Pattern>
constexpr bool matches_with_gap(const Pattern& pattern, Text start, std::size_t gap, Text name) {
  const std::size_t size = start.size() + gap + name.size();
  const auto same = [&](PatternElement element, std::size_t at) {
    if (at < start.size()) return element == static_cast<unsigned char>(start[at]);
    const std::size_t behind = start.size() + gap;
    if (at + 1 == behind) return element == static_cast<unsigned char>('/');
    return at >= behind && element == static_cast<unsigned char>(name[at - behind]);
  };
  std::size_t p = 0, t = 0, star = Text::npos, eaten = 0;
  while (t < size) {
    if (p < pattern.size() && pattern[p] == any_run) {
      star = p++;
      eaten = t;
    } else if (p < pattern.size() && (pattern[p] == any_character || same(pattern[p], t))) {
      ++p;
      ++t;
    } else {
      if (star == Text::npos) return false;
      p = star + 1;
      t = ++eaten;
    }
  }
  while (p < pattern.size() && pattern[p] == any_run) ++p;
  return p == pattern.size();
}
}  // namespace detail

/// Whether a pattern matches `start`, any path and `name`: yes or no only if the path does not matter. A pattern with
/// many `?` is undecided. Complexity: as of `matches`.
template <class Pattern>
[[nodiscard]] constexpr Truth matches_around(const Pattern& pattern, Text start, Text name) {
  if (!can_match_around(pattern, start, name)) return Truth::no;
  constexpr std::size_t most = 8;
  std::size_t single = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == any_character) ++single;
  }
  if (single > most) return Truth::unknown;
  // In a path longer than the number of `?`, a `*` matches a part that can then have any length.
  for (std::size_t gap = 0; gap <= single + 2; ++gap) {
    if (!detail::matches_with_gap(pattern, start, gap, name)) return Truth::unknown;
  }
  return Truth::yes;
}

/// The same by fields, as ArnLike matches. `arn` is the role's ARN with the part of its path that is known.
template <class Pattern>
[[nodiscard]] constexpr Truth matches_arn_around(const Pattern& pattern, Text arn) {
  const detail::ArnFields wanted(pattern);
  const detail::ArnFields seen(arn);
  if (wanted.count != 6 || seen.count != 6) return Truth::unknown;
  if (!detail::field_matches(pattern, wanted, arn, seen, 0)) return Truth::unknown;
  for (std::size_t i = 1; i < 5; ++i) {
    if (!detail::field_matches(pattern, wanted, arn, seen, i)) return Truth::no;
  }
  const std::size_t name = arn.find_last('/') + 1;
  return matches_around(pattern.part(wanted.first[5], wanted.size(5)), arn.part(seen.first[5], name - seen.first[5]),
                        arn.part(name));
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
