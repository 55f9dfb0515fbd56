// The rule book: every rule, each once, in the order of the ids. It is derived from the lists of the questions.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/environment_rules.hpp>
#include <whence/rules/exposure_rules.hpp>
#include <whence/rules/finding_rules.hpp>
#include <whence/rules/flow_rules.hpp>
#include <whence/rules/host_management_rules.hpp>
#include <whence/rules/lifetime_rules.hpp>
#include <whence/rules/operation_rules.hpp>
#include <whence/rules/outbound_rules.hpp>
#include <whence/rules/pass_rules.hpp>
#include <whence/rules/position_rules.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/scope_rules.hpp>
#include <whence/rules/session_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::rules {

/// The lists of all questions, one after the other. A rule of several questions occurs several times.
using of_all_questions =
    Joined<assume_rules, environment_read_rules, session_rules, request_rules, lifetime_rules, move_rules, call_rules,
           position_rules, stated_position_rules, pass_rules, operation_rules, root_target_rules, outbound_rules,
           root_session_rules, outbound_tag_rules, outbound_token_rules, federation_rules, federation_tag_rules,
           scope_rules, registration_rules, registration_permission_rules, exposure_rules, finding_rules>;

namespace detail {
// The index of each rule in a list, in the order of the ids, each rule once. An id is W and three digits.
template <class... Rule>
struct Order {
  std::size_t indices[sizeof...(Rule)]{};
  std::size_t size = 0;

  constexpr explicit Order(RuleList<Rule...>) {
    constexpr int count = 1000;
    // By the number of the rule, 1 more than its first index; 0 if there is no such rule. Sorting the ids costs more.
    unsigned short first[count] = {};
    const int numbers[] = {number_of(Rule::info.id)...};
    for (std::size_t index = sizeof...(Rule); index > 0; --index) {
      first[numbers[index - 1]] = static_cast<unsigned short>(index);
    }
    for (int number = 0; number < count; ++number) {
      if (first[number] != 0) indices[size++] = first[number] - 1u;
    }
  }

 private:
  static constexpr int number_of(Text id) { return (id[1] - '0') * 100 + (id[2] - '0') * 10 + (id[3] - '0'); }
};

template <std::size_t Index, class Rule>
struct RuleAt {};
template <class Indices, class List>
struct RulesByIndex;
template <std::size_t... Index, class... Rule>
struct RulesByIndex<whence::detail::Indices<Index...>, RuleList<Rule...>> : RuleAt<Index, Rule>... {};
template <std::size_t Index, class Rule>
Rule rule_at(const RuleAt<Index, Rule>&);

template <class List>
struct Book {
  static constexpr Order order{List{}};
  using ByIndex = RulesByIndex<whence::detail::IndicesBelow<List::size>, List>;
  template <std::size_t... Index>
  static auto sorted(whence::detail::Indices<Index...>)
      -> RuleList<decltype(rule_at<order.indices[Index]>(ByIndex{}))...>;
  using type = decltype(sorted(whence::detail::IndicesBelow<order.size>{}));
};

template <class... Rule>
constexpr const RuleInfo* find(RuleList<Rule...>, Text id) {
  const RuleInfo* found = nullptr;
  ((Rule::info.id == id ? void(found = &Rule::info) : void()), ...);
  return found;
}
}  // namespace detail

/// The rules of a list, each once, in the order of the ids.
template <class List>
using ById = typename detail::Book<List>::type;

/// Every rule as a type, each once, in the order of the ids.
using all = ById<of_all_questions>;

/// The rule with this id, or null.
template <class Rules = all>
[[nodiscard]] constexpr const RuleInfo* find(Text id) {
  return detail::find(Rules{}, id);
}

}  // namespace whence::rules
WHENCE_TEMPLATES_END
