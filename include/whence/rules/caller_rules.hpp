// Who can call an STS operation that assumes a role at all, whatever the policies say.
#pragma once

#include <whence/base/truth.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/rules/rule.hpp>

namespace whence::rules {

/// The talk in one line: the agent assumes nothing.
struct only_a_principal_calls_sts {
  WHENCE_RULE("W101", Decision::invalid_request,
              "only a principal calls STS: software and operating-system users read what a principal obtained",
              sources::roles);
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(facts.asker != Asker::software && facts.asker != Asker::os_user);
  }
};

struct a_role_never_acts {
  WHENCE_RULE("W102", Decision::invalid_request,
              "a role is assumed and never acts: the session that came of assuming it does", sources::roles);
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(facts.asker != Asker::role); }
};

struct an_account_makes_no_request {
  WHENCE_RULE("W103", Decision::invalid_request,
              "an account makes no request: it hands the decision to the policies of its users and roles",
              sources::principal_element);
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(facts.asker != Asker::account); }
};

struct the_root_user_assumes_no_role : MatrixNote<'a', Decides::the_kind> {
  WHENCE_RULE("W104", Decision::denied_implicitly, "the root user cannot assume a role", sources::switching_roles);
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(facts.caller.kind() != PrincipalKind::root_user);
  }
};

struct a_federated_user_assumes_no_role : MatrixNote<'i', Decides::the_kind> {
  WHENCE_RULE("W105", Decision::denied_implicitly,
              "a federated-user session can call no STS operation but GetCallerIdentity",
              sources::comparison_of_credentials);
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(facts.caller.kind() != PrincipalKind::federated_user);
  }
};

struct the_instance_identity_assumes_no_role : MatrixNote<'I', Decides::the_kind> {
  WHENCE_RULE(
      "W106", Decision::denied_implicitly,
      "the instance identity session tells which instance it is: of STS it can call GetCallerIdentity alone, elsewhere only services that take it",
      sources::roles_for_ec2);
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(facts.caller.kind() != PrincipalKind::instance_identity);
  }
};

struct no_trust_across_partitions {
  WHENCE_RULE("W107", Decision::denied_implicitly,
              "there is no trust across partitions: the caller and the role must belong to the same one",
              sources::identifiers);
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(!facts.caller.has_account() || facts.caller.name().partition == facts.role->partition());
  }
};

struct a_provider_is_trusted_in_its_account {
  WHENCE_RULE("W108", Decision::denied_implicitly,
              "an identity provider must be an object of IAM in the account of the role that trusts it",
              sources::principal_element);
  static constexpr Truth holds(const AssumeFacts& facts) {
    const PrincipalForm form = facts.caller.name().form;
    const bool is_object = form == PrincipalForm::oidc_provider || form == PrincipalForm::saml_provider;
    return truth(!is_object || facts.same_account);
  }
};

struct the_operation_is_the_callers {
  WHENCE_RULE("W109", Decision::invalid_request,
              "users, sessions and services call AssumeRole; whoever shows a token calls the operation that takes it",
              sources::comparison_of_credentials);
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(facts.is_callers_operation); }
};

struct a_role_of_identity_center_takes_no_own_assertion {
  WHENCE_RULE(
      "W110", Decision::denied_implicitly,
      "a role that Identity Center reserves (AWSReservedSSO_...) is not for AssumeRoleWithSAML calls of one's own",
      sources::assume_role_with_saml_api);
  static constexpr Truth holds(const AssumeFacts& facts) {
    const bool reserved = facts.role->path().starts_with("/aws-reserved/sso.amazonaws.com/");
    return truth(!reserved || facts.operation != Operation::assume_role_with_saml);
  }
};

/// Credentials that GetDelegatedAccessToken gave act as the principal who approved them.
struct delegated_sessions_keep_to_their_request : MatrixNote<'z', Decides::the_callers_side_and_more> {
  WHENCE_RULE(
      "W111", Decision::denied_implicitly,
      "delegated credentials act within what was requested and approved: what of STS that leaves must be documented, "
      "and is not",
      sources::temporary_delegation.graded(Grade::unverified));
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) { return facts.is_delegated ? Truth::unknown : Truth::yes; }
};

/// Who is refused whatever is asked for: there is no need to look at the request or at a policy.
using kind_rules =
    RuleList<only_a_principal_calls_sts, a_role_never_acts, an_account_makes_no_request, the_root_user_assumes_no_role,
             a_federated_user_assumes_no_role, the_instance_identity_assumes_no_role>;

// Notes of the matrix that keep a caller of another type from an operation.

struct tokens_are_given_for_long_term_keys : MatrixNote<'f', Decides::the_kind> {
  WHENCE_RULE("W705", Decision::denied_implicitly,
              "GetSessionToken and GetFederationToken take a long-term key: they refuse the credential of a session",
              sources::comparison_of_credentials);
};

struct role_sessions_get_no_tokens : MatrixNote<'r', Decides::the_kind> {
  WHENCE_RULE("W715", Decision::denied_implicitly,
              "the credential of a role session cannot call GetSessionToken or GetFederationToken",
              sources::comparison_of_credentials);
};

struct the_token_is_the_caller : MatrixNote<'t', Decides::the_kind> {
  WHENCE_RULE("W717", Decision::denied_implicitly,
              "AssumeRoleWithSAML and AssumeRoleWithWebIdentity carry no signature: the token and the role's trust "
              "policy decide, whoever else the caller may be",
              sources::comparison_of_credentials);
};

using caller_rules =
    Joined<kind_rules,
           RuleList<no_trust_across_partitions, a_provider_is_trusted_in_its_account, the_operation_is_the_callers,
                    a_role_of_identity_center_takes_no_own_assertion, delegated_sessions_keep_to_their_request>>;

}  // namespace whence::rules
