// Compile-time proof of how long a design's sessions can last: static_assert(longest_lifetime<chain> >= hours{6}).
#pragma once

#include <cstddef>

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/decide/longest_lifetime.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/flow.hpp>
#include <whence/flow/proof.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The longest lifetime of the session that a flow begins.
[[nodiscard]] constexpr LongestLifetime longest_lifetime_of(const Flow& flow) {
  const FlowSteps& steps = flow.steps();
  const bool token = steps.origin.session && steps.origin.session->kind() == SessionKind::user;
  return detail::lifetime_of_assuming(steps.assumer.kind(), token, steps.role->maximum_session(), Seconds{});
}

/// The shortest of the longest lifetimes of a design's flows.
template <std::size_t Count>
[[nodiscard]] constexpr LongestLifetime longest_lifetime_of(const Design<Count>& design) {
  LongestLifetime shortest = longest_lifetime_of(design.flows[0]);
  for (const Flow& flow : design.flows) {
    const LongestLifetime one = longest_lifetime_of(flow);
    if (one.certain < shortest.certain) {
      shortest.certain = one.certain;
      shortest.open = one.open;
    }
    if (one.longest < shortest.longest) {
      shortest.longest = one.longest;
      shortest.cap = one.cap;
    }
  }
  return shortest;
}

namespace detail {
// "[W403] " and the sentence. Clang prints the sentence as the argument of a call, whole, so here it is only the id.
constexpr Buffer<512> text_of(const RuleInfo& rule) {
  Buffer<512> text;
#if defined(__clang__)
  text.add(rule.id);
#else
  text.add("[").add(rule.id).add("] ").add(rule.sentence);
#endif
  return text;
}

// Not constexpr: a false comparison calls one in a constant expression; the error names the rule and the user's object.
// Clang also prints the arguments of constexpr functions on the way there, such as the sentence.
template <class Rule, class... Evidence>
void lasts_no_longer() {}
template <class Rule, class... Evidence>
void not_known_to_last() {}
#if defined(__clang__)
template <class Rule, class... Evidence>
constexpr void lasts_no_longer(const char*) {
  lasts_no_longer<Rule, Evidence...>();
}
template <class Rule, class... Evidence>
constexpr void not_known_to_last(const char*) {
  not_known_to_last<Rule, Evidence...>();
}
#else
template <class Rule, class... Evidence>
void lasts_no_longer(const char*) {}
template <class Rule, class... Evidence>
void not_known_to_last(const char*) {}
#endif
}  // namespace detail

/// The longest lifetime of a named session, chain, flow or design, for comparisons at compile time. A comparison that
/// does not hold, or is not decided, is not `false` but an error that names the rule that limits the lifetime.
template <const auto& Subject>
struct ProvenLifetime {
  static constexpr bool has_failed = detail::has_failed(Subject);
  static constexpr LongestLifetime lifetime = longest_lifetime_of(Subject);

  /// In seconds: the lifetime that is certain.
  [[nodiscard]] constexpr Seconds value() const { return lifetime.certain; }

  friend consteval bool operator>=(ProvenLifetime, Seconds wanted) {
    if (has_failed) return true;
    using Longest = seconds_allowed<0, lifetime.longest.count>;
    using Certain = seconds_allowed<0, lifetime.certain.count>;
    if (wanted > lifetime.longest) {
      using Says = detail::Spelled<says, cap_text>;
      detail::lasts_no_longer<detail::RuleOf<Caps, cap>, object<Subject>, Longest, Says>(cap->sentence.data());
    } else if (wanted > lifetime.certain) {
      using Says = detail::Spelled<says, open_text>;
      detail::not_known_to_last<detail::RuleOf<Caps, open>, object<Subject>, Certain, Says>(open->sentence.data());
    }
    return true;
  }

 private:
  static constexpr const RuleInfo* cap = lifetime.cap;
  static constexpr const RuleInfo* open = lifetime.open == nullptr ? lifetime.cap : lifetime.open;
  static constexpr Buffer<512> cap_words = detail::text_of(*cap), open_words = detail::text_of(*open);
  static constexpr Text cap_text = cap_words.view(), open_text = open_words.view();
  using Caps = RuleList<rules::the_duration_is_within_the_operations_limits,
                        rules::the_duration_is_within_the_roles_maximum, rules::a_chained_session_lasts_an_hour,
                        rules::a_root_user_delegates_for_four_hours, rules::a_session_ends_with_its_sign_in,
                        rules::root_sessions_last_an_hour, rules::a_scope_ends_with_its_session>;
};

/// `static_assert(longest_lifetime<chain> >= hours{6})`.
template <const auto& Subject>
inline constexpr ProvenLifetime<Subject> longest_lifetime{};

}  // namespace whence
WHENCE_TEMPLATES_END
