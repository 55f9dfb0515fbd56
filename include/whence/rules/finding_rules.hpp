// What a trust policy lacks against a confused deputy: findings that a team requires or waives in code.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/catalog/calling_services.hpp>
#include <whence/evaluate/evaluation.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/role.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

enum class TrustGap : std::uint8_t { an_account_without_external_id, a_service_without_source };

/// A role, and the findings that its trust policy must not have, as bits.
struct FindingFacts {
  const Role* role;  // never null
  unsigned required;
};

// Templates, so that they are cheap to include.
namespace detail {
// Whether a condition is met only if the request has this key with a value that the policy names.
template <class Records>
constexpr bool limits(const Records& policy, const Condition& condition, Text key) {
  const ConditionTestInfo& test = condition.test.info();
  const bool is_positive = test.is_about_text() && !test.negated && !condition.test.if_exists;
  if (!is_positive || condition.test.values == ValueSet::for_all_values) return false;
  if (!ascii::equal_ignoring_case(policy.at(condition.key), key)) return false;
  for (const Slice value : policy.values_of(condition)) {
    bool any = test.wildcards;
    for (const char c : policy.at(value)) any = any && (c == '*' || c == '?');
    if (any) return false;
  }
  return true;
}
template <class Records, class... Key>
constexpr bool limits_any(const Records& policy, const Statement& statement, const Key&... key) {
  for (const Condition& condition : policy.conditions_of(statement)) {
    if ((limits(policy, condition, key) || ...)) return true;
  }
  return false;
}

// Whether a statement denies everyone whose request has another value of the key than the policy names, or none.
template <class Records>
constexpr bool denies_others(const Records& policy, const Statement& statement, Text key) {
  if (statement.effect != Effect::deny || !covers(policy, statement, "sts:AssumeRole")) return false;
  bool everyone = false;
  for (const PrincipalEntry& entry : policy.principals_of(statement)) {
    everyone = everyone || entry.form == PrincipalForm::everyone;
  }
  const Span<Condition> conditions = policy.conditions_of(statement);
  if (!everyone || statement.not_principal || conditions.size() != 1) return false;
  const Condition& condition = conditions[0];
  const bool is_negated = condition.test.info().is_about_text() && condition.test.info().negated;
  return is_negated && condition.test.values == ValueSet::one_value && !condition.test.if_exists &&
         ascii::equal_ignoring_case(policy.at(condition.key), key);
}

// Whether aws:PrincipalAccount limits the callers of a statement to this account.
template <class Records>
constexpr bool is_kept_to(const Records& policy, const Statement& statement, AccountId account) {
  for (const Condition& condition : policy.conditions_of(statement)) {
    if (!limits(policy, condition, "aws:PrincipalAccount")) continue;
    bool only_this_one = true;
    for (const Slice value : policy.values_of(condition)) {
      const auto named = AccountId::parse(policy.at(value));
      only_this_one = only_this_one && named && *named == account;
    }
    if (only_this_one) return true;
  }
  return false;
}

template <class Records>
constexpr bool names_another_account(const Records& policy, const Statement& statement, AccountId account) {
  for (const PrincipalEntry& entry : policy.principals_of(statement)) {
    if (entry.form == PrincipalForm::everyone) {
      if (!is_kept_to(policy, statement, account)) return true;
    } else if (entry.key == PrincipalKey::aws && entry.form != PrincipalForm::unique_id &&
               entry.form != PrincipalForm::canonical_user && !(entry.account == account)) {
      return true;
    }
  }
  return false;
}

template <class Records>
constexpr bool names_a_service_that_sends_a_source(const Records& policy, const Statement& statement) {
  for (const PrincipalEntry& entry : policy.principals_of(statement)) {
    if (entry.form != PrincipalForm::service) continue;
    const CallingService* const service = find_calling_service(policy.at(entry.name));
    if (service != nullptr && service->source_arn != nullptr) return true;
  }
  return false;
}
}  // namespace detail

namespace rules {
/// A rule has the finding that it forbids, and whether it applies unless a team waives it.
template <TrustGap Forbidden, bool OnUnlessWaived>
struct Finds {
  static constexpr bool is_finding = true;
  static constexpr bool on_unless_waived = OnUnlessWaived;
  static constexpr unsigned bit = 1U << (16U + static_cast<unsigned>(Forbidden));  // among those of exposures
};

/// A limit to one's own organization will do too: its accounts are no third party.
struct another_account_needs_an_external_id : Finds<TrustGap::an_account_without_external_id, true> {
  WHENCE_RULE("W901", Decision::denied_implicitly, sources::confused_deputy,
              "a trust policy that lets a third party's account assume the role must test sts:ExternalId, or limit the "
              "callers to an organization (aws:PrincipalOrgID or aws:PrincipalOrgPaths)");
  template <class Facts>
  static constexpr Truth holds(const Facts& facts) {
    if ((facts.required & bit) == 0) return Truth::yes;
    const Policy& policy = facts.role->trust();
    Truth lacks = Truth::no;
    for (const Statement& statement : policy.statements()) {
      if (detail::denies_others(policy, statement, "sts:ExternalId")) return Truth::yes;
      if (statement.effect == Effect::deny || !covers(policy, statement, "sts:AssumeRole")) continue;
      if (!detail::names_another_account(policy, statement, facts.role->account())) continue;
      if (!detail::limits_any(policy, statement, "sts:ExternalId", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths")) {
        lacks = Truth::yes;
      }
    }
    return negated(lacks);
  }
};

/// Of other services it is not documented whether they send these keys: an operator that requires a key that is not
/// sent is never met.
struct a_service_needs_its_source : Finds<TrustGap::a_service_without_source, false> {
  WHENCE_RULE("W902", Decision::denied_implicitly, sources::confused_deputy,
              "a trust policy that lets a service assume the role must test aws:SourceAccount or aws:SourceArn (or "
              "aws:SourceOrgID or aws:SourceOrgPaths), if AWS documents that the service sends them");
  template <class Facts>
  static constexpr Truth holds(const Facts& facts) {
    if ((facts.required & bit) == 0) return Truth::yes;
    const Policy& policy = facts.role->trust();
    for (const Statement& statement : policy.statements()) {
      if (statement.effect == Effect::deny || !covers(policy, statement, "sts:AssumeRole")) continue;
      if (!detail::names_a_service_that_sends_a_source(policy, statement)) continue;
      if (!detail::limits_any(policy, statement, "aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID",
                              "aws:SourceOrgPaths")) {
        return Truth::no;
      }
    }
    return Truth::yes;
  }
};

using finding_rules = RuleList<another_account_needs_an_external_id, a_service_needs_its_source>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
