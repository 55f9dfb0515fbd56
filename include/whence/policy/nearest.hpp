// The name of the policy language that is nearest to a word that it does not have, for the error of a literal.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/condition_operator.hpp>
#include <whence/policy/policy_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// How many letters must be added, left out or changed; letter case counts as half a letter, so the sum is doubled.
template <std::size_t Longest = 40>
constexpr std::size_t distance(Text one, Text other) {
  if (one.size() > Longest || other.size() > Longest) return 2 * Longest;
  std::size_t row[Longest + 1]{};
  for (std::size_t j = 0; j <= other.size(); ++j) row[j] = 2 * j;
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] += 2;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const bool same_letter = ascii::equal_ignoring_case(one.part(i, 1), other.part(j, 1));
      const std::size_t changed = diagonal + (one[i] == other[j] ? 0U : same_letter ? 1U : 2U);
      diagonal = row[j + 1];
      const std::size_t added = (row[j] < diagonal ? row[j] : diagonal) + 2;
      row[j + 1] = changed < added ? changed : added;
    }
  }
  return row[other.size()];
}

// The nearest of some names; empty if more than a third of the word would change.
template <std::size_t Count>
constexpr Text nearest_of(Text word, Text (*name_at)(std::size_t)) {
  Text nearest;
  std::size_t least = 2 * word.size() / 3 + 1;
  for (std::size_t i = 0; i < Count; ++i) {
    const std::size_t changes = distance(word, name_at(i));
    if (changes < least) {
      least = changes;
      nearest = name_at(i);
    }
  }
  return nearest;
}
inline constexpr const char* statement_elements[] = {"Sid",       "Effect",   "Principal",   "NotPrincipal", "Action",
                                                     "NotAction", "Resource", "NotResource", "Condition"};
inline constexpr const char* value_sets[] = {"ForAllValues", "ForAnyValue"};
constexpr Text value_set_at(std::size_t index) { return value_sets[index]; }
constexpr Text operator_at(std::size_t index) { return condition_tests[index].name; }
constexpr Text element_at(std::size_t index) { return statement_elements[index]; }

// The nearest part of an operator: its test, or the word before or behind it if only that is wrong.
template <class Operator = ConditionOperator>
constexpr Text nearest_operator(Text word) {
  const std::size_t colon = word.find(':');
  Text test = colon == Text::npos ? word : word.part(colon + 1);
  if (colon != Text::npos && word.part(0, colon) != "ForAllValues" && word.part(0, colon) != "ForAnyValue") {
    return nearest_of<count_of(value_sets)>(word.part(0, colon), value_set_at);
  }
  Operator ignored;
  for (std::size_t at = test.find('I'); at != Text::npos; at = test.find('I', at + 1)) {
    if (test.part(at).starts_with("IfE") && parse_condition_operator(test.part(0, at), ignored)) return "IfExists";
  }
  if (test.ends_with("IfExists")) test = test.part(0, test.size() - 8);
  return nearest_of<count_of(condition_tests)>(test, operator_at);
}

// The operator or element that the user may have meant; empty if there is none, or if the fault is not its name.
template <class Fault>
constexpr Text nearest_name(Fault fault, Text word) {
  if (fault == Fault::unknown_condition_operator) return nearest_operator(word);
  if (fault != Fault::unknown_statement_element) return Text();
  return nearest_of<count_of(statement_elements)>(word, element_at);
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
