// Passing a role to a service: iam:PassRole, a permission that is checked when the service is configured with the role.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/callers_side.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

struct PassFacts : SideFacts {
  Principal caller;
  const Role* role;  // never null

  template <class Setting>
  constexpr PassFacts(const Principal& who, const Role& what, const Setting& setting) : caller(who), role(&what) {
    using Keys = detail::Later<RequestKeys, Setting>;
    Keys keys(caller, what, Operation::assume_role, setting.context, {}, setting.origin);
    ask(setting, AskedCall<Keys>{caller, "iam:PassRole", keys});
  }
};

namespace rules {
struct only_users_and_sessions_pass_roles {
  WHENCE_RULE("W601", Decision::invalid_request, sources::passing_roles.graded(Grade::inferred),
              "iam:PassRole is granted to users, groups and roles: the caller must be a user or a session, not a "
              "service or a federated identity");
  static constexpr Truth holds(const auto& facts) { return truth(signs_as_part_of_an_account(facts.caller)); }
};

struct a_role_is_passed_within_its_account {
  WHENCE_RULE("W602", Decision::denied_implicitly, sources::passing_roles,
              "a role can be passed only within its own account");
  static constexpr Truth holds(const auto& facts) {
    return truth(facts.caller.account() == facts.role->account() &&
                 facts.caller.name().partition == facts.role->partition());
  }
};

struct the_caller_may_pass_the_role {
  WHENCE_RULE("W603", Decision::denied_implicitly, sources::passing_roles,
              "the caller's own policies must allow iam:PassRole for this role and this service");
  static constexpr GateOutcome gate(const auto& facts) { return facts.side.allows(); }
  static constexpr Truth holds(const auto& facts) { return facts.permitted; }
};

/// May a caller pass a role to a service?
using pass_rules =
    RuleList<only_users_and_sessions_pass_roles, the_callers_policies_do_not_deny, a_role_is_passed_within_its_account,
             the_caller_may_pass_the_role, every_level_of_service_control_policies_allows>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
