// The names of condition operators. Source: IAM JSON policy elements: Condition operators,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
#include "dual.hpp"

#include <whence/policy/condition_operator.hpp>
#include <whence/policy/nearest.hpp>

#include <initializer_list>
#include <type_traits>

namespace {

using whence::condition_tests;
using whence::ConditionOperator;
using whence::ConditionTest;
using whence::parse_condition_operator;
using whence::Text;
using whence::ValueSet;

// op-for-all-values, op-for-any-value
constexpr struct {
  Text prefix;
  ValueSet values;
} value_sets[] = {
    {"", ValueSet::one_value},
    {"ForAllValues:", ValueSet::for_all_values},
    {"ForAnyValue:", ValueSet::for_any_value},
};

// Builds a name: not every compiler has a constexpr string in C++20.
struct Name {
  char characters[64]{};
  std::size_t size = 0;

  constexpr Name(Text prefix, Text test, Text suffix) {
    for (const Text part : {prefix, test, suffix}) {
      for (const char c : part) characters[size++] = c;
    }
  }
  [[nodiscard]] constexpr Text view() const { return {characters, size}; }
};

constexpr bool is_refused(Text name) {
  ConditionOperator found;
  return !parse_condition_operator(name, found);
}

}  // namespace

DUAL_TEST_CASE("each operator is read, with IfExists and with each set operator") {
  for (const auto& row : condition_tests) {
    for (const auto& set : value_sets) {
      for (const bool if_exists : {false, true}) {
        const Name name(set.prefix, row.name, if_exists ? "IfExists" : "");
        ConditionOperator found;
        EXPECT(parse_condition_operator(name.view(), found));
        EXPECT(found == (ConditionOperator{row.test, set.values, if_exists}));
        EXPECT(found.test_name() == row.name);
      }
    }
  }
}

DUAL_TEST_CASE("a name that differs in one letter is another operator or none") {
  for (const auto& row : condition_tests) {
    EXPECT(is_refused(Name("", row.name, "s").view()));
    EXPECT(is_refused(Name("", row.name, " ").view()));
    EXPECT(is_refused(Name(" ", row.name, "").view()));
    EXPECT(is_refused(Name("x", row.name, "").view()));
    EXPECT(is_refused(Name("", row.name, "ifexists").view()));
    EXPECT(is_refused(Name("", row.name, "IfExist").view()));
    EXPECT(is_refused(Name("", row.name, "IfExistsIfExists").view()));
    EXPECT(is_refused(Name("ForAllValues", row.name, "").view()));
    EXPECT(is_refused(Name("ForAllValues.", row.name, "").view()));
    EXPECT(is_refused(Name("ForAnyValue.", row.name, "").view()));
    EXPECT(is_refused(Name("forallvalues:", row.name, "").view()));
    EXPECT(is_refused(Name("ForAnyValues:", row.name, "").view()));
    EXPECT(is_refused(Name("ForAllValues: ", row.name, "").view()));
    EXPECT(is_refused(Name("ForAnyValue:ForAllValues:", row.name, "").view()));
    EXPECT(is_refused(Name("ForAllValues:ForAnyValue:", row.name, "").view()));
    EXPECT(is_refused(row.name.part(1)));
    EXPECT(is_refused(Name("", row.name.part(0, row.name.size() - 1), "").view()));
  }
}

DUAL_TEST_CASE("a part of an operator is not an operator") {
  EXPECT(is_refused(""));
  EXPECT(is_refused(Text()));
  EXPECT(is_refused("IfExists"));
  EXPECT(is_refused("ForAllValues:"));
  EXPECT(is_refused("ForAnyValue:"));
  EXPECT(is_refused("ForAllValues:IfExists"));
  EXPECT(is_refused("ForAnyValue:IfExists"));
  EXPECT(is_refused("Not"));
  EXPECT(is_refused("stringEquals"));
  EXPECT(is_refused("STRINGEQUALS"));
  EXPECT(is_refused("Boolean"));
  EXPECT(is_refused("BinaryNotEquals"));
  EXPECT(is_refused("StringNotEqualsIgnorecase"));
  EXPECT(is_refused(Text("Null\0", 5)));
}

// cond-null-no-ifexists is a separate rule, with its own fault.
DUAL_TEST_CASE("parsing the name accepts Null with IfExists") {
  ConditionOperator found;
  EXPECT(parse_condition_operator("NullIfExists", found));
  EXPECT(found == (ConditionOperator{ConditionTest::null, ValueSet::one_value, true}));
}

DUAL_TEST_CASE("the old value of the operator does not matter") {
  ConditionOperator found;
  EXPECT(parse_condition_operator("ForAllValues:StringLikeIfExists", found));
  EXPECT(parse_condition_operator("Bool", found));
  EXPECT(found == (ConditionOperator{ConditionTest::boolean, ValueSet::one_value, false}));
  EXPECT(parse_condition_operator("ForAnyValue:ArnLike", found));
  EXPECT(!parse_condition_operator("Boo", found));
  EXPECT(parse_condition_operator("Null", found));
  EXPECT(found == (ConditionOperator{ConditionTest::null, ValueSet::one_value, false}));
}

DUAL_TEST_CASE("two operators are equal if test, set and IfExists are") {
  constexpr ConditionOperator plain;
  EXPECT(plain == (ConditionOperator{ConditionTest::string_equals, ValueSet::one_value, false}));
  EXPECT(plain != (ConditionOperator{ConditionTest::string_like, ValueSet::one_value, false}));
  EXPECT(plain != (ConditionOperator{ConditionTest::string_equals, ValueSet::for_any_value, false}));
  EXPECT(plain != (ConditionOperator{ConditionTest::string_equals, ValueSet::one_value, true}));
}

// One test each, because Clang bounds the steps of one evaluation.
#define NEAREST_OPERATOR(word, nearest)                                                                           \
  DUAL_TEST_CASE("the nearest operator has the fewest other letters: " word) {                                    \
    EXPECT(whence::detail::nearest_name(whence::PolicyFault::unknown_condition_operator, word) == Text(nearest)); \
  }
NEAREST_OPERATOR("StringEqual", "StringEquals")
NEAREST_OPERATOR("StringLikes", "StringLike")
NEAREST_OPERATOR("StringEqualsIgnoresCase", "StringEqualsIgnoreCase")
NEAREST_OPERATOR("NumericLessThanEqual", "NumericLessThanEquals")
NEAREST_OPERATOR("ARNLikes", "ArnLike")
NEAREST_OPERATOR("Boolean", "")
NEAREST_OPERATOR("Xyzzy", "")
NEAREST_OPERATOR("", "")
NEAREST_OPERATOR("ForAllValues:StringEqual", "StringEquals")
NEAREST_OPERATOR("ForAllValue:StringEquals", "ForAllValues")
NEAREST_OPERATOR("ForAnyValues:StringEqual", "ForAnyValue")
NEAREST_OPERATOR("StringEqualsIfExist", "IfExists")
NEAREST_OPERATOR("StringEqualIfExists", "StringEquals")

DUAL_TEST_CASE("the nearest element has the fewest other letters") {
  using whence::PolicyFault;
  constexpr auto element = PolicyFault::unknown_statement_element;
  EXPECT(whence::detail::nearest_name(element, "Actions") == "Action");
  EXPECT(whence::detail::nearest_name(element, "notprincipal") == "NotPrincipal");
  EXPECT(whence::detail::nearest_name(element, "Comment").empty());
  EXPECT(whence::detail::nearest_name(PolicyFault::duplicate_statement_element, "Actions").empty());
}

static_assert(std::is_trivially_copyable_v<ConditionOperator>);
