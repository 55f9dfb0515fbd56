// One permission that a call about a role needs: what every policy that takes part says of it.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/evaluate/evaluation.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/evaluate/trust_match.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The open questions that can leave a gate undecided.
enum class OpenPoint : std::uint8_t { none, x1, x2, x3, u101 };

[[nodiscard]] constexpr const OpenQuestion* question_of(OpenPoint point) {
  constexpr const OpenQuestion* questions[] = {nullptr, &open_questions::x1, &open_questions::x2, &open_questions::x3,
                                               &open_questions::u101};
  return questions[static_cast<std::size_t>(point)];
}

/// The permissions that one call can need.
enum class NeededFor : std::uint8_t { the_operation, session_tags, source_identity };

/// What comes of one gate: whether the call passes it, and where that is said.
struct GateOutcome {
  Citation where;
  Truth passes = Truth::yes;
  OpenPoint open = OpenPoint::none;
  NeededFor needed_for = NeededFor::the_operation;
};

/// What comes of one statement of the trust policy that allows: of those, the one that takes the caller furthest.
struct TrustOutcome {
  GateOutcome names;       // it names the caller
  GateOutcome own;         // the caller's own policies allow, where with this statement they have to
  GateOutcome conditions;  // its conditions are satisfied
  GateOutcome blocks;      // the boundary and the session policy allow, where with this statement they have to
  MatchLevel level = MatchLevel::none;

  [[nodiscard]] constexpr Truth granted() const {
    return both(both(names.passes, own.passes), both(conditions.passes, blocks.passes));
  }
};

struct PermissionOutcome {
  Text action;
  // No explicit Deny.
  GateOutcome not_denied_by_side, not_denied_by_trust, not_denied_by_resource_control, not_denied_by_endpoint;
  // An Allow wherever one is needed.
  GateOutcome service_control, endpoint;
  TrustOutcome trust;

  /// What answer_by_callers_side found: whether the caller's own policies allow the call, and none of its side cuts it off.
  [[nodiscard]] constexpr Truth allowed_by_callers_side() const { return both(trust.own.passes, trust.blocks.passes); }

  /// Adds another permission of the same call, which is needed as far as `needed` says: at each gate the one that does
  /// worse counts. The trust policy's part is not added.
  constexpr void add(const PermissionOutcome& other, Truth needed, NeededFor what) {
    constexpr GateOutcome PermissionOutcome::*gates[] = {&PermissionOutcome::not_denied_by_side,
                                                         &PermissionOutcome::not_denied_by_trust,
                                                         &PermissionOutcome::not_denied_by_resource_control,
                                                         &PermissionOutcome::not_denied_by_endpoint,
                                                         &PermissionOutcome::service_control,
                                                         &PermissionOutcome::endpoint};
    for (const auto gate : gates) {
      GateOutcome added = other.*gate;
      added.passes = either(negated(needed), added.passes);
      added.needed_for = what;
      if (added.passes < (this->*gate).passes) this->*gate = added;
    }
  }
};

namespace detail {

// Whether a statement that names "*" is narrowed to principals by their ARN: it then names them as surely.
constexpr bool is_narrowed_by_principal_arn(const Policy& policy, const Statement& statement) {
  for (const Condition& condition : policy.conditions_of(statement)) {
    const bool positive = condition.test.info().is_about_text() && !condition.test.info().negated;
    const bool wants_it = !condition.test.if_exists && condition.test.values != ValueSet::for_all_values;
    if (positive && wants_it && ascii::equal_ignoring_case(policy.at(condition.key), "aws:PrincipalArn")) return true;
  }
  return false;
}

}  // namespace detail

/// Asks all policies about one action on one role. Order and gates: How AWS enforcement code logic evaluates requests,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
/// Complexity: linear in the policies; no allocation. A template so that a program pays for it when it asks, and not when it
/// includes this.
template <class Keys>
class PermissionQuestion {
 public:
  /// Without a role (a null pointer) only the caller's side can be asked. Policies that were passed to the session which
  /// signs the call cut down what it may do.
  constexpr PermissionQuestion(const Principal& caller, const Role* role, bool same_account,
                               const AssumeSetting& setting, Text action, Keys& keys)
      : caller_(caller),
        role_(role),
        policies_(setting.policies),
        session_of_call_(setting.origin.session),
        disputed_(setting.readings()),
        action_(action),
        keys_(keys),
        same_account_(same_account),
        has_side_(signs_as_part_of_an_account(caller)) {
    if (!policies_ && has_side_) take(setting.side);
  }

