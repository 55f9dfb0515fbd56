// What the policies of both sides have to say for a role to be assumed.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/rules/caller_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::rules {

/// A rule that holds where the call passes one gate: a part of the permission, or a part of that part. The verdict of such a
/// rule cites what the gate found.
template <auto... Part>
struct AtGate {
  static constexpr const GateOutcome& gate(const AssumeFacts& facts) { return (facts.permission.*....*Part); }
  static constexpr Truth holds(const AssumeFacts& facts) { return gate(facts).passes; }
};

/// The same for a gate of the caller's side, of calls that no trust policy decides too.
template <auto Part>
struct AtSide {
  static constexpr const GateOutcome& gate(const AssumeFacts& facts) { return facts.permission.side.*Part; }
  static constexpr const GateOutcome& gate(const SideFacts& facts) { return facts.side.*Part; }
  template <class Facts>
  static constexpr Truth holds(const Facts& facts) {
    return gate(facts).passes;
  }
};

struct the_callers_side_does_not_deny : AtSide<&CallersSide::not_denied> {
  WHENCE_RULE("W201", Decision::denied_explicitly,
              "no policy on the caller's side may deny the call: an explicit Deny ends the evaluation",
              sources::evaluation_logic);
};

struct the_trust_policy_does_not_deny : AtGate<&Permission::not_denied_by_trust> {
  WHENCE_RULE("W202", Decision::denied_explicitly,
              "no statement of the trust policy may deny the caller: an explicit Deny ends the evaluation",
              sources::evaluation_logic);
};

struct the_trust_policy_names_the_caller : AtGate<&Permission::trust, &TrustOutcome::names> {
  WHENCE_RULE("W203", Decision::denied_implicitly,
              "the role's trust policy must name the caller in a statement that allows this operation",
              sources::evaluation_logic);
};

struct the_callers_own_policies_allow : AtGate<&Permission::trust, &TrustOutcome::own> {
  WHENCE_RULE("W204", Decision::denied_implicitly,
              "the caller's own policies must allow the call where the trust policy names only its account, "
              "or the account is another one",
              sources::cross_account_logic);
  static constexpr int statement(const AssumeFacts& facts) { return facts.permission.trust.names.where.statement; }
};

struct the_conditions_are_met : AtGate<&Permission::trust, &TrustOutcome::conditions> {
  WHENCE_RULE("W205", Decision::denied_implicitly, "the conditions of the statement that names the caller must be met",
              sources::condition_element);
};

/// A trust policy of the same account that names the caller itself goes past a boundary and a session policy by one manual
/// page; another page, or another tool, says that they must allow.
struct nothing_on_the_callers_side_blocks : AtGate<&Permission::trust, &TrustOutcome::blocks> {
  WHENCE_RULE("W206", Decision::denied_implicitly,
              "no boundary, session policy or service control policy of the caller may leave the call out",
              sources::evaluation_logic);
  static constexpr int statement(const AssumeFacts& facts) {
    const TrustOutcome& trust = facts.permission.trust;
    return trust.blocks.passes == Truth::unknown ? trust.names.where.statement : -1;
  }
};

struct the_resource_control_policies_do_not_deny : AtGate<&Permission::not_denied_by_resource_control> {
  WHENCE_RULE("W207", Decision::denied_explicitly,
              "no resource control policy that binds the role's account may deny the call",
              sources::resource_control_policies);
};

struct the_endpoint_policy_does_not_deny : AtGate<&Permission::endpoint, &EndpointOutcome::not_denied> {
  WHENCE_RULE("W208", Decision::denied_explicitly,
              "the policy of the VPC endpoint through which the call comes must not deny it", sources::sts_endpoints);
};

struct every_level_of_service_control_policies_allows : AtSide<&CallersSide::service_control> {
  WHENCE_RULE("W209", Decision::denied_implicitly,
              "at every level of the caller's organization a service control policy must allow the call",
              sources::service_control_policies);
};

struct the_endpoint_policy_allows : AtGate<&Permission::endpoint, &EndpointOutcome::allows> {
  WHENCE_RULE("W210", Decision::denied_implicitly,
              "the policy of the VPC endpoint through which the call comes must allow it", sources::sts_endpoints);
};

struct session_tags_need_tag_session {
  WHENCE_RULE("W211", Decision::denied_implicitly,
              "a call that passes session tags needs sts:TagSession as well, wherever it needs the operation itself",
              sources::session_tags);
  static constexpr GateOutcome gate(const AssumeFacts& facts) {
    GateOutcome worst = facts.tags.worst();
    worst.needed_for = NeededFor::session_tags;
    return worst;
  }
  static constexpr Truth holds(const AssumeFacts& facts) {
    return either(negated(facts.passes_tags), facts.tags.granted());
  }
  /// Of GetFederationToken, which no trust policy decides.
  static constexpr GateOutcome gate(const SideFacts& facts) { return facts.side.allows(); }
  static constexpr Truth holds(const SideFacts& facts) { return facts.permitted; }
};

struct a_source_identity_needs_set_source_identity {
  WHENCE_RULE(
      "W212", Decision::denied_implicitly,
      "a call that passes a source identity, or carries one on, needs sts:SetSourceIdentity wherever it needs the operation",
      sources::source_identity);
  static constexpr GateOutcome gate(const AssumeFacts& facts) {
    GateOutcome worst = facts.source_identity.worst();
    worst.needed_for = NeededFor::source_identity;
    return worst;
  }
  static constexpr Truth holds(const AssumeFacts& facts) {
    return either(negated(facts.passes_source_identity), facts.source_identity.granted());
  }
};

struct a_source_identity_stays_what_it_is {
  WHENCE_RULE("W213", Decision::denied_implicitly,
              "a session that has a source identity passes on this one and no other", sources::source_identity);
  static constexpr Truth holds(const AssumeFacts& facts) { return facts.keeps_source_identity; }
};

struct an_inherited_tag_is_not_passed_again {
  WHENCE_RULE("W214", Decision::denied_implicitly,
              "a tag that a session inherited as transitive cannot be passed again, with whatever value",
              sources::session_tags);
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(!facts.overrides_a_tag); }
};

/// In the order in which they are asked: an explicit Deny anywhere comes before what is missing.
using trust_rules =
    RuleList<the_callers_side_does_not_deny, the_trust_policy_does_not_deny, the_resource_control_policies_do_not_deny,
             the_endpoint_policy_does_not_deny, the_trust_policy_names_the_caller, the_callers_own_policies_allow,
             the_conditions_are_met, nothing_on_the_callers_side_blocks, every_level_of_service_control_policies_allows,
             the_endpoint_policy_allows, a_source_identity_stays_what_it_is, an_inherited_tag_is_not_passed_again,
             session_tags_need_tag_session, a_source_identity_needs_set_source_identity>;

/// May a caller assume a role?
using assume_rules = Joined<caller_rules, trust_rules>;

}  // namespace whence::rules
WHENCE_TEMPLATES_END
