// What GetScopedCredentials requires in addition to the call matrix.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/time.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/scope_sources.hpp>
#include <whence/names/limits.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A call of GetScopedCredentials: what it narrows, and the session that it narrows.
struct ScopeFacts {
  Truth at_regional_endpoint = Truth::yes;
  bool narrows = true;       // Policy or DurationSeconds is stated
  bool has_policy = false;   // Policy is stated
  std::size_t layers = 0;    // the scope-down policies of the session
  Seconds wanted{};          // as requested, or until the end of the session
  Seconds left{};            // until the end of the session
  bool end_is_known = true;  // false: the session is known only by name
};

namespace rules {
struct credentials_are_scoped_in_a_region {
  WHENCE_RULE("W734", Decision::invalid_request, sources::get_scoped_credentials_api,
              "GetScopedCredentials must be called at a Regional endpoint, not at the global one");
  static constexpr Truth holds(const auto& facts) { return facts.at_regional_endpoint; }
};

struct a_scope_narrows_something {
  WHENCE_RULE("W422", Decision::invalid_request, sources::get_scoped_credentials_api,
              "a call of GetScopedCredentials must state Policy, DurationSeconds or both");
  static constexpr Truth holds(const auto& facts) { return truth(facts.narrows); }
};

/// STS does not shorten the request.
struct a_scope_ends_with_its_session {
  WHENCE_RULE_WITH_ERROR("W423", Decision::invalid_request, sources::get_scoped_credentials_api,
                         StsError::insufficient_session_lifetime,
                         "a credential of GetScopedCredentials must not outlive the session that calls it");
  static constexpr Truth holds(const auto& facts) {
    return facts.end_is_known ? truth(facts.wanted <= facts.left) : Truth::unknown;
  }
  static constexpr LimitOutcome limit(const auto& facts) {
    return {.limit = &limits::scoped_duration, .at_most = facts.end_is_known ? facts.left.count : -1};
  }
};

/// A call with a duration alone adds no layer.
struct three_scopes_limit_a_session {
  WHENCE_RULE("W424", Decision::denied_implicitly, sources::get_scoped_credentials_api,
              "at most three scope-down policies of GetScopedCredentials limit a session: a fourth is refused");
  static constexpr Truth holds(const auto& facts) {
    return truth(!facts.has_policy || limits::scope_down_policies.takes_length(facts.layers + 1));
  }
  static constexpr LimitOutcome limit(const ScopeFacts&) { return {.limit = &limits::scope_down_policies}; }
};

using scope_rules = RuleList<credentials_are_scoped_in_a_region, a_scope_narrows_something,
                             a_scope_ends_with_its_session, three_scopes_limit_a_session>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
