// The rules behind the cells of the call matrix: one for each note.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/callers_side.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/scope_sources.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/call_matrix.hpp>
#include <whence/rules/flow_rules.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/session_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A call by a kind of caller. The caller's side is evaluated only if the cell depends on it.
struct OperationFacts : SideFacts {
  CallCell cell{CallVerdict::allow, '.'};
  const OpenQuestion* open_question = nullptr;  // behind an unknown cell
  bool callers_session_is_valid = true;         // for a session: at the time of the call

  /// The answer of the cell, with the permission if it depends on one.
  [[nodiscard]] constexpr Truth may_call() const {
    switch (cell.verdict) {
      case CallVerdict::allow: return Truth::yes;
      case CallVerdict::conditional: return permitted;
      case CallVerdict::unknown: return Truth::unknown;
      default: return Truth::no;
    }
  }
  /// The same for the rule with this letter; every other rule holds.
  [[nodiscard]] constexpr Truth noted(char note) const { return cell.note == note ? may_call() : Truth::yes; }
  [[nodiscard]] constexpr GateOutcome gate_of_cell() const { return side.allows(); }
};

/// What some operations require in addition to the matrix.
struct CircumstanceFacts {
  Truth at_regional_endpoint = Truth::yes;                         // of AssumeRoot and GetWebIdentityToken
  Truth is_a_member = Truth::yes;                                  // of AssumeRoot
  Truth is_enabled = Truth::yes, tags_are_permitted = Truth::yes;  // of GetWebIdentityToken
};

/// How long a session that the root user begins is to last.
struct RootSessionFacts {
  Seconds wanted;
};

