// Arithmetic over sessions and chains: how long they can last at most, and whether they can still be used.
#pragma once

#include <whence/base/time.hpp>
#include <whence/model/chain.hpp>
#include <whence/model/session.hpp>
#include <whence/rules/lifetime_rules.hpp>
#include <whence/rules/operation_rules.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/scope_rules.hpp>

namespace whence {

/// How long a session begun this way can last: `certain`, and at most `longest` by the rule `cap`; in between is open.
struct LongestLifetime {
  Seconds certain{};
  Seconds longest{};
  const RuleInfo* cap = nullptr;   // never null once it has been determined
  const RuleInfo* open = nullptr;  // the rule that leaves the rest open
};

namespace detail {
constexpr LongestLifetime capped(Seconds longest, const RuleInfo& cap) { return {longest, longest, &cap, nullptr}; }

/// Of AssumeRole and its siblings.
constexpr LongestLifetime lifetime_of_assuming(PrincipalKind caller, bool with_a_session_token, Seconds roles_maximum,
                                               Seconds taken) {
  const Seconds most{limits::assume_role_duration.most};
  const Seconds hour{limits::chained_duration.most};
  const LongestLifetime by_role = capped(roles_maximum, rules::the_duration_is_within_the_roles_maximum::info);
  switch (caller) {
    case PrincipalKind::role_session: return capped(hour, rules::a_chained_session_lasts_an_hour::info);
    // A service sets it, and the role's maximum does not apply.
    case PrincipalKind::service:
      return {taken, most, &rules::the_duration_is_within_the_operations_limits::info,
              &rules::the_duration_is_within_the_roles_maximum::info};
    default: break;
  }
  if (!with_a_session_token || roles_maximum <= hour) return by_role;
  return {hour, roles_maximum, by_role.cap, &rules::a_chained_session_lasts_an_hour::info};
}
}  // namespace detail

/// How long a session that the same caller begins the same way can last. Complexity: constant.
[[nodiscard]] constexpr LongestLifetime longest_lifetime_of(const Session& session) {
  const Seconds taken = session.ends() - session.begins();
  const PrincipalKind caller = session.begun_by().kind();
  if (session.narrowed_from() != nullptr) {
    return detail::capped(session.narrowed_from()->ends() - session.begins(),
                          rules::a_scope_ends_with_its_session::info);
  }
  if (session.lifetime_basis() == LifetimeBasis::ends_with_sign_in) {
    return detail::capped(taken, rules::a_session_ends_with_its_sign_in::info);
  }
  if (session.role() != nullptr) {
    const bool token = session.before() != nullptr && session.before()->kind() == SessionKind::user;
    return detail::lifetime_of_assuming(caller, token, session.role()->maximum_session(), taken);
  }
  const Seconds most{info_of(session.operation()).duration.most};
  if (session.operation() == Operation::get_delegated_access_token) {
    const bool root_approved = session.principal().kind() == PrincipalKind::root_user;
    const Limit& limit = root_approved ? limits::root_delegated_duration : limits::delegated_duration;
    return detail::capped({limit.most}, rules::a_root_user_delegates_for_four_hours::info);
  }
  if (session.operation() != Operation::assume_root && caller == PrincipalKind::root_user) {
    return detail::capped({limits::root_duration.most}, rules::root_sessions_last_an_hour::info);
  }
  return detail::capped(most, rules::the_duration_is_within_the_operations_limits::info);
}

/// Of the last session of a chain: each session ends independently (U-2).
[[nodiscard]] constexpr LongestLifetime longest_lifetime_of(const Chain& chain) {
  return longest_lifetime_of(chain.last());
}

/// The type of the question `is_usable`.
struct IsUsable {
  using Rules = RuleList<rules::a_session_is_used_before_it_ends, rules::the_session_is_not_revoked,
                         rules::a_session_needs_its_role>;

  /// Whether a session can be used at an instant, after this revocation. A session begun with a revoked one belongs to
  /// another role and stays valid. No source promises that a Deny acts everywhere at once. Complexity: constant.
  [[nodiscard]] constexpr Verdict operator()(const Session& session, Instant at,
                                             const Revocation& revocation = {}) const {
    return detail::verdict_of<Rules>(UsableFacts{session, session.is_valid_at(at), revocation});
  }
  /// The same for the last session of a chain, even if an earlier one has ended or was revoked (U-2).
  [[nodiscard]] constexpr Verdict operator()(const Chain& chain, Instant at, const Revocation& revocation = {}) const {
    return (*this)(chain.last(), at, revocation);
  }
};

inline constexpr IsUsable is_usable{};

}  // namespace whence
