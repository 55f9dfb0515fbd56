// The rules of the question "may this caller assume this role?": the caller, the trust policy, and every other policy.
#pragma once

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::rules {

/// The talk (sources::the_talk) in one line: the agent assumes nothing. AWS also calls an application a principal that
/// sends requests; in this model the principal is the one whose credential signs.
struct only_a_principal_calls_sts {
  WHENCE_RULE("W101", Decision::invalid_request, sources::the_model,
              "a program or an operating-system user is not a principal in this model: it cannot call STS as itself, "
              "it uses a credential that it can read");
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(!facts.is_asked_by(Asker::software) && !facts.is_asked_by(Asker::os_user));
  }
};

/// "The principal making the request is the IAM role session ARN and not the ARN of the role itself."
struct a_role_never_acts {
  WHENCE_RULE("W102", Decision::invalid_request, sources::evaluation_logic,
              "a role never acts: it is assumed, and its session acts");
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(!facts.is_asked_by(Asker::role)); }
};

struct an_account_makes_no_request {
  WHENCE_RULE("W103", Decision::invalid_request, sources::principal_element,
              "an account makes no request itself: trusting an account leaves the decision to the policies of its "
              "users and roles");
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(!facts.is_asked_by(Asker::account)); }
};

struct the_root_user_assumes_no_role : MatrixNote<'a', Decides::the_kind> {
  WHENCE_RULE("W104", Decision::denied_implicitly, sources::switching_roles_with_the_api,
              "the root user cannot assume a role");
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(!facts.caller.is(PrincipalKind::root_user)); }
};

struct a_federated_user_assumes_no_role : MatrixNote<'i', Decides::the_kind> {
  WHENCE_RULE("W105", Decision::denied_implicitly, sources::get_federation_token_api,
              "a federated user session can call no signed STS operation except GetCallerIdentity, "
              "GetScopedCredentials and GetDelegatedAccessToken");
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(!facts.caller.is(PrincipalKind::federated_user));
  }
};

struct the_instance_identity_assumes_no_role : MatrixNote<'I', Decides::the_kind> {
  WHENCE_RULE("W106", Decision::denied_implicitly, sources::roles_for_ec2,
              "the EC2 instance identity role can call no STS operation except GetCallerIdentity; other services "
              "accept it only if they are integrated with it");
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(!facts.caller.is(PrincipalKind::instance_identity));
  }
};

struct no_trust_across_partitions {
  WHENCE_RULE("W107", Decision::denied_implicitly, sources::identifiers,
              "the caller and the role must be in the same AWS partition");
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(!facts.caller.has_account() || facts.caller.name().partition == facts.role->partition());
  }
};

/// SAML likewise: Create a SAML identity provider in IAM,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html. The providers that are built
/// into AWS (Amazon Cognito, Login with Amazon, Facebook, Google) have no ARN and are in no account.
struct the_identity_provider_is_in_the_roles_account {
  WHENCE_RULE("W108", Decision::denied_implicitly, sources::creating_oidc_providers,
              "a SAML or OIDC provider that has an ARN must be an IAM identity provider in the role's account");
  static constexpr Truth holds(const AssumeFacts& facts) {
    // Of the callers that do not sign, only such a provider has an account.
    const bool is_object = facts.caller.has_account() && !signs_as_part_of_an_account(facts.caller);
    return truth(!is_object || facts.same_account);
  }
};

/// That services assume roles is on another page: IAM roles,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html.
struct the_operation_fits_the_caller {
  WHENCE_RULE("W109", Decision::invalid_request, sources::comparison_of_credentials,
              "users, sessions and services call AssumeRole; a caller with a SAML assertion or an OIDC token calls "
              "the operation that takes it");
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(facts.is_callers_operation); }
};

struct own_saml_calls_assume_no_role_of_identity_center {
  WHENCE_RULE("W110", Decision::denied_implicitly, sources::assume_role_with_saml_api,
              "your own AssumeRoleWithSAML call cannot assume a role that IAM Identity Center reserves "
              "(AWSReservedSSO_...)");
  static constexpr Truth holds(const AssumeFacts& facts) {
    const bool reserved = facts.role->path().starts_with("/aws-reserved/sso.amazonaws.com/");
    if (!reserved || facts.operation != Operation::assume_role_with_saml) return Truth::yes;
    return is_identity_center(facts.caller) ? Truth::unknown : Truth::no;
  }
  /// Only the provider that Identity Center made in the account begins its own sign-in.
  static constexpr const OpenQuestion* open(const AssumeFacts&) { return &open_questions::u128; }
};

