// What the role's trust policy and the caller's own side have to say for a role to be assumed.
#pragma once

#include <whence/base/truth.hpp>
#include <whence/rules/assume_facts.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/sources.hpp>

namespace whence::rules {

struct the_callers_side_does_not_deny {
  WHENCE_RULE("W201", the_callers_side_does_not_deny, Decision::denied_explicitly,
              "no policy on the caller's side may deny the call: an explicit Deny ends the evaluation",
              sources::evaluation_logic);
  template <class Facts>
  static constexpr Truth holds(const Facts& facts) {
    return truth(facts.side != CallerSide::denies);
  }
};

struct the_trust_policy_does_not_deny {
  WHENCE_RULE("W202", the_trust_policy_does_not_deny, Decision::denied_explicitly,
              "no statement of the trust policy may deny the caller: an explicit Deny ends the evaluation",
              sources::evaluation_logic);
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(facts.trust.deny < 0); }
};

struct the_trust_policy_names_the_caller {
  WHENCE_RULE("W203", the_trust_policy_names_the_caller, Decision::denied_implicitly,
              "the role's trust policy must name the caller in a statement that allows this operation",
              sources::evaluation_logic);
  static constexpr Truth holds(const AssumeFacts& facts) {
    return facts.trust.allow < 0 ? Truth::no : facts.trust.named;
  }
};

struct the_callers_own_policies_allow {
  WHENCE_RULE(
      "W204", the_callers_own_policies_allow, Decision::denied_implicitly,
      "the caller's own policies must allow the call (CallerSide::allows) where the trust policy names only its account, "
      "or the account is another one",
      sources::cross_account_logic);
  static constexpr Truth holds(const AssumeFacts& facts) { return facts.trust.callers_side; }
};

struct the_conditions_are_met {
  WHENCE_RULE("W205", the_conditions_are_met, Decision::denied_implicitly,
              "the conditions of the statement that decides must be met, and which values the request has is not known",
              sources::condition_element);
  static constexpr Truth holds(const AssumeFacts& facts) {
    const bool open = facts.trust.conditional || facts.trust.conditional_deny >= 0;
    return open ? Truth::unknown : Truth::yes;
  }
};

/// A trust policy of the same account that names the caller itself goes past a boundary and a session policy by one manual
/// page; another page, or another tool, says that they must allow.
struct nothing_on_the_callers_side_blocks {
  WHENCE_RULE("W206", nothing_on_the_callers_side_blocks, Decision::denied_implicitly,
              "no boundary, session policy or service control policy of the caller may leave the call out",
              sources::evaluation_logic);
  static constexpr Truth holds(const AssumeFacts& facts) {
    if (facts.side != CallerSide::blocked) return Truth::yes;
    return facts.same_account && facts.trust.level == MatchLevel::direct ? Truth::unknown : Truth::no;
  }
};

using trust_rules =
    RuleList<the_callers_side_does_not_deny, the_trust_policy_does_not_deny, the_trust_policy_names_the_caller,
             the_callers_own_policies_allow, the_conditions_are_met, nothing_on_the_callers_side_blocks>;

}  // namespace whence::rules
