// All rules, and all open questions, in the order of their ids.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/rules/caller_rules.hpp>
#include <whence/rules/exposure_rules.hpp>
#include <whence/rules/flow_rules.hpp>
#include <whence/rules/lifetime_rules.hpp>
#include <whence/rules/operation_rules.hpp>
#include <whence/rules/pass_rules.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/session_rules.hpp>
#include <whence/rules/trust_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::rules {

using all = Joined<Joined<Joined<caller_rules, trust_rules_by_id>, environment_read_rules>,
                   Joined<Joined<Joined<Joined<session_rules_by_id, request_rules_by_id>, lifetime_rules>,
                                 Joined<move_rules, call_rules>>,
                          Joined<RuleList<users_and_sessions_pass_roles, a_role_is_passed_within_its_account,
                                          the_caller_may_pass_the_role>,
                                 Joined<operation_rules_by_id, exposure_rules>>>>;

namespace detail {
template <class... Rule>
constexpr const RuleInfo* find(RuleList<Rule...>, Text id) {
  const RuleInfo* found = nullptr;
  ((Rule::info.id == id ? void(found = &Rule::info) : void()), ...);
  return found;
}
}  // namespace detail

/// The rule of this id, or nothing (a null pointer).
template <class Rules = all>
[[nodiscard]] constexpr const RuleInfo* find(Text id) {
  return detail::find(Rules{}, id);
}

}  // namespace whence::rules
WHENCE_TEMPLATES_END