/// AWS issues these tokens for services outside AWS, each account with an issuer of its own.
struct no_token_of_aws_is_presented_to_sts : MatrixNote<'O', Decides::the_kind> {
  WHENCE_RULE("W731", Decision::denied_implicitly, sources::outbound_federation_start,
              "a token of GetWebIdentityToken cannot be used for AssumeRoleWithWebIdentity");
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) {
    if (!facts.caller.is(PrincipalKind::web_identity)) return Truth::yes;
    constexpr Text hosts = ".tokens.sts.global.api.aws";
    const Text issuer = facts.caller.name().name;
    if (issuer.size() < hosts.size()) return Truth::yes;
    return truth(!ascii::equal_ignoring_case(issuer.part(issuer.size() - hosts.size()), hosts));
  }
};

/// A credential of GetDelegatedAccessToken acts as the principal that approved it. No source says which operations of
/// STS it may call (U-112).
struct delegated_sessions_keep_to_their_request : MatrixNote<'z', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W111", Decision::denied_implicitly, sources::temporary_delegation,
              "a delegated credential can do only what was requested and approved, and only what its approver may do");
  using MatrixNote::holds;
  using MatrixNote::open;
  static constexpr Truth holds(const AssumeFacts& facts) { return facts.is_delegated ? Truth::unknown : Truth::yes; }
  static constexpr const OpenQuestion* open(const AssumeFacts&) { return &open_questions::u112; }
};

/// These refuse a kind of caller: neither the request nor a policy matters.
using kind_rules =
    RuleList<only_a_principal_calls_sts, a_role_never_acts, an_account_makes_no_request, the_root_user_assumes_no_role,
             a_federated_user_assumes_no_role, the_instance_identity_assumes_no_role>;

// Notes of the matrix that refuse an operation to callers of the wrong type.

struct tokens_are_given_for_long_term_keys : MatrixNote<'f', Decides::the_kind> {
  WHENCE_RULE("W705", Decision::denied_implicitly, sources::comparison_of_credentials,
              "GetSessionToken and GetFederationToken accept only a long-term credential");
};
struct role_sessions_get_no_tokens : MatrixNote<'r', Decides::the_kind> {
  WHENCE_RULE("W715", Decision::denied_implicitly, sources::comparison_of_credentials,
              "a role session cannot call GetSessionToken or GetFederationToken");
};
/// Resource control policies and the policy of a VPC endpoint bind such a call too.
struct federated_calls_carry_a_token : MatrixNote<'t', Decides::the_kind> {
  WHENCE_RULE("W717", Decision::denied_implicitly, sources::principal_element,
              "AssumeRoleWithSAML and AssumeRoleWithWebIdentity are not signed: they need an assertion or a token that "
              "the role's trust policy accepts, and no credential of the caller");
};

using caller_rules =
    Joined<kind_rules, RuleList<no_trust_across_partitions, the_identity_provider_is_in_the_roles_account,
                                the_operation_fits_the_caller, own_saml_calls_assume_no_role_of_identity_center,
                                no_token_of_aws_is_presented_to_sts, delegated_sessions_keep_to_their_request>>;

/// A rule that holds if the call passes one gate: (a part of) a part of the permission, which its verdict cites.
template <auto... Part>
struct AtGate {
  static constexpr const GateOutcome& gate(const AssumeFacts& facts) { return (facts.permission.*....*Part); }
  static constexpr Truth holds(const AssumeFacts& facts) { return gate(facts).passes; }
};

/// The same for a gate of the caller's side, also of calls that no trust policy decides.
template <auto Part>
struct AtSide {
  static constexpr const GateOutcome& gate(const AssumeFacts& facts) { return facts.permission.side.*Part; }
  static constexpr const GateOutcome& gate(const SideFacts& facts) { return facts.side.*Part; }
  template <class Facts>
  static constexpr Truth holds(const Facts& facts) {
    return gate(facts).passes;
  }
};

struct the_callers_policies_do_not_deny : AtSide<&CallersSide::not_denied> {
  WHENCE_RULE("W201", Decision::denied_explicitly, sources::evaluation_logic,
              "no policy of the caller may deny the call: an explicit Deny always wins");
};
struct the_trust_policy_does_not_deny : AtGate<&Permission::not_denied_by_trust> {
  WHENCE_RULE("W202", Decision::denied_explicitly, sources::evaluation_logic,
              "no statement of the trust policy may deny the caller: an explicit Deny always wins");
};
struct the_trust_policy_names_the_caller : AtGate<&Permission::trust, &TrustOutcome::names> {
  WHENCE_RULE("W203", Decision::denied_implicitly, sources::evaluation_logic,
              "the role's trust policy must name the caller in a statement that allows this operation");
};

struct the_callers_own_policies_allow : AtGate<&Permission::trust, &TrustOutcome::own> {
  WHENCE_RULE("W204", Decision::denied_implicitly, sources::assume_role_api,
              "the caller's own policies must allow the call if the trust policy names only the caller's account, or "
              "if the role is in another account");
  static constexpr int statement(const AssumeFacts& facts) { return facts.permission.trust.names.where.statement; }
};

