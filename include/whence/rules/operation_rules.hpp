// Why a cell of the matrix of who may call what says what it says: a rule for each note.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/callers_side.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/rules/call_matrix.hpp>
#include <whence/rules/caller_rules.hpp>
#include <whence/rules/flow_rules.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/session_rules.hpp>
#include <whence/rules/trust_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A call by a kind of caller. The caller's side is asked only where the cell depends on it.
struct OperationFacts : SideFacts {
  CallCell cell{CallVerdict::allow, '.'};
  const OpenQuestion* open_question = nullptr;  // behind a cell that says that it is not known
  bool callers_session_is_valid = true;         // where a session signs: at the instant of the call

  /// What the cell says in the end.
  [[nodiscard]] constexpr Truth may_call() const {
    switch (cell.verdict) {
      case CallVerdict::allow: return Truth::yes;
      case CallVerdict::conditional: return permitted;
      case CallVerdict::unknown: return Truth::unknown;
      default: return Truth::no;
    }
  }
  /// The same for the rule with this letter; every other one is satisfied.
  [[nodiscard]] constexpr Truth noted(char note) const { return cell.note == note ? may_call() : Truth::yes; }
  [[nodiscard]] constexpr GateOutcome gate_of_cell() const { return side.allows(); }
};

/// What single operations ask beside the matrix.
struct CircumstanceFacts {
  Truth at_regional_endpoint = Truth::yes, is_a_member = Truth::yes;  // of AssumeRoot
  Truth is_enabled = Truth::yes, tags_are_permitted = Truth::yes;     // of GetWebIdentityToken
};

namespace rules {

struct assume_root_is_not_for_root_users : MatrixNote<'b', Decides::the_kind> {
  WHENCE_RULE("W701", Decision::denied_implicitly,
              "AssumeRoot refuses the root user and sessions of one: a user or a role of the management or delegated "
              "administrator account calls it",
              sources::assume_root_api);
};
struct root_tokens_are_short : MatrixNote<'c', Decides::the_kind> {
  WHENCE_RULE(
      "W702", Decision::denied_implicitly,
      "the root user's sessions of GetSessionToken and GetFederationToken last one hour at the most: a longer wish is cut, not refused; he needs no permission, and for GetSessionToken nobody does",
      sources::get_session_token_api);
};
struct anybody_may_ask_who_he_is : MatrixNote<'d', Decides::the_kind> {
  WHENCE_RULE("W703", Decision::denied_implicitly,
              "GetCallerIdentity needs a valid credential and no permission: an explicit Deny does not stop it",
              sources::comparison_of_credentials);
};
struct ordinary_calls_need_permission : MatrixNote<'e', Decides::the_callers_side> {
  WHENCE_RULE("W704", Decision::denied_implicitly,
              "the caller's own policies must allow the call, within boundary and session policies; the root user is "
              "allowed all that its organization does not withhold",
              sources::evaluation_logic);
};
struct session_tokens_call_little_of_sts : MatrixNote<'g', Decides::the_kind> {
  WHENCE_RULE("W706", Decision::denied_implicitly,
              "a session of GetSessionToken can call no STS operation but AssumeRole and GetCallerIdentity, those "
              "that need no signature aside",
              sources::comparison_of_credentials);
};
struct session_tokens_call_iam_with_mfa : MatrixNote<'h', Decides::the_callers_side> {
  WHENCE_RULE("W707", Decision::denied_implicitly,
              "a session of GetSessionToken can call IAM only if MFA was used to begin it, and the policies allow it",
              sources::comparison_of_credentials);
};
struct federated_users_do_not_call_iam : MatrixNote<'j', Decides::the_kind> {
  WHENCE_RULE("W708", Decision::denied_implicitly, "a federated-user session cannot call IAM through its API",
              sources::comparison_of_credentials);
};
struct delegated_tokens_are_for_partners : MatrixNote<'k', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W709", Decision::denied_implicitly,
              "GetDelegatedAccessToken serves AWS and approved partners, who trade in a token for it",
              sources::get_delegated_access_token_api);
};
struct federated_users_need_session_policies : MatrixNote<'l', Decides::session_policies_too> {
  WHENCE_RULE("W710", Decision::denied_implicitly,
              "a federated-user session may do what its maker's policies and the session policies both allow: without "
              "session policies nothing, but what resource policies give it",
              sources::temporary_credentials);
};
struct assuming_needs_the_trust_policy : MatrixNote<'m', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W711", Decision::denied_implicitly,
              "the role's trust policy decides on AssumeRole, together with the caller's own policies unless it names "
              "the caller itself in the same account",
              sources::cross_account_logic);
};
struct assume_root_is_for_administrators : MatrixNote<'n', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W712", Decision::denied_implicitly,
              "AssumeRoot needs sts:AssumeRoot, centralized root access, and a caller in the management or delegated "
              "administrator account",
              sources::assume_root_api);
};
struct outbound_tokens_need_the_switch : MatrixNote<'p', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W713", Decision::denied_implicitly,
              "GetWebIdentityToken needs permission, and outbound federation enabled for the account; with tags "
              "sts:TagGetWebIdentityToken too",
              sources::outbound_federation);
};
struct assuming_from_a_role_is_chaining : MatrixNote<'q', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W714", Decision::denied_implicitly,
              "a role session assumes a further role as the policies of both sides have it: that is chaining, one "
              "hour at the most",
              sources::methods_to_assume);
};
struct service_linked_sessions_may_chain : MatrixNote<'s', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W716", Decision::denied_implicitly,
              "nothing forbids a service-linked role's session to assume a role, if the role's fixed policies allow "
              "it and the other role trusts it",
              sources::service_linked_roles.graded(Grade::inferred));
};
struct assumed_root_does_its_task : MatrixNote<'u', Decides::the_task> {
  WHENCE_RULE("W718", Decision::denied_implicitly,
              "a session of AssumeRoot can do what its task policy lists and ask who it is, and nothing else",
              sources::privileged_task);
};
struct services_need_the_trust_policy_alone : MatrixNote<'v', Decides::the_kind> {
  WHENCE_RULE("W719", Decision::denied_implicitly,
              "a service assumes a role by the role's trust policy alone, with credentials of its own",
              sources::passing_roles);
};
struct what_is_not_signed_is_refused : MatrixNote<'w', Decides::the_kind> {
  WHENCE_RULE("W720", Decision::denied_implicitly,
              "every operation but AssumeRoleWithSAML and AssumeRoleWithWebIdentity must be signed, and those two "
              "need a token",
              sources::assume_role_api);
};
struct anonymous_access_is_the_resources : MatrixNote<'x', Decides::the_kind> {
  WHENCE_RULE("W721", Decision::denied_implicitly,
              "unsigned access must be given by a resource policy that allows it to everyone",
              sources::principal_element);
};
struct no_credential_no_call : MatrixNote<'y', Decides::the_kind> {
  WHENCE_RULE("W722", Decision::invalid_request,
              "a role or a user group has no credential and makes no call: sessions and users do",
              sources::principal_element);
};
struct only_documented_calls_are_made : MatrixNote<'.', Decides::the_kind> {
  WHENCE_RULE("W724", Decision::invalid_request,
              "a caller makes the calls that are documented for its kind: where no source speaks of one, there is "
              "none, or it is not known",
              sources::comparison_of_credentials.graded(Grade::unverified));
};

