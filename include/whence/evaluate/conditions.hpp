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
#include <whence/evaluate/arn_pattern.hpp>
#include <whence/evaluate/open_point.hpp>
#include <whence/model/request_context.hpp>
#include <whence/policy/multivalued_keys.hpp>
#include <whence/policy/policy.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
/// Whether a word of this policy has variables. Without Version 2012-10-17 `${` is plain text. Source: IAM policy
/// elements: Variables and tags, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
[[nodiscard]] constexpr bool has_variables(const Policy& policy, Text word) {
  if (policy.version() != PolicyVersion::v2012_10_17) return false;
  for (std::size_t at = word.find('$'); at != Text::npos && at + 1 < word.size(); at = word.find('$', at + 1)) {
    if (word[at + 1] == '{') return true;
  }
  return false;
}

/// Whether a key is multivalued: because AWS lists it so, or because it was given as a list. A list of one value is
/// that value, unless AWS lists the key.
[[nodiscard]] constexpr bool is_multivalued(const ContextKey& key, Text name) {
  return (key.is_list() && key.size() != 1) || is_listed_as_multivalued(name);
}

/// A word with its variables replaced, as elements of a pattern: a `*` in the value of a variable is not a wildcard.
/// The buffer has a fixed size: nothing is allocated. Complexity: linear in the word and in the result, which has at
/// most 4096 elements; a key is found for each variable.
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
      const Text inside = word.part(at + 2, end - at - 2);
      // A variable inside a variable has no meaning in the manual.
      for (std::size_t i = 0; i + 1 < inside.size(); ++i) {
        if (inside[i] == '$' && inside[i + 1] == '{') return Truth::unknown;
      }
      complete = both(complete, variable(inside, keys));
      if (complete == Truth::no) return complete;
      at = end + 1;
    }
    if (!fits_) steps_->leave_out();
    return fits_ && steps_->take_for(size_) ? complete : Truth::unknown;
  }
  /// The word as it is, without variables and wildcards.
  template <class Keys>
  constexpr Truth take(Text word, Keys& keys) {
    size_ = 0;
    fits_ = true;
    steps_ = &keys.steps();
    add(word);
    if (!fits_) steps_->leave_out();
    return fits_ && steps_->take_for(size_) ? Truth::yes : Truth::unknown;
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
    if (key.is_unknown() || key.may_be_absent() || key.path_is_open()) return Truth::unknown;
    if (key.is_present() && key.size() > 0 && !is_multivalued(key, name)) {
      if (key[0].empty()) return Truth::unknown;  // or absent (U-120)
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

constexpr bool has_a_value_that_is_not_empty(const ContextKey& key) {
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (!key[i].empty()) return true;
  }
  return false;
}
constexpr bool has_an_empty_value(const ContextKey& key) {
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (key[i].empty()) return true;
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
  if (test.compares == Compares::arn) return matches_arn(pattern, seen);
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
      // Whether AWS takes a mapped address as one of version 4 is not documented (U-121).
      if (address.is_mapped() || (block.is_mapped() && address.is_version_4())) return Truth::unknown;
      return truth(block.contains(address));
    }
    case Compares::presence: break;
  }
  return Truth::unknown;
}

// The same for the ARN of a role whose path is not known: decided only if the path does not matter.
template <class Keys>
constexpr Truth matches_role_somewhere(const Policy& policy, const ConditionTestInfo& test, Text wanted, Text seen,
                                       Keys& keys) {
  if (!test.is_about_text() || test.ignores_case) return Truth::unknown;
  const auto matched = [&](const auto& pattern) {
    if (test.compares == Compares::arn) return matches_arn_around(pattern, seen);
    const std::size_t name = seen.find_last('/') + 1;
    return matches_around(pattern, seen.part(0, name), seen.part(name));
  };
  if (!test.wildcards || has_variables(policy, wanted)) {
    ExpandedWord expanded;
    const Truth complete =
        has_variables(policy, wanted) ? expanded.expand(wanted, keys, test.wildcards) : expanded.take(wanted, keys);
    return complete == Truth::yes ? matched(expanded.pattern()) : complete;
  }
  return matched(WildcardPattern(wanted));
}

// How a key that has no value, or one that counts as none, satisfies a condition.
constexpr Truth satisfied_by_absence(ConditionOperator how, bool negated) {
  if (how.if_exists || how.values == ValueSet::for_all_values) return Truth::yes;
  return truth(negated && how.values == ValueSet::one_value);
}

