// Numbers as NumericEquals and similar operators compare them: an integer or a decimal number, exactly. Source: IAM JSON
// policy elements: Condition operators, Numeric condition operators,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
#include "dual.hpp"

#include <whence/base/decimal.hpp>

#include <string>
#include <vector>

namespace {

using whence::Decimal;
using namespace whence::literals;
using whence::Text;

constexpr bool is_decimal(Text text) {
  Decimal ignored;
  return Decimal::parse(text, ignored);
}

// -1, 0 or 1; 9 if one of them is not a number.
constexpr int order(Text left, Text right) {
  Decimal one, other;
  if (!Decimal::parse(left, one) || !Decimal::parse(right, other)) return 9;
  const int result = Decimal::compare(one, other);
  return result < 0 ? -1 : result > 0 ? 1 : 0;
}

// The same form by another method, a search: [+-]digits[.digits].
bool is_decimal_by_definition(std::string word) {
  if (!word.empty() && (word[0] == '+' || word[0] == '-')) word.erase(0, 1);
  const auto digits = [](const std::string& part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string::npos;
  };
  const std::size_t dot = word.find('.');
  if (dot == std::string::npos) return digits(word);
  return digits(word.substr(0, dot)) && digits(word.substr(dot + 1));
}

// A number of few digits in units of 0.0001.
long in_units(const std::string& word) {
  const bool negative = word[0] == '-';
  long value = 0;
  int places = -1;
  for (const char c : word) {
    if (c == '.') {
      places = 0;
    } else if (c >= '0' && c <= '9') {
      value = value * 10 + (c - '0');
      if (places >= 0) ++places;
    }
  }
  for (int i = places < 0 ? 0 : places; i < 4; ++i) value *= 10;
  return negative ? -value : value;
}

}  // namespace

DUAL_TEST_CASE("a decimal number has digits, an optional sign and an optional fraction") {
  constexpr Text good[] = {"0",
                           "7",
                           "3600",
                           "+1",
                           "-1",
                           "007",
                           "1.5",
                           "2.0",
                           "-12.50",
                           "0.0",
                           "-0",
                           "+00.00",
                           "123456789012345678901234567890.123456789012345678901234567890"};
  for (const Text text : good) EXPECT(is_decimal(text));
}

DUAL_TEST_CASE("text that is not a decimal number is not read") {
  constexpr Text bad[] = {"",         "+",    "-",     ".",   "1.",       ".5",      "-.5", "1.2.3", "1..2",
                          "--1",      "+-1",  "1e3",   "1E3", "1,5",      "1 ",      " 1",  "1.5 ",  "1. 5",
                          "0x1",      "1a",   "a1",    "1.a", "Infinity", "NaN",     "1-",  "1.-5",  "\0"_text,
                          "1\0"_text, "true", "1.5\n", "1'0", "1_0",      "\xD9\xA1"};
  for (const Text text : bad) EXPECT(!is_decimal(text));
}

DUAL_TEST_CASE("numbers are compared by value") {
  EXPECT(order("1200", "3600") == -1);  // op-22
  EXPECT(order("3600", "3600") == 0);   // op-23, op-24
  EXPECT(order("2.0", "2") == 0);       // op-27
  EXPECT(order("1.0", "2.0") == -1);    // op-28
  EXPECT(order("10", "9") == 1);
  EXPECT(order("-10", "-9") == -1);
  EXPECT(order("-1", "1") == -1);
  EXPECT(order("1", "-1") == 1);
  EXPECT(order("0.5", "0.05") == 1);
  EXPECT(order("-0.5", "-0.05") == -1);
  EXPECT(order("1.9", "1.10") == 1);
  EXPECT(order("1.09", "1.1") == -1);
  EXPECT(order("12", "1.2") == 1);
  EXPECT(order("0.1", "1") == -1);
}

DUAL_TEST_CASE("zeros at the ends and a plus sign do not change a number") {
  constexpr Text same[] = {"1.5", "+1.5", "01.5", "1.50", "0001.5000", "+01.50"};
  for (const Text left : same) {
    for (const Text right : same) EXPECT(order(left, right) == 0);
  }
}

DUAL_TEST_CASE("there is one zero") {
  constexpr Text zeros[] = {"0", "-0", "+0", "000", "0.0", "-0.000", "-00.0"};
  for (const Text left : zeros) {
    for (const Text right : zeros) EXPECT(order(left, right) == 0);
    EXPECT(order(left, "0.0001") == -1);
    EXPECT(order(left, "-0.0001") == 1);
  }
}

DUAL_TEST_CASE("nothing is rounded") {
  // 2^53 and 2^53 + 1 are one double, 2^64 does not fit 64 bits, and a tenth has no exact double.
  EXPECT(order("9007199254740992", "9007199254740993") == -1);
  EXPECT(order("18446744073709551616", "18446744073709551615") == 1);
  EXPECT(order("0.1000000000000000000000000000000000000001", "0.1") == 1);
  EXPECT(order("-0.1000000000000000000000000000000000000001", "-0.1") == -1);
  EXPECT(order("100000000000000000000000000000000000000001", "100000000000000000000000000000000000000000.9") == 1);
}

DUAL_TEST_CASE("reading a number again replaces the old one") {
  Decimal number, two;
  EXPECT(Decimal::parse("-12.5", number));
  EXPECT(Decimal::parse("2", number));
  EXPECT(Decimal::parse("2.0", two));
  EXPECT(Decimal::compare(number, two) == 0);
}

TEST_CASE("every short text is read by the definition, and every two numbers are compared as integers are") {
  std::vector<std::string> words = {""}, numbers;
  for (std::size_t first = 0, size = 1; size <= 5; ++size) {
    const std::size_t last = words.size();
    for (; first < last; ++first) {
      for (const char letter : std::string("+-.019")) words.push_back(words[first] + letter);
    }
  }
  CHECK(words.size() == 1 + 6 + 36 + 216 + 1296 + 7776);
  for (const std::string& word : words) {
    const bool expected = is_decimal_by_definition(word);
    if (is_decimal(word) != expected) {
      CAPTURE(word);
      CHECK(is_decimal(word) == expected);
    }
    if (expected) numbers.push_back(word);
  }
  CHECK(numbers.size() > 1000);
  std::vector<Decimal> read(numbers.size());
  std::vector<long> units(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    CHECK(Decimal::parse(numbers[i], read[i]));
    units[i] = in_units(numbers[i]);
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    for (std::size_t k = 0; k < numbers.size(); ++k) {
      const int result = Decimal::compare(read[i], read[k]);
      const bool agrees = units[i] < units[k] ? result < 0 : units[i] > units[k] ? result > 0 : result == 0;
      if (agrees) continue;
      CAPTURE(numbers[i]);
      CAPTURE(numbers[k]);
      CHECK(agrees);
    }
  }
}