/// In the order of their letters.
using operation_notes = RuleList<
    the_root_user_assumes_no_role, assume_root_is_not_for_root_users, root_tokens_are_short, anybody_may_ask_who_he_is,
    ordinary_calls_need_permission, tokens_are_given_for_long_term_keys, session_tokens_call_little_of_sts,
    session_tokens_call_iam_with_mfa, a_federated_user_assumes_no_role, federated_users_do_not_call_iam,
    delegated_tokens_are_for_partners, federated_users_need_session_policies, assuming_needs_the_trust_policy,
    assume_root_is_for_administrators, a_user_needs_permission_for_federation_tokens, outbound_tokens_need_the_switch,
    assuming_from_a_role_is_chaining, role_sessions_get_no_tokens, service_linked_sessions_may_chain,
    the_token_is_the_caller, assumed_root_does_its_task, services_need_the_trust_policy_alone,
    what_is_not_signed_is_refused, anonymous_access_is_the_resources, no_credential_no_call,
    delegated_sessions_keep_to_their_request, the_instance_identity_assumes_no_role, only_documented_calls_are_made>;

struct an_endpoint_of_a_region_is_called {
  WHENCE_RULE("W725", Decision::invalid_request,
              "AssumeRoot must be called at the endpoint of a Region, not at the global one", sources::assume_root_api);
  static constexpr Truth holds(const CircumstanceFacts& facts) { return facts.at_regional_endpoint; }
};

struct outbound_federation_is_enabled {
  WHENCE_RULE("W726", Decision::invalid_request,
              "outbound federation must be enabled in the account whose users and sessions call GetWebIdentityToken",
              sources::get_web_identity_token_api, StsError::outbound_federation_disabled);
  static constexpr Truth holds(const CircumstanceFacts& facts) { return facts.is_enabled; }
};

struct tags_of_outbound_tokens_need_permission {
  WHENCE_RULE("W727", Decision::denied_implicitly,
              "a call of GetWebIdentityToken that passes tags needs sts:TagGetWebIdentityToken as well",
              sources::service_authorization.graded(Grade::inferred));
  static constexpr Truth holds(const CircumstanceFacts& facts) { return facts.tags_are_permitted; }
};

struct the_root_user_of_a_member_is_assumed {
  WHENCE_RULE(
      "W728", Decision::denied_implicitly,
      "AssumeRoot is for member accounts of the caller's organization, within its partition, and not for the management "
      "account",
      sources::privileged_task);
  static constexpr Truth holds(const CircumstanceFacts& facts) { return facts.is_a_member; }
};

/// May a caller call this operation, or any other action?
using operation_rules =
    Joined<RuleList<a_call_names_an_action, a_session_is_used_before_it_ends, the_callers_side_does_not_deny>,
           Joined<operation_notes, RuleList<every_level_of_service_control_policies_allows>>>;

/// What AssumeRoot, GetWebIdentityToken, and GetWebIdentityToken with tags ask beside.
using root_target_rules = RuleList<an_endpoint_of_a_region_is_called, the_root_user_of_a_member_is_assumed>;
using outbound_rules = RuleList<outbound_federation_is_enabled>;
using outbound_tag_rules = RuleList<tags_of_outbound_tokens_need_permission>;

}  // namespace rules

/// What stands behind a letter of the matrix.
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
