// Whether a request satisfies a condition.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/base64.hpp>
#include <whence/base/config.hpp>
#include <whence/base/date.hpp>
#include <whence/base/decimal.hpp>
#include <whence/base/ip_address.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/arn_pattern.hpp>
#include <whence/evaluate/variables.hpp>
#include <whence/model/request_context.hpp>
#include <whence/policy/policy.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

namespace detail {

[[nodiscard]] constexpr bool is_negated(ConditionTest test) {
  switch (test) {
    case ConditionTest::string_not_equals:
    case ConditionTest::string_not_equals_ignore_case:
    case ConditionTest::string_not_like:
    case ConditionTest::numeric_not_equals:
    case ConditionTest::date_not_equals:
    case ConditionTest::not_ip_address:
    case ConditionTest::arn_not_equals:
    case ConditionTest::arn_not_like: return true;
    default: return false;
  }
}

// 1 for true, 0 for false, -1 for neither. Letter case does not matter.
constexpr int read_bool(Text text) {
  return ascii::equal_ignoring_case(text, "true") ? 1 : ascii::equal_ignoring_case(text, "false") ? 0 : -1;
}

constexpr bool has_bytes_outside_ascii(Text text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return true;
  }
  return false;
}
template <class Pattern>
constexpr bool has_bytes_outside_ascii(const Pattern& pattern) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] > 0x7F && pattern[i] < any_run) return true;
  }
  return false;
}

template <class Number>
constexpr Truth compare(ConditionTest test, ConditionTest equals, const Number& seen, const Number& wanted) {
  const int order = Number::compare(seen, wanted);
  // Equals, NotEquals, LessThan, LessThanEquals, GreaterThan, GreaterThanEquals stand in this order.
  switch (static_cast<int>(test) - static_cast<int>(equals)) {
    case 2: return truth(order < 0);
    case 3: return truth(order <= 0);
    case 4: return truth(order > 0);
    case 5: return truth(order >= 0);
    default: return truth(order == 0);
  }
}

// Whether a pattern, in the way of the operator, takes a value in.
template <class Pattern>
constexpr Truth matches_text(ConditionTest test, const Pattern& pattern, Text seen) {
  switch (test) {
    case ConditionTest::arn_equals:
    case ConditionTest::arn_not_equals:
    case ConditionTest::arn_like:
    case ConditionTest::arn_not_like: return truth(matches_arn(pattern, seen));
    case ConditionTest::string_equals_ignore_case:
    case ConditionTest::string_not_equals_ignore_case:
      if (matches(pattern, seen, LetterCase::ignored)) return Truth::yes;
      // What AWS takes for the same letter beyond ASCII is not documented.
      return has_bytes_outside_ascii(seen) || has_bytes_outside_ascii(pattern) ? Truth::unknown : Truth::no;
    default: return truth(matches(pattern, seen));
  }
}

/// Whether one value of the request is one of those that the policy wants, whatever the operator then makes of it. Unknown
/// where a value cannot be read as what the operator compares.
template <class Keys>
constexpr Truth matches_value(const Policy& policy, ConditionTest test, Text wanted, Text seen, Keys& keys) {
  const bool text_test = test <= ConditionTest::string_not_like || test >= ConditionTest::arn_equals;
  const bool wildcards =
      test == ConditionTest::string_like || test == ConditionTest::string_not_like || test >= ConditionTest::arn_equals;
  // The manual says both that Bool takes variables and that it does not: they are replaced.
  if ((text_test || test == ConditionTest::boolean) && has_variables(policy, wanted)) {
    ExpandedWord expanded;
    const Truth complete = expanded.expand(wanted, keys, wildcards);
    if (complete != Truth::yes) return complete;
    return test == ConditionTest::boolean ? truth(matches(expanded.pattern(), seen, LetterCase::ignored))
                                          : matches_text(test, expanded.pattern(), seen);
  }
  switch (test) {
    case ConditionTest::string_equals:
    case ConditionTest::string_not_equals: return truth(wanted == seen);
    case ConditionTest::string_equals_ignore_case:
    case ConditionTest::string_not_equals_ignore_case:
      if (ascii::equal_ignoring_case(wanted, seen)) return Truth::yes;
      return has_bytes_outside_ascii(wanted) || has_bytes_outside_ascii(seen) ? Truth::unknown : Truth::no;
    case ConditionTest::numeric_equals:
    case ConditionTest::numeric_not_equals:
    case ConditionTest::numeric_less_than:
    case ConditionTest::numeric_less_than_equals:
    case ConditionTest::numeric_greater_than:
    case ConditionTest::numeric_greater_than_equals: {
      Decimal left;
      Decimal right;
      if (!Decimal::parse(seen, left) || !Decimal::parse(wanted, right)) return Truth::unknown;
      return compare(test, ConditionTest::numeric_equals, left, right);
    }
    case ConditionTest::date_equals:
    case ConditionTest::date_not_equals:
    case ConditionTest::date_less_than:
    case ConditionTest::date_less_than_equals:
    case ConditionTest::date_greater_than:
    case ConditionTest::date_greater_than_equals: {
      Date left;
      Date right;
      if (!parse_date(seen, left) || !parse_date(wanted, right)) return Truth::unknown;
      return compare(test, ConditionTest::date_equals, left, right);
    }
    case ConditionTest::boolean: {
      const int left = read_bool(seen);
      const int right = read_bool(wanted);
      return left < 0 || right < 0 ? Truth::unknown : truth(left == right);
    }
    case ConditionTest::binary_equals: return stands_for(wanted, seen);
    case ConditionTest::ip_address:
    case ConditionTest::not_ip_address: {
      IpBlock address;
      IpBlock block;
      if (!IpBlock::parse(seen, address) || !address.is_one_address() || !IpBlock::parse(wanted, block)) {
        return Truth::unknown;
      }
      return truth(block.contains(address));
    }
    default: return matches_text(test, WildcardPattern(wanted), seen);
  }
}

