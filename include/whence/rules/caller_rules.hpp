// Which callers can call an STS operation that assumes a role, regardless of policies.
#pragma once

#include <whence/base/truth.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/rules/rule.hpp>

namespace whence::rules {

/// The talk (sources::the_talk) in one line: the agent assumes nothing.
struct only_a_principal_calls_sts {
  WHENCE_RULE("W101", Decision::invalid_request,
              "a program or an operating-system user is not an AWS identity: it cannot call STS as itself, it uses a "
              "credential that it can read",
              sources::roles);
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(facts.asker != Asker::software && facts.asker != Asker::os_user);
  }
};

struct a_role_never_acts {
  WHENCE_RULE("W102", Decision::invalid_request, "a role never acts: it is assumed, and its session acts",
              sources::roles);
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(facts.asker != Asker::role); }
};

struct an_account_makes_no_request {
  WHENCE_RULE("W103", Decision::invalid_request,
              "an account makes no request itself: trusting an account leaves the decision to the policies of its "
              "users and roles",
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
              "a federated user session can call no STS operation except GetCallerIdentity",
              sources::comparison_of_credentials);
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(facts.caller.kind() != PrincipalKind::federated_user);
  }
};

struct the_instance_identity_assumes_no_role : MatrixNote<'I', Decides::the_kind> {
  WHENCE_RULE("W106", Decision::denied_implicitly,
              "the EC2 instance identity role can call no STS operation except GetCallerIdentity; other services "
              "accept it only if they are integrated with it",
              sources::roles_for_ec2);
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(facts.caller.kind() != PrincipalKind::instance_identity);
  }
};

struct no_trust_across_partitions {
  WHENCE_RULE("W107", Decision::denied_implicitly, "the caller and the role must be in the same AWS partition",
              sources::identifiers);
  static constexpr Truth holds(const AssumeFacts& facts) {
    return truth(!facts.caller.has_account() || facts.caller.name().partition == facts.role->partition());
  }
};

struct the_identity_provider_is_in_the_roles_account {
  WHENCE_RULE("W108", Decision::denied_implicitly,
              "a SAML or OIDC provider must exist as an IAM identity provider in the role's account",
              sources::principal_element);
  static constexpr Truth holds(const AssumeFacts& facts) {
    const PrincipalForm form = facts.caller.name().form;
    const bool is_object = form == PrincipalForm::oidc_provider || form == PrincipalForm::saml_provider;
    return truth(!is_object || facts.same_account);
  }
};

struct the_operation_fits_the_caller {
  WHENCE_RULE("W109", Decision::invalid_request,
              "users, sessions and services call AssumeRole; a caller with a SAML assertion or an OIDC token calls "
              "the operation that takes it",
              sources::comparison_of_credentials);
  static constexpr Truth holds(const AssumeFacts& facts) { return truth(facts.is_callers_operation); }
};

struct own_saml_calls_assume_no_role_of_identity_center {
  WHENCE_RULE("W110", Decision::denied_implicitly,
              "your own AssumeRoleWithSAML call cannot assume a role that IAM Identity Center reserves "
              "(AWSReservedSSO_...)",
              sources::assume_role_with_saml_api);
  static constexpr Truth holds(const AssumeFacts& facts) {
    const bool reserved = facts.role->path().starts_with("/aws-reserved/sso.amazonaws.com/");
    return truth(!reserved || facts.operation != Operation::assume_role_with_saml);
  }
};

/// A credential of GetDelegatedAccessToken acts as the principal that approved it.
struct delegated_sessions_keep_to_their_request : MatrixNote<'z', Decides::the_callers_side_and_more> {
  WHENCE_RULE("W111", Decision::denied_implicitly,
              "a delegated credential can do only what was requested and approved; AWS does not document which STS "
              "operations it may call",
              sources::temporary_delegation.graded(Grade::unverified));
  using MatrixNote::holds;
  static constexpr Truth holds(const AssumeFacts& facts) { return facts.is_delegated ? Truth::unknown : Truth::yes; }
};

/// These refuse a kind of caller: neither the request nor a policy matters.
using kind_rules =
    RuleList<only_a_principal_calls_sts, a_role_never_acts, an_account_makes_no_request, the_root_user_assumes_no_role,
             a_federated_user_assumes_no_role, the_instance_identity_assumes_no_role>;

// Notes of the matrix that refuse an operation to callers of the wrong type.

struct tokens_are_given_for_long_term_keys : MatrixNote<'f', Decides::the_kind> {
  WHENCE_RULE("W705", Decision::denied_implicitly,
              "GetSessionToken and GetFederationToken accept only a long-term credential",
              sources::comparison_of_credentials);
};
struct role_sessions_get_no_tokens : MatrixNote<'r', Decides::the_kind> {
  WHENCE_RULE("W715", Decision::denied_implicitly, "a role session cannot call GetSessionToken or GetFederationToken",
              sources::comparison_of_credentials);
};
struct federated_calls_carry_a_token : MatrixNote<'t', Decides::the_kind> {
  WHENCE_RULE("W717", Decision::denied_implicitly,
              "AssumeRoleWithSAML and AssumeRoleWithWebIdentity are not signed: the assertion or token and the role's "
              "trust policy decide, not the credential of the caller",
              sources::comparison_of_credentials);
};

using caller_rules =
    Joined<kind_rules, RuleList<no_trust_across_partitions, the_identity_provider_is_in_the_roles_account,
                                the_operation_fits_the_caller, own_saml_calls_assume_no_role_of_identity_center,
                                delegated_sessions_keep_to_their_request>>;

}  // namespace whence::rules
