// The answer to a question, and the place in the policies that decided.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/evidence/assumptions.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/names/limits.hpp>
#include <whence/names/name_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The answer to a question.
enum class Decision : std::uint8_t {
  allowed,
  denied_explicitly,  // a statement denies it
  denied_implicitly,  // no statement allows it
  invalid_request,    // the request is not valid
  unknown,            // the given facts, or the sources, do not decide
};

[[nodiscard]] constexpr Text name_of(Decision decision) {
  constexpr const char* names[] = {"allowed", "denied explicitly", "denied implicitly", "invalid request", "unknown"};
  return names[static_cast<std::size_t>(decision)];
}

/// A kind of policy that a call must pass.
enum class Gate : std::uint16_t {
  none,
  trust,
  identity,
  boundary,
  session,
  service_control,
  resource_control,
  endpoint,
};

[[nodiscard]] constexpr Text name_of(Gate gate) {
  constexpr const char* names[] = {
      "no policy",      "trust policy",           "identity policy",         "permissions boundary",
      "session policy", "service control policy", "resource control policy", "VPC endpoint policy"};
  return names[static_cast<std::size_t>(gate)];
}

/// A place in the policies: the policy at a gate, its statement and its condition. All are counted from 0; -1 is none.
struct Citation {
  std::int32_t statement = -1;
  std::int16_t condition = -1;  // the first that is not met, or not known to be met
  std::int16_t policy = -1;
  std::int16_t level = -1;  // of an organization
  Gate gate = Gate::none;
  [[nodiscard]] constexpr bool is_at(Gate other) const { return gate == other; }
  friend constexpr bool operator==(const Citation&, const Citation&) = default;
};

struct RuleInfo;

/// A plain value: it allocates and owns nothing. It is true only if the answer is yes.
struct Verdict {
  Decision decision = Decision::allowed;
  /// The rule that decided, which is broken or open; null if every rule holds.
  const RuleInfo* rule = nullptr;
  /// The open question behind an unknown, or null.
  const OpenQuestion* open = nullptr;
  /// The statement of the trust policy (from 0) that decided, or let in a caller that another policy blocks; or -1.
  int statement = -1;
  /// The policy, statement and condition that decided. If an Allow is missing: the gate that lacks it, and the first of
  /// the nearest statements; so the order of statements can change the rule that is named, but never the decision.
  Citation cited{};
  /// The action, as policies write it; if a call needs several permissions, the one that decided.
  Text action{};
  /// The parameter of the request that breaks a limit, and the limit; or null.
  const Limit* limit = nullptr;
  /// The maximum in this case, if it is less than the limit's: a role's MaxSessionDuration; otherwise -1.
  std::int64_t at_most = -1;
  /// The element of a parameter that is a list, from 0; otherwise -1.
  int element = -1;
  /// What is wrong with the text of a parameter, and at which byte, if that is the reason.
  NameError error{};
  /// The question is about a literal that the compiler has refused. Then the answer is whatever the program expects, so
  /// that the literal is the only error; no program that runs sees such a verdict.
  bool is_about_a_refused_literal = false;
  /// What a definite answer assumes of a fact that was not given, or null.
  const Assumption* assumed = nullptr;

  constexpr explicit operator bool() const { return decision == Decision::allowed; }
  constexpr bool operator!() const { return decision != Decision::allowed || is_about_a_refused_literal; }
  [[nodiscard]] constexpr bool is_unknown() const {
    return decision == Decision::unknown || is_about_a_refused_literal;
  }

  /// Whether this rule decided: it refused, or left the answer open.
  template <class Rule>
  [[nodiscard]] constexpr bool decided_by() const {
    return rule == &Rule::info || is_about_a_refused_literal;
  }
  template <class Rule>
  [[nodiscard]] constexpr bool refused_by() const {
    return decided_by<Rule>() && (!is_unknown() || is_about_a_refused_literal);
  }
  template <class Rule>
  [[nodiscard]] constexpr bool left_open_by() const {
    return decided_by<Rule>() && is_unknown();
  }
};

}  // namespace whence
WHENCE_TEMPLATES_END
