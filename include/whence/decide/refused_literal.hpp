// Questions about a literal that the compiler has refused: they are not a second error.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
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

// Whether the compiler has refused a literal that this is made of: then each answer about it is what the program expects.
template <class Subject>
constexpr bool has_failed(const Subject& subject) {
  if constexpr (requires { subject.is_refused(); }) {
    return subject.is_refused();
  } else if constexpr (requires { subject.steps(); }) {
    return subject.steps().is_refused;
  } else if constexpr (requires { subject.last(); }) {
    return subject.last().is_refused();
  } else if constexpr (requires { subject.identity; }) {
    return subject.boundary.is_refused() || subject.endpoint.is_refused() || subject.management_account.is_refused() ||
           holds_a_refused_literal(subject.identity) || holds_a_refused_literal(subject.session) ||
           holds_a_refused_literal(subject.service_control) || holds_a_refused_literal(subject.resource_control);
  } else if constexpr (requires { subject.principal(); }) {
    return subject.principal().is_refused();
  } else if constexpr (requires { Principal(subject); }) {
    return Principal(subject).is_refused();
  } else {
    return false;
  }
}

// Whether that is so of a question at compile time. A program that runs has no such literal.
template <class Caller, class Setting>
constexpr bool is_about_a_refused_literal(const Caller& caller, const Role& role, const Setting& setting) {
  if (!__builtin_is_constant_evaluated()) return false;
  return role.is_refused() || has_failed(caller) || (setting.policies && has_failed(*setting.policies));
}

template <class Answer = Verdict>
constexpr Answer verdict_of_a_refused_literal() {
  Answer verdict;
  verdict.is_about_a_refused_literal = true;
  return verdict;
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
