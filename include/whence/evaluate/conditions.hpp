// Whether the conditions of a statement are met, with the patterns that policies write: ARNs and policy variables.
#pragma once

#include <cstddef>

#include <whence/base/ascii.hpp>
#include <whence/base/base64.hpp>
#include <whence/base/config.hpp>
#include <whence/base/date.hpp>
#include <whence/base/decimal.hpp>
#include <whence/base/ip_address.hpp>
#include <whence/base/steps.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/base/wildcard.hpp>
#include <whence/model/request_context.hpp>
#include <whence/policy/multivalued_keys.hpp>
#include <whence/policy/policy.hpp>

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

/// Whether a word of this policy has variables. Without Version 2012-10-17 `${` is plain text. Source: IAM policy
/// elements: Variables and tags, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
[[nodiscard]] constexpr bool has_variables(const Policy& policy, Text word) {
  if (policy.version() != PolicyVersion::v2012_10_17) return false;
  for (std::size_t at = word.find('$'); at != Text::npos && at + 1 < word.size(); at = word.find('$', at + 1)) {
    if (word[at + 1] == '{') return true;
  }
  return false;
}

/// Whether a key is multivalued: because AWS lists it so, or because it was given as a list.
[[nodiscard]] constexpr bool is_multivalued(const ContextKey& key, Text name) {
  return key.is_list() || is_listed_as_multivalued(name);
}

/// A word with its variables replaced, as elements of a pattern: a `*` in the value of a variable is not a wildcard.
/// The buffer has a fixed size: nothing is allocated. Complexity: linear in the word and in the result, which has at most
/// 4096 elements; a key is found for each variable.
class ExpandedWord {
 public:
  /// Yes if every variable has a value; no if one has none, so that the word matches nothing; unknown if a value is not
  /// known, a variable is malformed, or the word does not fit. `wildcards`: the word's own `*` and `?` are wildcards.
  template <class Keys>
  constexpr Truth expand(Text word, Keys& keys, bool wildcards) {
    size_ = 0;
    fits_ = true;
    steps_ = &keys.steps();
    Truth complete = Truth::yes;
    for (std::size_t at = 0; at < word.size() && fits_;) {
      if (word[at] != '$' || at + 1 == word.size() || word[at + 1] != '{') {
        const PatternElement plain = static_cast<unsigned char>(word[at]);
        add(!wildcards ? plain : word[at] == '*' ? any_run : word[at] == '?' ? any_character : plain);
        ++at;
        continue;
      }
      const std::size_t end = word.find('}', at + 2);
      if (end == Text::npos) return Truth::unknown;
      complete = both(complete, variable(word.part(at + 2, end - at - 2), keys));
      if (complete == Truth::no) return complete;
      at = end + 1;
    }
    if (!fits_) steps_->leave_out();
    return fits_ && steps_->take_for(size_) ? complete : Truth::unknown;
  }
  [[nodiscard]] constexpr ElementPattern pattern() const { return {elements_, size_, steps_}; }

 private:
  static constexpr std::size_t most = 4096;

  constexpr void add(PatternElement element) {
    fits_ = fits_ && size_ < most;
    if (fits_) elements_[size_++] = element;
  }
  constexpr void add(Text text) {
    fits_ = fits_ && text.size() <= most - size_;
    if (!fits_) return;
    for (const char c : text) elements_[size_++] = static_cast<unsigned char>(c);
  }

  template <class Keys>
  constexpr Truth variable(Text inside, Keys& keys) {
    if (inside == "*" || inside == "?" || inside == "$") {
      add(inside);
      return Truth::yes;
    }
    const std::size_t comma = inside.find(',');
    Text name = inside.part(0, comma);
    while (name.ends_with(" ")) name = name.part(0, name.size() - 1);
    if (name.empty()) return Truth::unknown;
    const ContextKey key = keys.find(name);
    if (key.is_unknown() || key.may_be_absent()) return Truth::unknown;
    if (key.is_present() && key.size() > 0 && !is_multivalued(key, name)) {
      add(key[0]);
      return Truth::yes;
    }
    if (comma == Text::npos) return Truth::no;
    Text otherwise = inside.part(comma + 1);
    while (otherwise.starts_with(" ")) otherwise = otherwise.part(1);
    while (otherwise.ends_with(" ")) otherwise = otherwise.part(0, otherwise.size() - 1);
    if (otherwise.size() < 2 || !otherwise.starts_with("'") || !otherwise.ends_with("'")) return Truth::unknown;
    add(otherwise.part(1, otherwise.size() - 2));
    return Truth::yes;
  }

