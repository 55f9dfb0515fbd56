// All rules, in the order of their ids.
#pragma once

#include <whence/base/text.hpp>
#include <whence/rules/caller_rules.hpp>
#include <whence/rules/flow_rules.hpp>
#include <whence/rules/pass_rules.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/session_rules.hpp>
#include <whence/rules/trust_rules.hpp>

namespace whence::rules {

/// May a caller assume a role?
using assume_rules = Joined<caller_rules, trust_rules>;

/// May a caller pass a role to a service?
using pass_rules =
    RuleList<users_and_sessions_pass_roles, the_callers_side_does_not_deny, a_role_is_passed_within_its_account,
             the_caller_may_pass_the_role, every_level_of_service_control_policies_allows>;

/// May a user have a federation token?
using federation_token_rules = Joined<RuleList<the_callers_side_does_not_deny>, federation_rules>;

using all = Joined<
    Joined<Joined<caller_rules, trust_rules_by_id>, read_rules>,
    Joined<Joined<Joined<session_rules, federation_rules>, Joined<move_rules, call_rules>>,
           RuleList<users_and_sessions_pass_roles, a_role_is_passed_within_its_account, the_caller_may_pass_the_role>>>;

namespace detail {
template <class... Rule>
constexpr const RuleInfo* find(RuleList<Rule...>, Text id) {
  const RuleInfo* found = nullptr;
  ((Rule::info.id == id ? void(found = &Rule::info) : void()), ...);
  return found;
}
}  // namespace detail

/// The rule of this id, or nothing (a null pointer).
[[nodiscard]] constexpr const RuleInfo* find(Text id) { return detail::find(all{}, id); }

}  // namespace whence::rules
