// The policies beside the trust policy that take part in a decision, and the readings of disputed points.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/base/view_of.hpp>
#include <whence/names/account_id.hpp>
#include <whence/policy/policy.hpp>

namespace whence {

/// The result of the caller's own policies for the call, if these are not given: of the identity policies, and of what
/// limits them (boundary, session policy, service control policies). Services and callers with a token have none.
enum class CallerSide : std::uint8_t {
  not_given,  // not known; an explicit Deny is not assumed
  allows,     // an identity policy allows the call, and no limit blocks it
  silent,     // no identity policy allows or denies the call, and no limit blocks it
  blocked,    // a boundary, session policy or service control policy does not allow the call
  denies,     // a policy denies the call explicitly
};

/// Named objects for questions at compile time: holds<may_assume, deployer, release, own_policies_allow>.
inline constexpr CallerSide own_policies_allow = CallerSide::allows;
inline constexpr CallerSide own_policies_are_silent = CallerSide::silent;
inline constexpr CallerSide own_policies_block = CallerSide::blocked;
inline constexpr CallerSide own_policies_deny = CallerSide::denies;

/// How to read points on which the documents of AWS, or the findings of others, contradict one another. `yes` is the
/// reading that lets the call pass, `no` the stricter one; `unknown` makes the verdict unknown, with the open question.
struct DisputedPoints {
  Truth everyone_in_a_trust_policy = Truth::unknown;           // "*" admits a caller of the same account
  Truth named_user_passes_boundary = Truth::unknown;
  Truth named_session_passes_session_policy = Truth::unknown;
  Truth session_token_passes_the_hour = Truth::unknown;        // not a role session, so no role chaining

  /// For each point this reading, or the other one if this one is unknown.
  [[nodiscard]] constexpr DisputedPoints or_else(const DisputedPoints& other) const {
    const auto choose = [](Truth own, Truth otherwise) { return own == Truth::unknown ? otherwise : own; };
    return {choose(everyone_in_a_trust_policy, other.everyone_in_a_trust_policy),
            choose(named_user_passes_boundary, other.named_user_passes_boundary),
            choose(named_session_passes_session_policy, other.named_session_passes_session_policy),
            choose(session_token_passes_the_hour, other.session_token_passes_the_hour)};
  }
};

/// The disputed point with this id, to read or to set; null if there is none.
[[nodiscard]] constexpr Truth* find_point(DisputedPoints& points, Text id) {
  if (id == "X-1") return &points.everyone_in_a_trust_policy;
  if (id == "X-2") return &points.named_user_passes_boundary;
  if (id == "X-3") return &points.named_session_passes_session_policy;
  return id == "X-4" ? &points.session_token_passes_the_hour : nullptr;
}

/// The policies that take part beside the trust policy. Views: they must outlive the question. What you omit is absent:
/// without identity policies the caller's own policies are silent, without levels there is no organization.
struct Policies {
  Span<IdentityPolicy> identity{};       // of the user and the user's groups, or of the calling session's role
  bool other_identity_policies = false;  // there are more, and what they allow is not known
  IdentityPolicy boundary{};             // the permissions boundary of that user or role
  Span<IdentityPolicy> session{};        // passed when the calling session began; each alone can allow a call
  /// Levels of the caller's organization, the root first, each with the policies attached there. They bind principals
  /// of member accounts, but not services or the management account.
  Span<Span<ServiceControlPolicy>> service_control{};
  /// Levels of the role's organization. They bind resources of member accounts, for every caller.
  Span<Span<ResourceControlPolicy>> resource_control{};  // RCPFullAWSAccess need not be listed
  EndpointPolicy endpoint{};                             // of the VPC endpoint that the call passes through
  AccountId management_account{};                        // of the organization, if it is known
  DisputedPoints disputed{};
};

using KnownPolicies = ViewOf<Policies>;

}  // namespace whence