  PatternElement elements_[most];  // only the first size_ mean anything
  std::size_t size_ = 0;
  Steps* steps_ = nullptr;
  bool fits_ = true;
};

namespace detail {
// 1 for true, 0 for false, -1 for neither, letter case ignored.
constexpr int read_bool(Text text) {
  return ascii::equal_ignoring_case(text, "true") ? 1 : ascii::equal_ignoring_case(text, "false") ? 0 : -1;
}

template <class Pattern>
constexpr bool has_bytes_outside_ascii(const Pattern& pattern) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] > 0x7F && pattern[i] < any_run) return true;
  }
  return false;
}

// Unknown if one of the two is not a value of this kind.
template <class Value, bool (*Parse)(Text, Value&)>
constexpr Truth stands_in_order(Order order, Text seen, Text wanted) {
  Value left;
  Value right;
  if (!Parse(seen, left) || !Parse(wanted, right)) return Truth::unknown;
  const int compared = Value::compare(left, right);
  switch (order) {
    case Order::equal: return truth(compared == 0);
    case Order::less: return truth(compared < 0);
    case Order::at_most: return truth(compared <= 0);
    case Order::greater: return truth(compared > 0);
    case Order::at_least: return truth(compared >= 0);
  }
  return Truth::unknown;
}

// Whether a pattern matches a value, as this operator compares.
template <class Pattern>
constexpr Truth matches_text(const ConditionTestInfo& test, const Pattern& pattern, Text seen) {
  if (test.compares == Compares::arn) return truth(matches_arn(pattern, seen));
  if (!test.ignores_case) return truth(matches(pattern, seen));
  if (matches(pattern, seen, LetterCase::ignored)) return Truth::yes;
  // AWS does not document which letters beyond ASCII are the same except for case.
  return ascii::has_bytes_outside(seen) || has_bytes_outside_ascii(pattern) ? Truth::unknown : Truth::no;
}

// Whether a value of the request matches one of the policy, before negation. Unknown if one is not of the right kind.
template <class Keys>
constexpr Truth matches_value(const Policy& policy, const ConditionTestInfo& test, Text wanted, Text seen, Keys& keys) {
  // The IAM User Guide says both that Bool takes variables and that it does not: here they are replaced.
  if ((test.is_about_text() || test.compares == Compares::boolean) && has_variables(policy, wanted)) {
    ExpandedWord expanded;
    const Truth complete = expanded.expand(wanted, keys, test.wildcards);
    if (complete != Truth::yes) return complete;
    return test.compares == Compares::boolean ? truth(matches(expanded.pattern(), seen, LetterCase::ignored))
                                              : matches_text(test, expanded.pattern(), seen);
  }
  switch (test.compares) {
    case Compares::text:
      if (test.wildcards) return matches_text(test, WildcardPattern(wanted, &keys.steps()), seen);
      if (!test.ignores_case) return truth(wanted == seen);
      if (ascii::equal_ignoring_case(wanted, seen)) return Truth::yes;
      return ascii::has_bytes_outside(wanted) || ascii::has_bytes_outside(seen) ? Truth::unknown : Truth::no;
    case Compares::arn: return matches_text(test, WildcardPattern(wanted, &keys.steps()), seen);
    case Compares::number: return stands_in_order<Decimal, Decimal::parse>(test.order, seen, wanted);
    case Compares::date: return stands_in_order<Date, parse_date>(test.order, seen, wanted);
    case Compares::boolean: {
      const int left = read_bool(seen);
      const int right = read_bool(wanted);
      return left < 0 || right < 0 ? Truth::unknown : truth(left == right);
    }
    case Compares::binary: return stands_for(wanted, seen);
    case Compares::address: {
      IpBlock address;
      IpBlock block;
      if (!IpBlock::parse(seen, address) || !address.is_one_address() || !IpBlock::parse(wanted, block)) {
        return Truth::unknown;
      }
      return truth(block.contains(address));
    }
    case Compares::presence: break;
  }
  return Truth::unknown;
}