// `counts_empty`: an empty text is a value like any other; otherwise it is none.
template <class Keys>
constexpr Truth satisfies(const Policy& policy, const Condition& condition, Text name, const ContextKey& key,
                          bool counts_empty, Effect effect, Keys& keys) {
  const Span<Slice> wanted = policy.values_of(condition);
  const ConditionOperator how = condition.test;
  const ConditionTestInfo& test = how.info();
  bool missing = key.is_absent() || key.size() == 0;
  if (!counts_empty && !missing) missing = !has_a_value_that_is_not_empty(key);

  if (test.compares == Compares::presence) {
    Truth satisfied = Truth::no;
    for (const Slice value : wanted) {
      const int wants_absence = read_bool(policy.at(value));
      satisfied = either(satisfied, wants_absence < 0 ? Truth::unknown : truth((wants_absence == 1) == missing));
    }
    return satisfied;
  }
  if (missing) return satisfied_by_absence(how, test.negated);
  const auto satisfies = [&](Text seen) {
    Truth found = Truth::no;
    for (const Slice value : wanted) {
      if (!keys.steps().take_for(value.size + seen.size())) break;
      found = either(found, key.path_is_open() ? matches_role_somewhere(policy, test, policy.at(value), seen, keys)
                                               : matches_value(policy, test, policy.at(value), seen, keys));
      if (found == Truth::yes) break;
    }
    return test.negated ? negated(found) : found;
  };
  if (how.values == ValueSet::one_value) {
    if (!is_multivalued(key, name)) return satisfies(key[0]);
    return test.negated || effect == Effect::deny ? Truth::unknown : Truth::no;
  }
  const bool all = how.values == ValueSet::for_all_values;
  Truth satisfied = truth(all);
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (!counts_empty && key[i].empty()) continue;
    satisfied = all ? both(satisfied, satisfies(key[i])) : either(satisfied, satisfies(key[i]));
  }
  return satisfied;
}
}  // namespace detail

/// Whether a request satisfies one condition of a statement with this effect. `keys.find(name)` returns the ContextKey
/// with a name. The values of the policy are alternatives; a negated operator requires that none matches. A key that
/// the request does not have satisfies negated operators, IfExists and ForAllValues. A multivalued key without a set
/// operator matches nothing; whether it then satisfies a negated operator, and whether a Deny applies, is an open
/// question (U-107). So is whether an empty text is a value (U-120): the answer is unknown if that matters, and if the
/// steps of the keys are spent (`keys.steps()`). Complexity: the product of the values of both sides, each linear in
/// their sizes (except wildcards, see `matches`), but at most these steps; no allocation. Sources: IAM JSON policy
/// elements: Condition operators,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html;
/// Single-valued vs. multivalued context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
template <class Keys>
[[nodiscard]] constexpr Truth is_satisfied(const Policy& policy, const Condition& condition, Keys& keys,
                                           Effect effect = Effect::allow) {
  const Text name = policy.at(condition.key);
  const ContextKey key = keys.find(name);
  if (key.is_unknown() || keys.steps().are_spent()) return Truth::unknown;
  const Truth satisfied = detail::satisfies(policy, condition, name, key, true, effect, keys);
  if (keys.steps().are_spent()) return Truth::unknown;
  const bool may_be_none = key.may_be_absent();
  if (!may_be_none && !detail::has_an_empty_value(key)) return satisfied;
  const Truth otherwise = may_be_none
                              ? detail::satisfies(policy, condition, name, ContextKey::absent(name), true, effect, keys)
                              : detail::satisfies(policy, condition, name, key, false, effect, keys);
  return satisfied == otherwise ? satisfied : Truth::unknown;
}

/// Why a condition may be undecided: the open question, if the condition meets one. Only for conditions whose answer is
/// unknown. Complexity: linear in the values.
template <class Keys>
[[nodiscard]] constexpr OpenPoint open_point_of(const Policy& policy, const Condition& condition, Keys& keys) {
  const Text name = policy.at(condition.key);
  const ContextKey key = keys.find(name);
  if (key.is_unknown()) {
    if constexpr (requires { keys.why_unknown(name); }) return keys.why_unknown(name);
    return OpenPoint::none;
  }
  const ConditionTestInfo& test = condition.test.info();
  if (key.may_be_absent()) return OpenPoint::u11;
  if (detail::has_an_empty_value(key)) return OpenPoint::u120;
  if (condition.test.values == ValueSet::one_value && is_multivalued(key, name)) return OpenPoint::u107;
  if (test.compares == Compares::address) {
    for (std::size_t i = 0; i < key.size(); ++i) {
      IpBlock address;
      if (IpBlock::parse(key[i], address) && address.is_mapped()) return OpenPoint::u121;
    }
  }
  if (test.compares == Compares::arn && !key.path_is_open()) return OpenPoint::u122;
  return OpenPoint::none;
}

}  // namespace whence
WHENCE_TEMPLATES_END