// Whether a value of the policy that does not match a role's ARN with the path "/" can match it with another path.
constexpr bool may_be_meant(const Policy& policy, ConditionTest test, Text wanted, Text seen) {
  if (has_variables(policy, wanted)) return true;
  if (test >= ConditionTest::arn_equals) return can_match_role_somewhere(WildcardPattern(wanted), seen);
  const std::size_t name = seen.find_last('/') + 1;
  switch (test) {
    case ConditionTest::string_like:
    case ConditionTest::string_not_like:
      return can_match_around(WildcardPattern(wanted), seen.part(0, name), seen.part(name));
    case ConditionTest::string_equals:
    case ConditionTest::string_not_equals:
      return wanted.starts_with(seen.part(0, name)) && wanted.ends_with(seen.part(name - 1));
    default: return true;
  }
}

template <class Keys>
constexpr Truth satisfies(const Policy& policy, const Condition& condition, Text name, const ContextKey& key,
                          Keys& keys) {
  const Span<Slice> wanted = policy.values_of(condition);
  const ConditionOperator how = condition.test;
  const bool missing = key.state() == KeyState::absent || key.size() == 0;

  if (how.test == ConditionTest::null) {
    Truth satisfied = Truth::no;
    for (const Slice value : wanted) {
      const int wants_absence = read_bool(policy.at(value));
      satisfied = either(satisfied, wants_absence < 0 ? Truth::unknown : truth((wants_absence == 1) == missing));
    }
    return satisfied;
  }
  const bool negated_test = is_negated(how.test);
  if (missing) {
    if (how.if_exists || how.values == ValueSet::for_all_values) return Truth::yes;
    return truth(negated_test && how.values == ValueSet::one_value);
  }
  const auto satisfies = [&](Text seen) {
    Truth found = Truth::no;
    for (const Slice value : wanted) {
      found = either(found, matches_value(policy, how.test, policy.at(value), seen, keys));
      if (found == Truth::yes) break;
      if (key.path_is_open() && may_be_meant(policy, how.test, policy.at(value), seen)) found = Truth::unknown;
    }
    return negated_test ? negated(found) : found;
  };
  if (how.values == ValueSet::one_value) {
    if (!is_multivalued(key, name)) return satisfies(key[0]);
    return negated_test ? Truth::unknown : Truth::no;
  }
  const bool all = how.values == ValueSet::for_all_values;
  Truth satisfied = truth(all);
  for (std::size_t i = 0; i < key.size(); ++i) {
    satisfied = all ? both(satisfied, satisfies(key[i])) : either(satisfied, satisfies(key[i]));
  }
  return satisfied;
}

}  // namespace detail

/// Whether a request satisfies one condition of a policy. `keys.find(name)` gives the key of a name, as a ContextKey.
/// Values of the policy are alternatives; a negated operator wants that none of them matches; a key that the request
/// does not have satisfies negated operators, IfExists and ForAllValues. A multivalued key without a set operator
/// matches nothing, and whether a negated operator is then satisfied is open (U-107).
/// Sources: IAM JSON policy elements: Condition operators,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html; Single-valued
/// vs. multivalued context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
/// Complexity: linear in the values of both sides, and in their sizes; no allocation.
template <class Keys>
[[nodiscard]] constexpr Truth is_satisfied(const Policy& policy, const Condition& condition, Keys& keys) {
  const Text name = policy.at(condition.key);
  const ContextKey key = keys.find(name);
  if (key.state() == KeyState::unknown) return Truth::unknown;
  const Truth satisfied = detail::satisfies(policy, condition, name, key, keys);
  if (!key.may_be_absent()) return satisfied;
  const bool either_way = satisfied == detail::satisfies(policy, condition, name, ContextKey::absent(name), keys);
  return either_way ? satisfied : Truth::unknown;
}

}  // namespace whence
WHENCE_TEMPLATES_END