namespace rules {
struct assume_root_is_not_for_root_users : MatrixNote<'b', Decides::the_kind> {
  WHENCE_RULE("W701", Decision::denied_implicitly, sources::privileged_task,
              "the root user and its sessions cannot call AssumeRoot: a user or a role of the management or delegated "
              "administrator account calls it");
};
struct get_session_token_needs_no_permission : MatrixNote<'c', Decides::the_kind> {
  WHENCE_RULE("W729", Decision::denied_implicitly, sources::session_token_permissions,
              "GetSessionToken needs no permission: no policy can control it");
};
/// No page says whether the Deny of a service control policy or a VPC endpoint policy stops it.
struct get_caller_identity_needs_a_valid_credential : MatrixNote<'d', Decides::the_kind> {
  WHENCE_RULE("W703", Decision::denied_implicitly, sources::comparison_of_credentials,
              "GetCallerIdentity needs a valid credential but no permission: an explicit Deny in a policy of the "
              "caller's identity does not stop it");
};
struct ordinary_calls_need_permission : MatrixNote<'e', Decides::the_callers_side> {
  WHENCE_RULE("W704", Decision::denied_implicitly, sources::evaluation_logic,
              "the caller's own policies, permissions boundary and session policies must allow a call that no policy "
              "of the resource allows; the root user has full access, within the policies of its organization");
};
struct session_tokens_call_little_of_sts : MatrixNote<'g', Decides::the_kind> {
  WHENCE_RULE("W706", Decision::denied_implicitly, sources::get_session_token_api,
              "a session of GetSessionToken can call no signed STS operation except AssumeRole, GetCallerIdentity, "
              "GetScopedCredentials, GetWebIdentityToken and GetDelegatedAccessToken");
};
struct session_tokens_call_iam_with_mfa : MatrixNote<'h', Decides::the_callers_side_with_mfa> {
  WHENCE_RULE("W707", Decision::denied_implicitly, sources::comparison_of_credentials,
              "a session of GetSessionToken can call IAM only if it began with MFA and its policies allow the call");
};
struct federated_users_do_not_call_iam : MatrixNote<'j', Decides::the_kind> {
  WHENCE_RULE("W708", Decision::denied_implicitly, sources::comparison_of_credentials,
              "a federated user session cannot call IAM with the AWS CLI or the AWS API; in the console it can");
};
struct delegated_tokens_are_for_partners : MatrixNote<'k', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W709", Decision::denied_implicitly, sources::delegation_for_partners,
              "GetDelegatedAccessToken exchanges a trade-in token for a credential: an AWS Partner must be approved, "
              "and call it from an account that it has registered with AWS");
};
struct federated_users_need_session_policies : MatrixNote<'l', Decides::the_callers_side> {
  WHENCE_RULE("W710", Decision::denied_implicitly, sources::federation_token_permissions,
              "a federated user session can do only what both its session policies and the policies of the user that "
              "began it allow, and what a resource policy grants to the session itself");
};
struct assuming_needs_the_trust_policy : MatrixNote<'m', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W711", Decision::denied_implicitly, sources::assume_role_api,
              "the role's trust policy must allow AssumeRole, and so must the caller's own policies, unless the trust "
              "policy names the caller itself in the same account");
};
struct assume_root_is_for_administrators : MatrixNote<'n', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W712", Decision::denied_implicitly, sources::privileged_task,
              "AssumeRoot needs sts:AssumeRoot, centralized root access, and a caller in the management or delegated "
              "administrator account");
};
struct outbound_tokens_need_permission : MatrixNote<'p', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W713", Decision::denied_implicitly, sources::outbound_federation_start,
              "GetWebIdentityToken needs the permission sts:GetWebIdentityToken, and outbound federation enabled for "
              "the account");
};
/// How long the new session lasts is another rule (W403).
struct chaining_needs_both_sides : MatrixNote<'q', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W714", Decision::denied_implicitly, sources::evaluation_logic,
              "a role session that assumes another role (role chaining) needs an Allow of that role's trust policy, "
              "and of its own policies unless the trust policy names the session or its role in the same account");
};
struct service_linked_chaining_needs_both_sides : MatrixNote<'s', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W716", Decision::denied_implicitly, sources::service_linked_roles.graded(Grade::inferred),
              "a session of a service-linked role can assume another role only if the permissions that its service "
              "defined allow it and the other role trusts it");
};
struct assumed_root_does_its_task : MatrixNote<'u', Decides::the_task> {
  WHENCE_RULE("W718", Decision::denied_implicitly, sources::privileged_task,
              "a session of AssumeRoot can do only what its task policy lists");
};
/// The page says that the trust policy decides; that a service has no policies of its own follows. Resource control
/// policies do not bind the roles that are linked to a service.
struct a_service_needs_the_trust_policy : MatrixNote<'v', Decides::the_kind> {
  WHENCE_RULE("W719", Decision::denied_implicitly, sources::principal_element.graded(Grade::inferred),
              "a service needs no policy of its own to assume a role: the role's trust policy must allow it, and no "
              "resource control policy may deny it");
};
struct sts_calls_are_signed : MatrixNote<'w', Decides::the_kind> {
  WHENCE_RULE("W720", Decision::denied_implicitly, sources::sts_model,
              "every STS operation except AssumeRoleWithSAML and AssumeRoleWithWebIdentity must be signed with an AWS "
              "credential, and so must every call of IAM");
};
struct a_resource_policy_allows_unsigned_calls : MatrixNote<'x', Decides::the_kind> {
  WHENCE_RULE("W721", Decision::denied_implicitly, sources::principal_element,
              "a resource policy that allows everyone must allow an unsigned call");
};
struct a_caller_has_a_credential : MatrixNote<'y', Decides::the_kind> {
  WHENCE_RULE("W722", Decision::invalid_request, sources::principal_element,
              "a role or a user group has no credential and makes no call: sessions and users do");
};
/// No page says whether it needs an Allow (U-129); that a Deny stops it follows from the name of its action.
struct narrowing_is_not_denied : MatrixNote<'N', Decides::the_callers_side_perhaps> {
  WHENCE_RULE("W732", Decision::denied_implicitly, sources::scoped_credentials_permissions.graded(Grade::inferred),
              "GetScopedCredentials narrows the session of its caller: no policy of the caller may deny "
              "sts:GetScopedCredentials, and whether one must allow it is open");
};
struct temporary_credentials_are_narrowed : MatrixNote<'S', Decides::the_kind> {
  WHENCE_RULE("W733", Decision::denied_implicitly, sources::get_scoped_credentials_api,
              "GetScopedCredentials must be called with temporary credentials: a user first calls GetSessionToken");
};
struct the_call_is_documented : MatrixNote<'.', Decides::the_kind> {
  WHENCE_RULE("W724", Decision::invalid_request, sources::the_model,
              "an AWS source must document this call for this kind of caller");
};

