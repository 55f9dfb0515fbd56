// Whether a request satisfies a condition.
#pragma once

#include <cstddef>

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
      if (test.wildcards) return matches_text(test, WildcardPattern(wanted), seen);
      if (!test.ignores_case) return truth(wanted == seen);
      if (ascii::equal_ignoring_case(wanted, seen)) return Truth::yes;
      return ascii::has_bytes_outside(wanted) || ascii::has_bytes_outside(seen) ? Truth::unknown : Truth::no;
    case Compares::arn: return matches_text(test, WildcardPattern(wanted), seen);
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
  if (test.compares != Compares::text || test.ignores_case) return true;
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
  const bool missing = key.state() == KeyState::absent || key.size() == 0;

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
/// nothing; whether it then satisfies a negated operator is an open question (U-107). Complexity: linear in the values
/// of both sides, and in their sizes; no allocation. Sources: IAM JSON policy elements: Condition operators,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html; Single-valued
/// vs. multivalued context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
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
