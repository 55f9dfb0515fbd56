// How a policy names a caller.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/model/principal.hpp>
#include <whence/policy/policy.hpp>

namespace whence {

/// How closely a policy names a caller, weakest first. In the same account the caller's own policies matter only for
/// the weak ones. Source: How AWS enforcement code logic evaluates requests,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
enum class MatchLevel : std::uint8_t {
  none,
  everyone,                   // "*"
  account,                    // the caller's account: its administrators decide
  user_of_federated_session,  // the user that began the federated user session
  role_of_session,            // the role of the calling session
  direct,                     // the caller itself
};

[[nodiscard]] constexpr Text name_of(MatchLevel level) {
  switch (level) {
    case MatchLevel::none: return "does not name the caller";
    case MatchLevel::everyone: return "names everyone";
    case MatchLevel::account: return "names the caller's account";
    case MatchLevel::user_of_federated_session: return "names the user that began the federated user session";
    case MatchLevel::role_of_session: return "names the role of the session";
    case MatchLevel::direct: return "names the caller";
  }
  return {};
}

struct Match {
  MatchLevel level = MatchLevel::none;
  Truth certain = Truth::yes;  // unknown if no source says whether the principal includes this caller (U-101)
};

/// How closely one principal of a policy names the caller. Complexity: linear in the names; no allocation.
[[nodiscard]] constexpr Match match(const Policy& policy, const PrincipalEntry& entry, const Principal& caller) {
  const PrincipalName& who = caller.name();
  const bool same_account = entry.account == who.account && (!entry.has_partition || entry.partition == who.partition);
  switch (entry.form) {
    case PrincipalForm::everyone:
      return {MatchLevel::everyone, signs_as_part_of_an_account(caller) ? Truth::yes : Truth::unknown};
    case PrincipalForm::account:
    case PrincipalForm::root:
      return {same_account && signs_as_part_of_an_account(caller) ? MatchLevel::account : MatchLevel::none};
    case PrincipalForm::iam_user:
      if (caller.kind() == PrincipalKind::iam_user && same_account && policy.at(entry.name) == who.name &&
          policy.at(entry.path) == who.path) {
        return {MatchLevel::direct};
      }
      return {};
    case PrincipalForm::role:
      // A session's ARN does not have the role's path; a role's name is unique in its account.
      if (caller.kind() == PrincipalKind::role_session && same_account && policy.at(entry.name) == who.name &&
          (who.path.empty() || policy.at(entry.path) == who.path)) {
        return {MatchLevel::role_of_session};
      }
      return {};
    case PrincipalForm::role_session:
      if (caller.kind() == PrincipalKind::role_session && same_account && policy.at(entry.name) == who.name &&
          policy.at(entry.session) == who.session) {
        return {MatchLevel::direct};
      }
      return {};
    case PrincipalForm::federated_user:
      if (caller.kind() == PrincipalKind::federated_user && same_account && policy.at(entry.name) == who.name) {
        return {MatchLevel::direct};
      }
      return {};
    case PrincipalForm::instance_identity_session:
      if (caller.kind() == PrincipalKind::instance_identity && same_account &&
          policy.at(entry.session) == who.session) {
        return {MatchLevel::direct};
      }
      return {};
    case PrincipalForm::service:
    case PrincipalForm::built_in_issuer:
      return {entry.form == who.form && policy.at(entry.name) == who.name ? MatchLevel::direct : MatchLevel::none};
    case PrincipalForm::oidc_provider:
    case PrincipalForm::saml_provider:
      return {entry.form == who.form && same_account && policy.at(entry.name) == who.name ? MatchLevel::direct
                                                                                          : MatchLevel::none};
    case PrincipalForm::unique_id:  // of a deleted user or role: it names no caller
    case PrincipalForm::canonical_user: return {};
  }
  return {};
}

/// The closest match of the principals of a statement.
[[nodiscard]] constexpr Match match(const Policy& policy, const Statement& statement, const Principal& caller) {
  Match best;
  for (const PrincipalEntry& entry : policy.principals_of(statement)) {
    const Match found = match(policy, entry, caller);
    if (found.level > best.level) best = found;
  }
  return best;
}

}  // namespace whence
