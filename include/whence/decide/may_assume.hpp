// The question may_assume(caller, role).
#pragma once

#include <whence/base/config.hpp>
#include <whence/decide/verdict.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/model/observer.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>
#include <whence/rules/trust_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

namespace detail {

constexpr void add_to(AssumeSetting& setting, CallerSide side) { setting.side = side; }
constexpr void add_to(AssumeSetting& setting, const Policies& policies) { setting.policies = policies; }
constexpr void add_to(AssumeSetting& setting, const RequestContext& context) { setting.context = context; }
constexpr void add_to(AssumeSetting& setting, const SessionName& name) { setting.session_name = name.view(); }
constexpr void add_to(AssumeSetting& setting, const StsRequest& request) { setting.origin.request = request; }
constexpr void add_to(AssumeSetting& setting, const Resource& resource) { setting.resource = resource.arn; }
constexpr void add_to(AssumeSetting& setting, const Instant& at) { setting.at = at; }
constexpr void add_to(AssumeSetting& setting, const AssumeSetting& whole) { setting = whole; }
constexpr void add_to(AssumeSetting& setting, const DisputedPoints& disputed) { setting.disputed = disputed; }
template <std::size_t Count>
constexpr void add_to(AssumeSetting& setting, const ContextKey (&keys)[Count]) {
  setting.context = RequestContext(keys);
}
// clang-format off
template <class Other>
void add_to(AssumeSetting&, const Other&) WHENCE_REFUSED("known beside caller and role are Policies or a CallerSide, a RequestContext, a SessionName, an StsRequest, DisputedPoints, a Resource and an Instant: give one of these");
// clang-format on

}  // namespace detail

/// What is known beside caller and role, gathered from a CallerSide or Policies, a RequestContext, a SessionName or the whole
/// StsRequest, and DisputedPoints, each at most once and in any order; of other calls the Resource and the Instant too. Views: what is given must outlive it.
template <class... Known>
[[nodiscard]] constexpr AssumeSetting setting_of(const Known&... known) {
  AssumeSetting setting;
  (detail::add_to(setting, known), ...);
  return setting;
}

/// The type of the question `may_assume`.
struct MayAssume {
  using Rules = rules::assume_rules;

  template <class Setting = AssumeSetting>
  static constexpr AssumeFacts facts(const Principal& caller, const Role& role, const Setting& setting = {}) {
    return {caller, role, setting};
  }
  template <class Setting = AssumeSetting>
  static constexpr AssumeFacts facts(const Session& caller, const Role& role, Setting setting = {}) {
    setting.origin.session = caller;
    return {caller.principal(), role, setting};
  }
  template <class Setting = AssumeSetting>
  static constexpr AssumeFacts facts(const ForwardAccess& caller, const Role& role, Setting setting = {}) {
    if (caller.session() != nullptr) setting.origin.session = *caller.session();
    setting.origin.forwarded = caller;
    return {caller.principal(), role, setting};
  }
  static constexpr AssumeFacts facts(const Role&, const Role& role, const AssumeSetting& = {}) {
    return {Asker::role, role};
  }
  static constexpr AssumeFacts facts(const Account&, const Role& role, const AssumeSetting& = {}) {
    return {Asker::account, role};
  }
  static constexpr AssumeFacts facts(const Software&, const Role& role, const AssumeSetting& = {}) {
    return {Asker::software, role};
  }
  static constexpr AssumeFacts facts(const OsUser&, const Role& role, const AssumeSetting& = {}) {
    return {Asker::os_user, role};
  }

