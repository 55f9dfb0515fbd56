// Questions about a literal that the compiler has refused: they are not a second error.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/verdict.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

template <class Policy>
constexpr bool holds_a_refused_literal(Span<Policy> policies) {
  for (std::size_t i = 0; i < policies.size(); ++i) {
    if (policies[i].is_refused()) return true;
  }
  return false;
}
template <class Policy>
constexpr bool holds_a_refused_literal(Span<Span<Policy>> levels) {
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (holds_a_refused_literal(levels[i])) return true;
  }
  return false;
}

template <class Answer = Verdict>
constexpr Answer verdict_of_a_refused_literal() {
  Answer verdict;
  verdict.is_about_a_refused_literal = true;
  return verdict;
}

// Whether the caller, the role or a policy of a question was made from a literal that the compiler has refused. Always
// false at run time: such a program does not compile.
template <class Caller, class Setting>
constexpr bool is_about_a_refused_literal(const Caller& caller, const Role& role, const Setting& setting) {
  if (!__builtin_is_constant_evaluated()) return false;
  if (role.is_refused()) return true;
  if constexpr (requires { caller.principal().is_refused(); }) {
    if (caller.principal().is_refused()) return true;
  } else if constexpr (requires { Principal(caller); }) {
    if (Principal(caller).is_refused()) return true;
  }
  if (!setting.policies) return false;
  const Policies& policies = *setting.policies;
  return policies.boundary.is_refused() || policies.endpoint.is_refused() || policies.management_account.is_refused() ||
         holds_a_refused_literal(policies.identity) || holds_a_refused_literal(policies.session) ||
         holds_a_refused_literal(policies.service_control) || holds_a_refused_literal(policies.resource_control);
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
