// The question may_assume(caller, role).
#pragma once

#include <whence/decide/verdict.hpp>
#include <whence/model/observer.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>
#include <whence/rules/assume_facts.hpp>
#include <whence/rules/rule_book.hpp>

namespace whence {

/// The type of the question `may_assume`.
struct MayAssume {
  using Rules = rules::assume_rules;

  static constexpr AssumeFacts facts(const Principal& caller, const Role& role,
                                     CallerSide side = CallerSide::not_given) {
    return {caller, role, side};
  }
  static constexpr AssumeFacts facts(const Session& caller, const Role& role, CallerSide side = CallerSide::not_given) {
    return {caller.principal(), role, side};
  }
  static constexpr AssumeFacts facts(const Role&, const Role& role, CallerSide = {}) { return {Asker::role, role}; }
  static constexpr AssumeFacts facts(const Account&, const Role& role, CallerSide = {}) {
    return {Asker::account, role};
  }
  static constexpr AssumeFacts facts(const Software&, const Role& role, CallerSide = {}) {
    return {Asker::software, role};
  }
  static constexpr AssumeFacts facts(const OsUser&, const Role& role, CallerSide = {}) {
    return {Asker::os_user, role};
  }

  /// May this caller assume this role, as far as the role's trust policy and the caller's own side (`side`) say?
  /// Anything can be asked about: a principal or a session, but also a role, an account, software or an operating-system
  /// user, which never may. With `side` not given the verdict is unknown where the caller's own policies matter, and no
  /// explicit Deny of theirs is assumed. The operation is AssumeRole, or the one that a token holder calls.
  /// Complexity: linear in the trust policy; no allocation.
  template <class Caller>
  [[nodiscard]] constexpr Verdict operator()(const Caller& caller, const Role& role,
                                             CallerSide side = CallerSide::not_given) const {
    return verdict(facts(caller, role, side));
  }

  [[nodiscard]] static constexpr Verdict verdict(const AssumeFacts& facts) {
    Verdict verdict = detail::verdict_of<Rules>(facts);
    const TrustOutcome& trust = facts.trust;
    const bool by_the_trust_policy =
        verdict.rule == nullptr || verdict.is_unknown() || verdict.rule == &rules::the_callers_own_policies_allow::info;
    if (by_the_trust_policy) verdict.statement = trust.allow;
    if (verdict.refused_by<rules::the_trust_policy_does_not_deny>()) verdict.statement = trust.deny;
    if (!verdict.is_unknown()) return verdict;
    if (verdict.rule == &rules::the_trust_policy_names_the_caller::info) verdict.open = &open_questions::u101;
    if (verdict.rule == &rules::nothing_on_the_callers_side_blocks::info) {
      verdict.open = facts.caller.kind() == PrincipalKind::iam_user ? &open_questions::x2 : &open_questions::x3;
    }
    if (verdict.rule == &rules::the_callers_own_policies_allow::info && trust.level == MatchLevel::everyone &&
        facts.same_account) {
      verdict.open = &open_questions::x1;
    }
    if (verdict.rule == &rules::the_conditions_are_met::info && !trust.conditional)
      verdict.statement = trust.conditional_deny;
    return verdict;
  }
};

inline constexpr MayAssume may_assume{};

}  // namespace whence