  /// Everything that matters to an operation that assumes the role. `what` the action is needed for matters to one: a
  /// session that chains needs its own policies to allow sts:SetSourceIdentity however closely the trust policy names it.
  /// Source: Monitor and control actions taken with assumed roles,
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
  constexpr void answer(PermissionOutcome& out, NeededFor what) {
    needs_own_ = what == NeededFor::source_identity && caller_.kind() == PrincipalKind::role_session;
    out.action = action_;
    if (policies_) {
      ask_the_organization_of_the_role(out);
      ask_the_endpoint(out);
    }
    ask_the_callers_side(out);
    ask_the_trust_policy(out);
  }

  /// What the caller's side alone says, as for iam:PassRole, which no trust policy decides.
  constexpr void answer_by_callers_side(PermissionOutcome& out) {
    out.action = action_;
    ask_the_callers_side(out);
    out.trust.own = {identity_at_, identity_, OpenPoint::none};
    block(out.trust.blocks, both(boundary_, session_), OpenPoint::none);
  }

 private:
  static constexpr Citation at(Gate gate, std::size_t policy = 0, int level = -1) {
    constexpr std::size_t most = 32767;
    Citation where;
    where.gate = gate;
    where.policy = static_cast<std::int16_t>(policy < most ? policy : most);
    where.level = static_cast<std::int16_t>(level < static_cast<int>(most) ? level : static_cast<int>(most));
    return where;
  }

  // In place of policies, what they say.
  constexpr void take(CallerSide side) {
    identity_ = side == CallerSide::allows || side == CallerSide::blocked ? Truth::yes
                : side == CallerSide::not_given                           ? Truth::unknown
                                                                          : Truth::no;
    boundary_ = session_ = truth(side != CallerSide::blocked);
    side_denies_ = truth(side == CallerSide::denies);
  }

  [[nodiscard]] constexpr bool is_of_management(AccountId account) const {
    return policies_->management_account != AccountId{} && account == policies_->management_account;
  }

  constexpr void ask_the_organization_of_the_role(PermissionOutcome& out) {
    if (policies_->resource_control.empty()) return;
    // Resources of the management account and service-linked roles are not bound.
    const bool bound = !is_of_management(role_->account()) && !role_->is_service_linked();
    Weighed weighed;
    int level = 0;
    for (const Span<ResourceControlPolicy>& policies : policies_->resource_control) {
      std::size_t index = 0;
      for (const ResourceControlPolicy& policy : policies) {
        if (bound) weigh(weighed, policy, at(Gate::resource_control, index, level), action_, caller_, keys_);
        ++index;
      }
      ++level;
    }
    out.not_denied_by_resource_control = {weighed.deny, negated(weighed.denies), OpenPoint::none};
  }

  constexpr void ask_the_endpoint(PermissionOutcome& out) {
    if (policies_->endpoint.statements().empty()) return;
    Weighed weighed;
    weigh(weighed, policies_->endpoint, at(Gate::endpoint), action_, caller_, keys_);
    out.not_denied_by_endpoint = {weighed.deny, negated(weighed.denies), OpenPoint::none};
    out.endpoint = {weighed.allow.gate == Gate::none ? at(Gate::endpoint) : weighed.allow, weighed.allows,
                    OpenPoint::none};
  }

  constexpr void ask_the_callers_side(PermissionOutcome& out) {
    if (!has_side_) return;
    if (policies_) {
      ask_the_policies_of_the_caller(out);
    } else {
      out.not_denied_by_side.passes = negated(side_denies_);
    }
    if (session_of_call_ && session_of_call_->has_session_policies()) ask_the_session(out);
  }

