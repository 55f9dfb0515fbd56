// The documents beside the role's trust policy that take part in a decision, and the answers to what is disputed.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/base/view_of.hpp>
#include <whence/names/account_id.hpp>
#include <whence/policy/policy.hpp>

namespace whence {

/// What the policies on the caller's side say of the call, where they are not given themselves: identity policies first,
/// then what cuts them down (permissions boundary, session policy, service control policies). Services and token holders
/// have no such side.
enum class CallerSide : std::uint8_t {
  not_given,  // not known; that one denies explicitly is not assumed
  allows,     // an identity policy allows the call and nothing cuts it off
  silent,     // no identity policy allows the call, and none denies it; nothing cuts it off
  blocked,    // a boundary, session policy or service control policy does not allow the call
  denies,     // a policy denies the call explicitly
};

/// Named, to be given to questions at compile time: holds<may_assume, deployer, release, own_policies_allow>.
inline constexpr CallerSide own_policies_allow = CallerSide::allows;
inline constexpr CallerSide own_policies_are_silent = CallerSide::silent;
inline constexpr CallerSide own_policies_block = CallerSide::blocked;
inline constexpr CallerSide own_policies_deny = CallerSide::denies;

/// How to read points at which AWS's own texts, or those of others who have looked, contradict one another. `yes` is the
/// reading that lets the call pass, `no` the stricter one; unknown leaves the verdict unknown, with the point's id.
struct DisputedPoints {
  Truth everyone_in_a_trust_policy = Truth::unknown;           // "*" lets in a caller of the same account
  Truth named_user_passes_boundary = Truth::unknown;
  Truth named_session_passes_session_policy = Truth::unknown;
  Truth session_token_passes_the_hour = Truth::unknown;        // it is no role session, so that nothing is chained

  /// Of each point this reading, or the other one where there is none.
  [[nodiscard]] constexpr DisputedPoints or_else(const DisputedPoints& other) const {
    const auto choose = [](Truth own, Truth otherwise) { return own == Truth::unknown ? otherwise : own; };
    return {choose(everyone_in_a_trust_policy, other.everyone_in_a_trust_policy),
            choose(named_user_passes_boundary, other.named_user_passes_boundary),
            choose(named_session_passes_session_policy, other.named_session_passes_session_policy),
            choose(session_token_passes_the_hour, other.session_token_passes_the_hour)};
  }
};

/// The point of an open question, to be read or set; nothing (a null pointer) for the id of no such point.
[[nodiscard]] constexpr Truth* find_point(DisputedPoints& points, Text id) {
  if (id == "X-1") return &points.everyone_in_a_trust_policy;
  if (id == "X-2") return &points.named_user_passes_boundary;
  if (id == "X-3") return &points.named_session_passes_session_policy;
  return id == "X-4" ? &points.session_token_passes_the_hour : nullptr;
}

/// The policies that take part beside the trust policy. Views: they must outlive the question. What is left out is not
/// there: without identity policies the caller's own policies are silent, without a boundary there is none, without levels
/// the account is in no organization.
struct Policies {
  Span<IdentityPolicy> identity{};       // of the user and his groups, or of the role behind the calling session
  bool other_identity_policies = false;  // there are more than those listed, and what they allow is not known
  IdentityPolicy boundary{};             // permissions boundary of that user or role
  Span<IdentityPolicy> session{};        // passed when the calling session began; together they allow what one allows
  /// Levels of the caller's organization, the root's first, each with the policies attached there. They bind principals of
  /// member accounts: not services, nor the management account.
  Span<Span<ServiceControlPolicy>> service_control{};
  /// Likewise, of the role's organization. They bind resources of member accounts, whoever calls; RCPFullAWSAccess need
  /// not be listed.
  Span<Span<ResourceControlPolicy>> resource_control{};
  EndpointPolicy endpoint{};       // of the VPC endpoint through which the call comes
  AccountId management_account{};  // of the organization, where it is known
  DisputedPoints disputed{};
};

/// Policies that may have been given or not.
using KnownPolicies = ViewOf<Policies>;

}  // namespace whence
