// Condition operators: the test, the set operator, and IfExists.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The type of the values that a test compares.
enum class Compares : std::uint8_t { text, number, date, boolean, binary, address, arn, presence };

/// What the value of the request must be, compared with the value of the policy.
enum class Order : std::uint8_t { equal, less, at_most, greater, at_least };

// Every test, one row each: its enumerator, its name, and then members of ConditionTestInfo.
#define WHENCE_CONDITION_TESTS(TEST)                                                                             \
  TEST(string_equals, "StringEquals", .compares = Compares::text)                                                \
  TEST(string_not_equals, "StringNotEquals", .compares = Compares::text, .negated = true)                        \
  TEST(string_equals_ignore_case, "StringEqualsIgnoreCase", .compares = Compares::text, .ignores_case = true)    \
  TEST(string_not_equals_ignore_case, "StringNotEqualsIgnoreCase", .compares = Compares::text, .negated = true,  \
       .ignores_case = true)                                                                                     \
  TEST(string_like, "StringLike", .compares = Compares::text, .wildcards = true)                                 \
  TEST(string_not_like, "StringNotLike", .compares = Compares::text, .negated = true, .wildcards = true)         \
  TEST(numeric_equals, "NumericEquals", .compares = Compares::number)                                            \
  TEST(numeric_not_equals, "NumericNotEquals", .compares = Compares::number, .negated = true)                    \
  TEST(numeric_less_than, "NumericLessThan", .compares = Compares::number, .order = Order::less)                 \
  TEST(numeric_less_than_equals, "NumericLessThanEquals", .compares = Compares::number, .order = Order::at_most) \
  TEST(numeric_greater_than, "NumericGreaterThan", .compares = Compares::number, .order = Order::greater)        \
  TEST(numeric_greater_than_equals, "NumericGreaterThanEquals", .compares = Compares::number,                    \
       .order = Order::at_least)                                                                                 \
  TEST(date_equals, "DateEquals", .compares = Compares::date)                                                    \
  TEST(date_not_equals, "DateNotEquals", .compares = Compares::date, .negated = true)                            \
  TEST(date_less_than, "DateLessThan", .compares = Compares::date, .order = Order::less)                         \
  TEST(date_less_than_equals, "DateLessThanEquals", .compares = Compares::date, .order = Order::at_most)         \
  TEST(date_greater_than, "DateGreaterThan", .compares = Compares::date, .order = Order::greater)                \
  TEST(date_greater_than_equals, "DateGreaterThanEquals", .compares = Compares::date, .order = Order::at_least)  \
  TEST(boolean, "Bool", .compares = Compares::boolean)                                                           \
  TEST(binary_equals, "BinaryEquals", .compares = Compares::binary)                                              \
  TEST(ip_address, "IpAddress", .compares = Compares::address)                                                   \
  TEST(not_ip_address, "NotIpAddress", .compares = Compares::address, .negated = true)                           \
  TEST(arn_equals, "ArnEquals", .compares = Compares::arn, .wildcards = true)                                    \
  TEST(arn_not_equals, "ArnNotEquals", .compares = Compares::arn, .negated = true, .wildcards = true)            \
  TEST(arn_like, "ArnLike", .compares = Compares::arn, .wildcards = true)                                        \
  TEST(arn_not_like, "ArnNotLike", .compares = Compares::arn, .negated = true, .wildcards = true)                \
  TEST(null, "Null", .compares = Compares::presence)

/// Source: IAM JSON policy elements: Condition operators,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
enum class ConditionTest : std::uint8_t {
#define WHENCE_ENUMERATOR(enumerator, ...) enumerator,
  WHENCE_CONDITION_TESTS(WHENCE_ENUMERATOR)
#undef WHENCE_ENUMERATOR
};

/// How a test compares values.
struct ConditionTestInfo {
  ConditionTest test{};
  Text name{};  // as policies spell it
  Compares compares = Compares::text;
  bool negated = false;    // met if no value of the policy matches
  bool wildcards = false;  // `*` and `?` in a value of the policy are wildcards
  bool ignores_case = false;
  Order order = Order::equal;

  [[nodiscard]] constexpr bool is_about(Compares values) const { return compares == values; }
  /// Whether it compares texts or ARNs.
  [[nodiscard]] constexpr bool is_about_text() const { return is_about(Compares::text) || is_about(Compares::arn); }
};

inline constexpr ConditionTestInfo condition_tests[] = {
#define WHENCE_ROW(enumerator, spelled, ...) {.test = ConditionTest::enumerator, .name = spelled, __VA_ARGS__},
    WHENCE_CONDITION_TESTS(WHENCE_ROW)
#undef WHENCE_ROW
};
#undef WHENCE_CONDITION_TESTS

[[nodiscard]] constexpr const ConditionTestInfo& info_of(ConditionTest test) {
  return condition_tests[static_cast<std::size_t>(test)];
}

/// How a test treats several values of a key in the request.
enum class ValueSet : std::uint8_t { one_value, for_all_values, for_any_value };

struct ConditionOperator {
  ConditionTest test = ConditionTest::string_equals;
  ValueSet values = ValueSet::one_value;
  bool if_exists = false;

  [[nodiscard]] constexpr const ConditionTestInfo& info() const { return info_of(test); }
  [[nodiscard]] constexpr Text test_name() const { return info().name; }
  friend constexpr bool operator==(ConditionOperator left, ConditionOperator right) {
    return left.test == right.test && left.values == right.values && left.if_exists == right.if_exists;
  }
};

/// Prints the name that parse_condition_operator reads, piece by piece.
template <class Out>
constexpr void print(ConditionOperator how, Out out) {
  constexpr const char* sets[] = {"", "ForAllValues:", "ForAnyValue:"};
  out(sets[static_cast<std::size_t>(how.values)]);
  out(how.test_name());
  if (how.if_exists) out("IfExists");
}

/// Reads [ForAllValues:|ForAnyValue:]NAME[IfExists] into `out`. False if there is no such operator. The caller must
/// refuse Null with IfExists. Complexity: linear in the table of operators.
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
  const bool all = starts("ForAllValues:", 13), any = starts("ForAnyValue:", 12);
  const ValueSet values = all ? ValueSet::for_all_values : any ? ValueSet::for_any_value : ValueSet::one_value;
  const std::size_t prefix = all ? 13 : any ? 12 : 0;
  first += prefix;
  size -= prefix;
  const bool if_exists = size > 8 && Text(first + size - 8, 8) == "IfExists";
  if (if_exists) size -= 8;
  for (const ConditionTestInfo& each : condition_tests) {
    if (size == each.name.size() && starts(each.name.data(), size)) {
      out = {each.test, values, if_exists};
      return true;
    }
  }
  return false;
}

}  // namespace whence
WHENCE_TEMPLATES_END