// Whether a value of the policy that does not match a role's ARN with the path "/" can match it with another path.
constexpr bool may_be_meant(const Policy& policy, const ConditionTestInfo& test, Text wanted, Text seen) {
  if (has_variables(policy, wanted)) return true;
  if (test.compares == Compares::arn) return can_match_role_somewhere(WildcardPattern(wanted), seen);
  if (test.compares != Compares::text || test.ignores_case || test.order != Order::equal) return true;
  const std::size_t name = seen.find_last('/') + 1;
  return test.wildcards ? can_match_around(WildcardPattern(wanted), seen.part(0, name), seen.part(name))
                        : wanted.starts_with(seen.part(0, name)) && wanted.ends_with(seen.part(name - 1));
}

template <class Keys>
constexpr Truth satisfies(const Policy& policy, const Condition& condition, Text name, const ContextKey& key,
                          Keys& keys) {
  const Span<Slice> wanted = policy.values_of(condition);
  const ConditionOperator how = condition.test;
  const ConditionTestInfo& test = how.info();
  const bool missing = key.is_absent() || key.size() == 0;

  if (test.compares == Compares::presence) {
    Truth satisfied = Truth::no;
    for (const Slice value : wanted) {
      const int wants_absence = read_bool(policy.at(value));
      satisfied = either(satisfied, wants_absence < 0 ? Truth::unknown : truth((wants_absence == 1) == missing));
    }
    return satisfied;
  }
  if (missing) {
    if (how.if_exists || how.values == ValueSet::for_all_values) return Truth::yes;
    return truth(test.negated && how.values == ValueSet::one_value);
  }
  const auto satisfies = [&](Text seen) {
    Truth found = Truth::no;
    for (const Slice value : wanted) {
      if (!keys.steps().take_for(value.size + seen.size())) break;
      found = either(found, matches_value(policy, test, policy.at(value), seen, keys));
      if (found == Truth::yes) break;
      if (key.path_is_open() && may_be_meant(policy, test, policy.at(value), seen)) found = Truth::unknown;
    }
    return test.negated ? negated(found) : found;
  };
  if (how.values == ValueSet::one_value) {
    if (!is_multivalued(key, name)) return satisfies(key[0]);
    return test.negated ? Truth::unknown : Truth::no;
  }
  const bool all = how.values == ValueSet::for_all_values;
  Truth satisfied = truth(all);
  for (std::size_t i = 0; i < key.size(); ++i) {
    satisfied = all ? both(satisfied, satisfies(key[i])) : either(satisfied, satisfies(key[i]));
  }
  return satisfied;
}
}  // namespace detail

/// Whether a request satisfies one condition of a policy. `keys.find(name)` returns the ContextKey with a name. The
/// values of the policy are alternatives; a negated operator requires that none matches. A key that the request does
/// not have satisfies negated operators, IfExists and ForAllValues. A multivalued key without a set operator matches
/// nothing; whether it then satisfies a negated operator is an open question (U-107). Unknown if the steps of the keys
/// are spent (`keys.steps()`). Complexity: the product of the values of both sides, each linear in their sizes (except
/// wildcards, see `matches`), but at most these steps; no allocation. Sources: IAM JSON policy elements: Condition
/// operators,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html; Single-valued
/// vs. multivalued context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
template <class Keys>
[[nodiscard]] constexpr Truth is_satisfied(const Policy& policy, const Condition& condition, Keys& keys) {
  const Text name = policy.at(condition.key);
  const ContextKey key = keys.find(name);
  if (key.is_unknown() || keys.steps().are_spent()) return Truth::unknown;
  const Truth satisfied = detail::satisfies(policy, condition, name, key, keys);
  if (keys.steps().are_spent()) return Truth::unknown;
  if (!key.may_be_absent()) return satisfied;
  const bool either_way = satisfied == detail::satisfies(policy, condition, name, ContextKey::absent(name), keys);
  return either_way ? satisfied : Truth::unknown;
}

}  // namespace whence
WHENCE_TEMPLATES_END