  // The policies that were passed when the session began: together they allow what one of them allows.
  constexpr void ask_the_session(PermissionOutcome& out) {
    Weighed weighed;
    Citation where;
    where.gate = Gate::session;
    const auto ask = [&](const IdentityPolicy& policy) {
      if (!policy.statements().empty()) weigh(weighed, policy, where, action_, caller_, keys_);
    };
    const StsRequest& request = session_of_call_->request();
    ask(request.session_policy);
    for (const ManagedPolicy& managed : request.managed_policies) {
      ask(managed.policy);
      if (managed.policy.statements().empty()) weighed.allows = either(weighed.allows, Truth::unknown);
    }
    if (negated(weighed.denies) < out.not_denied_by_side.passes) {
      out.not_denied_by_side = {where, negated(weighed.denies), OpenPoint::none};
    }
    if (weighed.allows >= session_) return;
    session_ = weighed.allows;
    session_at_ = where;
  }

  constexpr void ask_the_policies_of_the_caller(PermissionOutcome& out) {
    Weighed denials;  // of all together
    const auto denied = [&](const Weighed& weighed) {
      if (weighed.denies > denials.denies) {
        denials.denies = weighed.denies;
        denials.deny = weighed.deny;
      }
    };
    const auto ask = [&](Gate gate, const auto& policies, int level) {
      Weighed weighed;
      std::size_t index = 0;
      for (const auto& policy : policies) weigh(weighed, policy, at(gate, index++, level), action_, caller_, keys_);
      denied(weighed);
      return weighed;
    };
    if (!policies_->service_control.empty() && !is_of_management(caller_.account()) &&
        !is_path_of_service_linked_roles(caller_.name().path)) {
      int level = 0;
      for (const Span<ServiceControlPolicy>& policies : policies_->service_control) {
        const Weighed weighed = ask(Gate::service_control, policies, level);
        if (weighed.allows < out.service_control.passes) {
          const bool nowhere = weighed.allow.gate == Gate::none;
          out.service_control = {nowhere ? at(Gate::service_control, 0, level) : weighed.allow, weighed.allows,
                                 OpenPoint::none};
        }
        ++level;
      }
    }
    const Weighed identity = ask(Gate::identity, policies_->identity, -1);
    identity_ = policies_->other_identity_policies ? either(identity.allows, Truth::unknown) : identity.allows;
    identity_at_ = identity.allow;
    if (!policies_->boundary.statements().empty()) {
      Weighed weighed;
      weigh(weighed, policies_->boundary, at(Gate::boundary), action_, caller_, keys_);
      denied(weighed);
      boundary_ = weighed.allows;
      boundary_at_ = weighed.allow;
    }
    if (!policies_->session.empty()) {
      const Weighed session = ask(Gate::session, policies_->session, -1);
      session_ = session.allows;
      session_at_ = session.allow;
    }
    out.not_denied_by_side = {denials.deny, negated(denials.denies), OpenPoint::none};
  }

  constexpr void block(GateOutcome& out, Truth passes, OpenPoint open) const {
    out.passes = passes;
    out.open = passes == Truth::unknown ? open : OpenPoint::none;
    if (passes == Truth::yes) return;
    const bool by_boundary = boundary_ < session_ || (boundary_ == session_ && boundary_ != Truth::yes);
    out.where = by_boundary ? boundary_at_ : session_at_;
    if (out.where.gate == Gate::none && policies_) out.where = at(by_boundary ? Gate::boundary : Gate::session);
  }

