// The names of condition operators: what is tested, over which values, and whether the key may be missing.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Source: IAM JSON policy elements: Condition operators,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
enum class ConditionTest : std::uint8_t {
  string_equals,
  string_not_equals,
  string_equals_ignore_case,
  string_not_equals_ignore_case,
  string_like,
  string_not_like,
  numeric_equals,
  numeric_not_equals,
  numeric_less_than,
  numeric_less_than_equals,
  numeric_greater_than,
  numeric_greater_than_equals,
  date_equals,
  date_not_equals,
  date_less_than,
  date_less_than_equals,
  date_greater_than,
  date_greater_than_equals,
  boolean,
  binary_equals,
  ip_address,
  not_ip_address,
  arn_equals,
  arn_not_equals,
  arn_like,
  arn_not_like,
  null,
};

/// Their names as policies spell them, in the order of the enumeration.
inline constexpr Text condition_test_names[] = {
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringLike",
    "StringNotLike",
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
    "DateEquals",
    "DateNotEquals",
    "DateLessThan",
    "DateLessThanEquals",
    "DateGreaterThan",
    "DateGreaterThanEquals",
    "Bool",
    "BinaryEquals",
    "IpAddress",
    "NotIpAddress",
    "ArnEquals",
    "ArnNotEquals",
    "ArnLike",
    "ArnNotLike",
    "Null",
};

/// How the values that a request has for a key are combined.
enum class ValueSet : std::uint8_t { one_value, for_all_values, for_any_value };

struct ConditionOperator {
  ConditionTest test = ConditionTest::string_equals;
  ValueSet values = ValueSet::one_value;
  bool if_exists = false;

  [[nodiscard]] constexpr Text test_name() const { return condition_test_names[static_cast<std::size_t>(test)]; }
  friend constexpr bool operator==(ConditionOperator, ConditionOperator) = default;
};

/// Gives the name that parse_condition_operator reads to `out`, piece by piece.
template <class Out>
constexpr void print(ConditionOperator how, Out out) {
  constexpr Text sets[] = {"", "ForAllValues:", "ForAnyValue:"};
  out(sets[static_cast<std::size_t>(how.values)]);
  out(how.test_name());
  if (how.if_exists) out("IfExists");
}

/// Reads an operator name into `out`: [ForAllValues:|ForAnyValue:]name[IfExists]. False when there is none of
/// this name. That Null takes no IfExists is for the caller to check.
[[nodiscard]] constexpr bool parse_condition_operator(Text name, ConditionOperator& out) {
  out = {};
  const char* first = name.data();
  std::size_t size = name.size();
  const auto starts = [&](const char* prefix, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
      if (i == size || first[i] != prefix[i]) return false;
    }
    return true;
  };
  if (starts("ForAllValues:", 13)) {
    out.values = ValueSet::for_all_values;
  } else if (starts("ForAnyValue:", 12)) {
    out.values = ValueSet::for_any_value;
  }
  const std::size_t prefix = out.values == ValueSet::for_all_values  ? 13
                             : out.values == ValueSet::for_any_value ? 12
                                                                     : 0;
  first += prefix;
  size -= prefix;
  if (size > 8 && Text(first + size - 8, 8) == "IfExists") {
    out.if_exists = true;
    size -= 8;
  }
  for (std::size_t i = 0; i < sizeof condition_test_names / sizeof condition_test_names[0]; ++i) {
    const Text candidate = condition_test_names[i];
    if (size == candidate.size() && starts(candidate.data(), size)) {
      out.test = static_cast<ConditionTest>(i);
      return true;
    }
  }
  return false;
}

}  // namespace whence
WHENCE_TEMPLATES_END