/// In the order of their letters.
using operation_notes =
    RuleList<the_root_user_assumes_no_role, assume_root_is_not_for_root_users, get_session_token_needs_no_permission,
             get_caller_identity_needs_a_valid_credential, ordinary_calls_need_permission,
             tokens_are_given_for_long_term_keys, session_tokens_call_little_of_sts, session_tokens_call_iam_with_mfa,
             a_federated_user_assumes_no_role, federated_users_do_not_call_iam, delegated_tokens_are_for_partners,
             federated_users_need_session_policies, assuming_needs_the_trust_policy, assume_root_is_for_administrators,
             a_user_needs_permission_for_federation_tokens, outbound_tokens_need_permission, chaining_needs_both_sides,
             role_sessions_get_no_tokens, service_linked_chaining_needs_both_sides, federated_calls_carry_a_token,
             assumed_root_does_its_task, a_service_needs_the_trust_policy, sts_calls_are_signed,
             a_resource_policy_allows_unsigned_calls, a_caller_has_a_credential,
             delegated_sessions_keep_to_their_request, the_instance_identity_assumes_no_role, narrowing_is_not_denied,
             no_token_of_aws_is_presented_to_sts, temporary_credentials_are_narrowed, the_call_is_documented>;

struct assume_root_is_called_in_a_region {
  WHENCE_RULE("W725", Decision::invalid_request, sources::assume_root_api,
              "AssumeRoot must be called at a Regional endpoint, not at the global one");
  static constexpr Truth holds(const CircumstanceFacts& facts) { return facts.at_regional_endpoint; }
};

struct outbound_federation_is_enabled {
  WHENCE_RULE_WITH_ERROR("W726", Decision::invalid_request, sources::get_web_identity_token_api,
                         StsError::outbound_federation_disabled,
                         "outbound federation must be enabled in the account of the caller of GetWebIdentityToken");
  static constexpr Truth holds(const CircumstanceFacts& facts) { return facts.is_enabled; }
};

struct tags_of_outbound_tokens_need_permission {
  WHENCE_RULE("W727", Decision::denied_implicitly, sources::outbound_federation_policies,
              "a call of GetWebIdentityToken that passes tags also needs sts:TagGetWebIdentityToken");
  static constexpr Truth holds(const CircumstanceFacts& facts) { return facts.tags_are_permitted; }
};

/// An organization has its accounts in one partition.
struct the_root_user_of_a_member_is_assumed {
  WHENCE_RULE("W728", Decision::denied_implicitly, sources::privileged_task,
              "AssumeRoot is for a member account of the caller's organization, and never for the management account");
  static constexpr Truth holds(const CircumstanceFacts& facts) { return facts.is_a_member; }
};

/// Of a session that the root user begins; the rule limits its duration and refuses no call.
struct root_sessions_last_an_hour {
  WHENCE_RULE("W702", Decision::invalid_request, sources::get_federation_token_api,
              "a session that the root user begins with GetSessionToken or GetFederationToken lasts at most one hour: "
              "STS shortens a longer request without an error");
  static constexpr Truth holds(const RootSessionFacts& facts) {
    return truth(facts.wanted.count <= limits::root_duration.most);
  }
};

struct outbound_tokens_are_requested_in_a_region {
  WHENCE_RULE("W730", Decision::invalid_request, sources::outbound_federation_start,
              "GetWebIdentityToken must be called at a Regional endpoint, not at the global one");
  static constexpr Truth holds(const CircumstanceFacts& facts) { return facts.at_regional_endpoint; }
};

/// May a caller call this operation, or any other action?
using operation_rules =
    Joined<RuleList<a_call_names_an_action, a_session_is_used_before_it_ends, the_callers_policies_do_not_deny>,
           Joined<operation_notes, RuleList<every_level_of_service_control_policies_allows>>>;

/// What AssumeRoot, GetWebIdentityToken, and GetWebIdentityToken with tags require in addition; and what limits a
/// session of the root user.
using root_target_rules = RuleList<assume_root_is_called_in_a_region, the_root_user_of_a_member_is_assumed>;
using outbound_rules = RuleList<outbound_tokens_are_requested_in_a_region, outbound_federation_is_enabled>;
using root_session_rules = RuleList<root_sessions_last_an_hour>;
using outbound_tag_rules = RuleList<tags_of_outbound_tokens_need_permission>;
}  // namespace rules

/// The rule behind a letter of the matrix, and what decides a conditional cell.
struct CellNote {
  const RuleInfo* rule = nullptr;
  Decides decides = Decides::the_kind;
};

namespace detail {
template <class... Rule>
constexpr CellNote note_in(RuleList<Rule...>, char letter) {
  CellNote found;
  ((Rule::note == letter ? void(found = {&Rule::info, Rule::decides}) : void()), ...);
  return found;
}
}  // namespace detail

[[nodiscard]] constexpr CellNote note_of(CallCell cell) { return detail::note_in(rules::operation_notes{}, cell.note); }

/// The rule behind a cell.
[[nodiscard]] constexpr const RuleInfo& rule_of(CallCell cell) { return *note_of(cell).rule; }

}  // namespace whence
WHENCE_TEMPLATES_END
