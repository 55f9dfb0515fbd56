// The caller's own side: its identity policies, and the policies that limit them.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/evaluate/evaluation.hpp>
#include <whence/evaluate/organization.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/session.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The result of each kind of policy on the caller's side. Services and callers with a token have none, and pass.
struct CallersSide {
  GateOutcome not_denied;       // no policy of the side denies
  GateOutcome service_control;  // every level of the caller's organization allows
  GateOutcome identity;         // an identity policy allows
  GateOutcome boundary;         // the permissions boundary allows
  GateOutcome session;          // the session policies allow

  /// The boundary or the session policies, whichever has the worse result; the boundary if they are equal.
  [[nodiscard]] constexpr const Citation& cut_off_at() const {
    const bool by_boundary = boundary.passes <= session.passes && boundary.passes != Truth::yes;
    return by_boundary ? boundary.where : session.where;
  }
  /// Whether both the boundary and the session policies allow the call.
  [[nodiscard]] constexpr GateOutcome not_cut_off() const {
    const Truth passes = both(boundary.passes, session.passes);
    if (passes == Truth::yes) return {};
    return {cut_off_at(), passes};
  }
  /// Whether the side allows a call without a trust policy: an identity policy allows it, and no limit blocks it.
  [[nodiscard]] constexpr GateOutcome allows() const {
    GateOutcome out = not_cut_off();
    if (identity.passes > out.passes) return out;
    out = {identity.where, both(identity.passes, out.passes)};
    if (identity.passes != Truth::yes) out.where = detail::or_gate(out.where, {.gate = Gate::identity});
    return out;
  }
};

namespace detail {
// Takes the stated result in place of policies.
constexpr void take_as_stated(CallersSide& side, CallerSide said) {
  // In the order of CallerSide.
  constexpr Truth identity[] = {Truth::unknown, Truth::yes, Truth::no, Truth::yes, Truth::no};
  const Truth allows = identity[static_cast<std::size_t>(said)];
  const Truth not_cut_off = truth(said != CallerSide::blocked);
  side = {{{}, truth(said != CallerSide::denies)}, {}, {{}, allows}, {{}, not_cut_off}, {{}, not_cut_off}};
}

template <class Keys>
constexpr void ask_the_policies(CallersSide& side, const Policies& policies, const AskedCall<Keys>& call) {
  Weighed denials;  // of all policies together
  const auto ask = [&](GateOutcome& out, Gate gate, const Span<IdentityPolicy>& all) {
    Weighed weighed;
    std::size_t index = 0;
    for (const IdentityPolicy& policy : all) weigh(weighed, policy, place_of(gate, index++), call);
    denials.add_denial(weighed);
    out = weighed.allowed_at(gate == Gate::identity ? weighed.allow : or_gate(weighed.allow, place_of(gate)));
  };
  if (!policies.service_control.empty()) side.service_control = ask_service_control(policies, call, denials);
  if (policies.identity.empty()) {
    side.identity.passes = Truth::no;
  } else {
    ask(side.identity, Gate::identity, policies.identity);
  }
  if (policies.other_identity_policies) side.identity.passes = either(side.identity.passes, Truth::unknown);
  if (!policies.boundary.statements().empty()) {
    ask(side.boundary, Gate::boundary, Span<IdentityPolicy>(&policies.boundary, 1));
  }
  if (!policies.session.empty()) ask(side.session, Gate::session, policies.session);
  side.not_denied = denials.not_denied();
}

// Takes what policies of a session answer, where it is worse.
template <class Weight>
constexpr void take_worse(CallersSide& side, const Weight& weighed, const Citation& where) {
  if (negated(weighed.denies) < side.not_denied.passes) {
    side.not_denied = weighed.not_denied();
    side.not_denied.where = where;
  }
  if (weighed.allows < side.session.passes) side.session = weighed.allowed_at(where);
}

// The policies that were passed when the session began: one that allows is enough.
template <class Keys>
constexpr void ask_the_session(CallersSide& side, const StsRequest& request, const AskedCall<Keys>& call) {
  Weighed weighed;
  constexpr Citation where{.gate = Gate::session};
  const auto ask = [&](const IdentityPolicy& policy) {
    if (!policy.statements().empty()) weigh(weighed, policy, where, call);
  };
  ask(request.session_policy);
  for (const ManagedPolicy& managed : request.managed_policies) {
    ask(managed.policy);
    if (managed.policy.statements().empty()) weighed.allows = either(weighed.allows, Truth::unknown);
  }
  take_worse(side, weighed, where);
}

// The Policy of each GetScopedCredentials that narrowed the session: every one must allow.
template <class Keys>
constexpr void ask_the_scopes(CallersSide& side, const Session& session, const AskedCall<Keys>& call) {
  constexpr Citation where{.gate = Gate::session};
  for (const Session* each = &session; each->narrowed_from() != nullptr; each = each->narrowed_from()) {
    if (each->scope_down_policy().statements().empty()) continue;
    Weighed weighed;
    weigh(weighed, each->scope_down_policy(), where, call);
    take_worse(side, weighed, where);
  }
}
}  // namespace detail

/// Evaluates the policies on the caller's side. The root user needs no permission in its own account; an explicit Deny
/// and the organization bind it. Complexity: linear in the policies; no allocation.
template <class Keys>
constexpr void ask_callers_side(CallersSide& side, const AssumeSetting& setting, const AskedCall<Keys>& call) {
  if (!signs_as_part_of_an_account(call.caller)) return;
  if (setting.policies) {
    detail::ask_the_policies(side, *setting.policies, call);
  } else {
    detail::take_as_stated(side, setting.side);
  }
  const ViewOf<Session> session = setting.origin.session;
  if (session && session->has_session_policies()) detail::ask_the_session(side, session->request(), call);
  if (call.caller.is(PrincipalKind::root_user)) side.identity = side.boundary = side.session = {};
  if (session && session->narrowed_from() != nullptr) detail::ask_the_scopes(side, *session, call);
}

/// The facts of a permission that only the caller's side decides, without a trust policy.
struct SideFacts {
  Text action;
  CallersSide side;
  Truth permitted = Truth::unknown;  // whether the permission, and everything else the call depends on, is given
  bool ran_out_of_steps = false;     // the evaluation stopped before it was complete

  [[nodiscard]] constexpr Text asked_action() const { return action; }
  [[nodiscard]] constexpr GateOutcome granted() const { return side.allows(); }

  template <class Keys>
  constexpr void ask(const AssumeSetting& setting, const AskedCall<Keys>& call) {
    action = call.action;
    ask_callers_side(side, setting, call);
    permitted = side.allows().passes;
    ran_out_of_steps = call.keys.steps().left_something_out();
  }
};

}  // namespace whence
WHENCE_TEMPLATES_END
