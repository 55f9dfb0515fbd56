// From the citation of a verdict to the policy, statement and condition that it is about.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/evaluate/evaluation.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/role.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {
template <class Policies>
constexpr const Policy* element(const Policies& policies, int at) {
  return at >= 0 && static_cast<std::size_t>(at) < policies.size() ? &policies[static_cast<std::size_t>(at)] : nullptr;
}
template <class Levels>
constexpr const Policy* element(const Levels& levels, int level, int at) {
  if (level < 0 || static_cast<std::size_t>(level) >= levels.size()) return nullptr;
  return element(levels[static_cast<std::size_t>(level)], at);
}
}  // namespace detail

/// The policy that a citation is about, or null: one of these policies.
[[nodiscard]] constexpr const Policy* find_policy(const Citation& found, const Policies* policies) {
  if (policies == nullptr) return nullptr;
  switch (found.gate) {
    case Gate::identity: return detail::element(policies->identity, found.policy);
    case Gate::boundary: return &policies->boundary;
    case Gate::session: return detail::element(policies->session, found.policy);
    case Gate::service_control: return detail::element(policies->service_control, found.level, found.policy);
    case Gate::resource_control: return detail::element(policies->resource_control, found.level, found.policy);
    case Gate::endpoint: return &policies->endpoint;
    default: return nullptr;
  }
}

/// The same, or the trust policy of this role.
[[nodiscard]] constexpr const Policy* find_policy(const Citation& found, const Role& role, const Policies* policies) {
  return found.is_at(Gate::trust) ? &role.trust() : find_policy(found, policies);
}

/// The statement that a citation is about, in the policy that find_policy returns; or null.
[[nodiscard]] constexpr const Statement* find_statement(const Citation& found, const Policy* policy) {
  if (policy == nullptr || found.statement < 0) return nullptr;
  return &policy->statements()[static_cast<std::size_t>(found.statement)];
}

/// The condition that a citation is about: the first that is not satisfied, or not known to be; null if all are.
[[nodiscard]] constexpr const Condition* find_condition(const Citation& found, const Policy* policy) {
  const Statement* const statement = find_statement(found, policy);
  if (statement == nullptr || found.condition < 0) return nullptr;
  return &policy->conditions_of(*statement)[static_cast<std::size_t>(found.condition)];
}

}  // namespace whence
WHENCE_TEMPLATES_END