  /// May this caller assume this role? Anything can be asked about: a principal or a session, but also a role, an account,
  /// software or an operating-system user, which never may. Behind caller and role stands what else is known: the
  /// Policies that take part, or in one word what the caller's own say (CallerSide); the RequestContext. Without the
  /// former the verdict is unknown where the caller's own policies matter, and no explicit Deny of theirs is assumed;
  /// without the latter it is unknown where a condition on something that caller and role do not determine decides. The
  /// operation is AssumeRole, or the one that a token holder calls; a context with session tags or a source identity
  /// makes it one question with sts:TagSession or sts:SetSourceIdentity.
  /// Complexity: linear in the policies; no allocation.
  template <class Caller, class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Caller& caller, const Role& role, const Known&... known) const {
    return verdict(facts(caller, role, setting_of(known...)));
  }

  template <class Facts = AssumeFacts>
  [[nodiscard]] static constexpr Verdict verdict(const Facts& facts) {
    Verdict verdict = detail::verdict_of<Rules>(facts);
    if (facts.asker != Asker::principal) return verdict;
    const RuleInfo* const rule = verdict.rule;
    const auto by = [&](const GateOutcome& gate) {
      verdict.cited = gate.where;
      verdict.action = facts.action_for(gate.needed_for);
      if (verdict.is_unknown()) verdict.open = question_of(gate.open);
      if (gate.where.gate == Gate::trust) verdict.statement = gate.where.statement;
    };
    const PermissionOutcome& permission = facts.permission;
    const int allowing = permission.trust.names.where.statement;
    if (rule == nullptr) {
      by(permission.trust.names);
    } else if (rule == &rules::the_callers_side_does_not_deny::info) {
      by(permission.not_denied_by_side);
    } else if (rule == &rules::the_trust_policy_does_not_deny::info) {
      by(permission.not_denied_by_trust);
    } else if (rule == &rules::the_resource_control_policies_do_not_deny::info) {
      by(permission.not_denied_by_resource_control);
    } else if (rule == &rules::the_endpoint_policy_does_not_deny::info) {
      by(permission.not_denied_by_endpoint);
    } else if (rule == &rules::every_level_of_service_control_policies_allows::info) {
      by(permission.service_control);
    } else if (rule == &rules::the_endpoint_policy_allows::info) {
      by(permission.endpoint);
    } else if (rule == &rules::session_tags_need_tag_session::info) {
      by_trust(verdict, facts.tags, facts.action_for(NeededFor::session_tags));
    } else if (rule == &rules::a_source_identity_needs_set_source_identity::info) {
      by_trust(verdict, facts.source_identity, facts.action_for(NeededFor::source_identity));
    } else if (rule == &rules::the_trust_policy_names_the_caller::info) {
      by(permission.trust.names);
      verdict.cited.gate = Gate::trust;
    } else if (rule == &rules::the_callers_own_policies_allow::info) {
      by(permission.trust.own);
      verdict.cited.gate = Gate::identity;
      verdict.statement = allowing;
    } else if (rule == &rules::the_conditions_are_met::info) {
      by(permission.trust.conditions);
    } else if (rule == &rules::nothing_on_the_callers_side_blocks::info) {
      by(permission.trust.blocks);
      if (verdict.is_unknown()) verdict.statement = allowing;
    }
    return verdict;
  }

 private:
  // Which part of a further permission is missing.
  static constexpr void by_trust(Verdict& verdict, const TrustOutcome& trust, Text action) {
    const GateOutcome* worst = &trust.names;
    const GateOutcome* const others[] = {&trust.own, &trust.conditions, &trust.blocks};
    for (const GateOutcome* gate : others) {
      if (gate->passes < worst->passes) worst = gate;
    }
    verdict.cited = worst->where;
    if (worst == &trust.names) verdict.cited.gate = Gate::trust;
    if (worst == &trust.own) verdict.cited.gate = Gate::identity;
    verdict.action = action;
    if (verdict.is_unknown()) verdict.open = question_of(worst->open);
    if (verdict.cited.gate == Gate::trust) verdict.statement = verdict.cited.statement;
  }
};

inline constexpr MayAssume may_assume{};

}  // namespace whence
WHENCE_TEMPLATES_END