struct the_conditions_are_met : AtGate<&Permission::trust, &TrustOutcome::conditions> {
  WHENCE_RULE("W205", Decision::denied_implicitly, sources::troubleshooting_roles,
              "the request must meet the conditions of the statement that names the caller");
};

/// According to one page of the manual, a trust policy of the same account that names the caller itself bypasses a
/// boundary and a session policy; another page, or another tool, says that they must allow the call.
struct no_limit_of_the_caller_blocks : AtGate<&Permission::trust, &TrustOutcome::blocks> {
  WHENCE_RULE("W206", Decision::denied_implicitly, sources::evaluation_logic,
              "every policy that limits the caller, such as a permissions boundary or a session policy, must allow the "
              "call");
  static constexpr int statement(const AssumeFacts& facts) {
    const TrustOutcome& trust = facts.permission.trust;
    return trust.blocks.passes == Truth::unknown ? trust.names.where.statement : -1;
  }
};

struct the_resource_control_policies_do_not_deny : AtGate<&Permission::not_denied_by_resource_control> {
  WHENCE_RULE("W207", Decision::denied_explicitly, sources::resource_control_policies,
              "no resource control policy of the role's organization may deny the call");
};
struct the_endpoint_policy_does_not_deny : AtGate<&Permission::endpoint, &EndpointOutcome::not_denied> {
  WHENCE_RULE("W208", Decision::denied_explicitly, sources::sts_endpoint_policies,
              "the policy of the VPC endpoint must not deny the call");
};
struct every_level_of_service_control_policies_allows : AtSide<&CallersSide::service_control> {
  WHENCE_RULE("W209", Decision::denied_implicitly, sources::evaluation_of_service_control_policies,
              "at every level of the caller's organization, a service control policy must allow the call");
};
struct the_endpoint_policy_allows : AtGate<&Permission::endpoint, &EndpointOutcome::allows> {
  WHENCE_RULE("W210", Decision::denied_implicitly, sources::sts_endpoint_policies,
              "the policy of the VPC endpoint must allow the call");
};

/// The page speaks of tags that are passed. That inherited tags need it too is a report by a third party:
/// aws/eks-pod-identity-agent issue 80, https://github.com/aws/eks-pod-identity-agent/issues/80.
struct session_tags_need_tag_session {
  WHENCE_RULE("W211", Decision::denied_implicitly, sources::session_tags,
              "a call that passes or inherits session tags also needs sts:TagSession, in every policy that must allow "
              "the operation");
  static constexpr GateOutcome gate(const AssumeFacts& facts) {
    return facts.tags.worst().in_need_of(NeededFor::session_tags);
  }
  static constexpr Truth holds(const AssumeFacts& facts) {
    return either(negated(facts.passes_tags), facts.tags.granted());
  }
  /// Of GetFederationToken, which no trust policy decides.
  static constexpr GateOutcome gate(const SideFacts& facts) { return facts.side.allows(); }
  static constexpr Truth holds(const SideFacts& facts) { return facts.permitted; }
};

struct a_source_identity_needs_set_source_identity {
  WHENCE_RULE("W212", Decision::denied_implicitly, sources::source_identity,
              "a call that passes or inherits a source identity also needs sts:SetSourceIdentity, in every policy "
              "that must allow the operation");
  static constexpr GateOutcome gate(const AssumeFacts& facts) {
    return facts.source_identity.worst().in_need_of(NeededFor::source_identity);
  }
  static constexpr Truth holds(const AssumeFacts& facts) {
    return either(negated(facts.passes_source_identity), facts.source_identity.granted());
  }
};

struct a_source_identity_does_not_change {
  WHENCE_RULE("W213", Decision::denied_implicitly, sources::source_identity,
              "a session that has a source identity cannot set a different one");
  static constexpr Truth holds(const AssumeFacts& facts) { return facts.keeps_source_identity; }
};

struct an_inherited_tag_is_not_passed_again {
  WHENCE_RULE("W214", Decision::denied_implicitly, sources::session_tags,
              "a session tag that was inherited as transitive cannot be passed again, not even with the same value");
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(!facts.overrides_a_tag); }
};

/// In the order in which they are asked: an explicit Deny anywhere comes before a missing Allow.
using trust_rules =
    RuleList<the_callers_policies_do_not_deny, the_trust_policy_does_not_deny,
             the_resource_control_policies_do_not_deny, the_endpoint_policy_does_not_deny,
             the_trust_policy_names_the_caller, the_callers_own_policies_allow, the_conditions_are_met,
             no_limit_of_the_caller_blocks, every_level_of_service_control_policies_allows, the_endpoint_policy_allows,
             a_source_identity_does_not_change, an_inherited_tag_is_not_passed_again, session_tags_need_tag_session,
             a_source_identity_needs_set_source_identity>;

/// May a caller assume a role?
using assume_rules = Joined<caller_rules, trust_rules>;

}  // namespace whence::rules
WHENCE_TEMPLATES_END