  constexpr void ask_the_trust_policy(PermissionOutcome& out) {
    const Policy& policy = role_->trust();
    Truth denies = Truth::no;
    Truth best = Truth::no;
    int best_lacks = 0;
    out.trust.names.passes = Truth::no;
    std::int32_t index = -1;
    for (const Statement& statement : policy.statements()) {
      ++index;
      if (statement.effect == Effect::deny) {
        if (denies == Truth::yes) continue;
        const Match found = match(policy, statement, caller_);
        if (found.level == MatchLevel::none || !covers(policy, statement, action_)) continue;
        // A Deny for "*" takes in services and token holders, as the manual's own examples have it.
        const ConditionOutcome conditions = conditions_of(policy, statement, keys_);
        if (conditions.satisfied <= denies) continue;
        denies = conditions.satisfied;
        Citation where = at(Gate::trust);
        where.statement = index;
        where.condition = conditions.which;
        out.not_denied_by_trust = {where, negated(denies), OpenPoint::none};
        continue;
      }
      ConditionOutcome conditions;
      bool weighed = false;
      // One by one: "*" can let in whom a closer name does not.
      for (const PrincipalEntry& entry : policy.principals_of(statement)) {
        const Match found = match(policy, entry, caller_);
        if (found.level == MatchLevel::none) continue;
        if (!weighed) {
          if (!covers(policy, statement, action_)) break;
          conditions = conditions_of(policy, statement, keys_);
          weighed = true;
        }
        TrustOutcome candidate;
        Citation where = at(Gate::trust);
        where.statement = index;
        candidate.level = found.level;
        candidate.names = {where, found.certain, found.certain == Truth::yes ? OpenPoint::none : OpenPoint::u101};
        where.condition = conditions.which;
        candidate.conditions = {where, conditions.satisfied, OpenPoint::none};
        if (has_side_) callers_side_with(found.level, policy, statement, candidate);
        const Truth granted = candidate.granted();
        const int lacks = (candidate.own.passes == Truth::no ? 1 : 0) +
                          (candidate.conditions.passes == Truth::no ? 1 : 0) +
                          (candidate.blocks.passes == Truth::no ? 1 : 0);
        if (out.trust.level == MatchLevel::none || granted > best || (granted == best && lacks < best_lacks)) {
          best = granted;
          best_lacks = lacks;
          out.trust = candidate;
        }
      }
    }
  }

  // Within an account a trust policy that names the user, role or session itself is enough; everything else, and every
  // caller of another account, needs an Allow on its own side. A boundary and a session policy do not stop whom the trust
  // policy of the same account names directly, where the texts agree.
  constexpr void callers_side_with(MatchLevel level, const Policy& policy, const Statement& statement,
                                   TrustOutcome& out) const {
    const bool everyone = level == MatchLevel::everyone;
    const bool narrowed = same_account_ && everyone && detail::is_narrowed_by_principal_arn(policy, statement);
    const bool is_session = caller_.kind() == PrincipalKind::role_session;
    out.own.where = identity_at_;
    if (needs_own_) out.own.passes = identity_;
    if (!same_account_ || level == MatchLevel::account) {
      out.own.passes = identity_;
      block(out.blocks, both(boundary_, session_), OpenPoint::none);
      return;
    }
    if (level != MatchLevel::direct && !everyone) {
      block(out.blocks, both(boundary_, session_), OpenPoint::none);
      return;
    }
    const Truth boundary = is_session ? Truth::yes : either(boundary_, disputed_.named_user_passes_boundary);
    const Truth session = either(session_, disputed_.named_session_passes_session_policy);
    OpenPoint open = session < boundary ? OpenPoint::x3 : OpenPoint::x2;
    if (everyone && !narrowed) {
      // "*" is as good as the caller's own name, or as that of the account.
      const Truth as_named = disputed_.everyone_in_a_trust_policy;
      if (!needs_own_) out.own.passes = either(identity_, as_named);
      if (out.own.passes == Truth::unknown) out.own.open = OpenPoint::x1;
      if (as_named == Truth::unknown) open = OpenPoint::x1;
      block(out.blocks, either(both(boundary_, session_), both(as_named, both(boundary, session))), open);
    } else {
      block(out.blocks, both(boundary, session), open);
    }
    if (is_session && out.blocks.passes != Truth::yes && policies_ && (!everyone || narrowed)) {
      out.blocks.where = session_at_.gate == Gate::none ? at(Gate::session) : session_at_;
    }
  }

  const Principal& caller_;
  const Role* role_;
  KnownPolicies policies_;
  ViewOf<Session> session_of_call_;
  DisputedPoints disputed_;
  Text action_;
  Keys& keys_;
  bool same_account_;
  bool has_side_;
  bool needs_own_ = false;
  Truth identity_ = Truth::yes, boundary_ = Truth::yes, session_ = Truth::yes, side_denies_ = Truth::no;
  Citation identity_at_, boundary_at_, session_at_;
};

}  // namespace whence
WHENCE_TEMPLATES_END
