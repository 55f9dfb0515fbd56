// The facts of the question "may this caller assume this role?": what each policy that takes part says of each
// permission that the call needs.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/evaluate/callers_side.hpp>
#include <whence/evaluate/evaluation.hpp>
#include <whence/evaluate/organization.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/evaluate/trust.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/role.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Who asks: a principal, or something that is none.
enum class Asker : std::uint8_t { principal, role, account, software, os_user };

/// One permission that a call about a role needs: what every policy that takes part says of it.
struct Permission {
  Text action;
  CallersSide side;
  GateOutcome not_denied_by_trust;
  TrustOutcome trust;
  GateOutcome not_denied_by_resource_control;
  EndpointOutcome endpoint;

  /// Adds another permission of the same call, which is needed as far as `needed` says: at each gate the one that does
  /// worse counts. The trust policy's Allow is not added.
  constexpr void add(const Permission& other, Truth needed, NeededFor what) {
    const auto add_gate = [&](GateOutcome& gate, const GateOutcome& other_gate) {
      const Truth passes = either(negated(needed), other_gate.passes);
      if (passes < gate.passes) gate = {other_gate.where, passes, what, other_gate.open};
    };
    add_gate(side.not_denied, other.side.not_denied);
    add_gate(not_denied_by_trust, other.not_denied_by_trust);
    add_gate(not_denied_by_resource_control, other.not_denied_by_resource_control);
    add_gate(endpoint.not_denied, other.endpoint.not_denied);
    add_gate(side.service_control, other.side.service_control);
    add_gate(endpoint.allows, other.endpoint.allows);
  }
};

struct AssumeFacts {
  Asker asker = Asker::principal;
  Principal caller;  // where the asker is a principal
  const Role* role = nullptr;
  Operation operation = Operation::assume_role;
  bool same_account = false;
  bool is_callers_operation = true;  // not one that other callers call
  Truth keeps_source_identity =
      Truth::yes;  // whether the session's own source identity, where it has one, is passed on
  /// The operation itself, at each gate together with what session tags and a source identity need.
  Permission permission;
  Truth passes_tags = Truth::no, passes_source_identity = Truth::no;
  bool overrides_a_tag = false;  // one that the session inherited as transitive
  bool is_delegated = false;     // the session came of GetDelegatedAccessToken
  TrustOutcome tags,
      source_identity;  // what the trust policy and the caller's side say of these, where they are passed

  // A template, as all that asks policies is, for the sake of those who include and do not ask.
  template <class Setting = AssumeSetting>
  constexpr AssumeFacts(const Principal& who, const Role& what, const Setting& setting = {})
      : caller(who), role(&what), operation(operation_of(who.kind())) {
    same_account = who.has_account() && who.account() == what.account() && who.name().partition == what.partition();
    using Keys = detail::Later<RequestKeys, Setting>;
    Keys keys(caller, what, operation, setting.context, setting.session_name, setting.origin);
    const auto ask = [&](Permission& outcome, Text action, NeededFor purpose) {
      const AskedCall<Keys> call{caller, action, keys};
      const bool chains = caller.kind() == PrincipalKind::role_session;
      const TrustQuestion trust{what, same_account, chains && purpose == NeededFor::source_identity};
      outcome.action = action;
      if (setting.policies) {
        const Policies& policies = *setting.policies;
        if (!policies.resource_control.empty()) {
          outcome.not_denied_by_resource_control = ask_resource_control(policies, what, call);
        }
        if (!policies.endpoint.statements().empty()) outcome.endpoint = ask_endpoint(policies, call);
      }
      ask_callers_side(outcome.side, setting, call);
      ask_trust_policy(setting, trust, call, outcome.side, outcome.not_denied_by_trust, outcome.trust);
    };
    const Text own_action = info_of(operation).action;
    const bool asks_for_own = setting.action.empty() || ascii::equal_ignoring_case(setting.action, own_action);
    ask(permission, asks_for_own ? own_action : setting.action, NeededFor::the_operation);
    if (!asks_for_own) {
      is_callers_operation = find_operation(setting.action) == nullptr;
      return;
    }
    look_at_context(setting.context);
    if (setting.origin) look_at_origin(setting.origin);
    const auto ask_also = [&](TrustOutcome& out, Truth needed, NeededFor which) {
      if (needed == Truth::no) return;
      Permission further;
      ask(further, action_for(which), which);
      permission.add(further, needed, which);
      out = further.trust;
    };
    ask_also(tags, passes_tags, NeededFor::session_tags);
    ask_also(source_identity, passes_source_identity, NeededFor::source_identity);
  }
  template <class Setting>
  constexpr AssumeFacts(const Session& who, const Role& what, const Setting& setting)
      : AssumeFacts(who.principal(), what, signed_by(who, setting)) {}
  template <class Setting>
  constexpr AssumeFacts(const ForwardAccess& who, const Role& what, const Setting& setting)
      : AssumeFacts(who.principal(), what, forwarded_by(who, setting)) {}
  // What is no principal can be asked about too, and is refused by its kind.
  constexpr AssumeFacts(Asker who, const Role& what) : asker(who), role(&what) {}
  constexpr AssumeFacts(const Role&, const Role& what, const AssumeSetting&) : AssumeFacts(Asker::role, what) {}
  constexpr AssumeFacts(const Account&, const Role& what, const AssumeSetting&) : AssumeFacts(Asker::account, what) {}
  constexpr AssumeFacts(const Software&, const Role& what, const AssumeSetting&) : AssumeFacts(Asker::software, what) {}
  constexpr AssumeFacts(const OsUser&, const Role& what, const AssumeSetting&) : AssumeFacts(Asker::os_user, what) {}

  /// The action behind one of the permissions that the call needs.
  [[nodiscard]] constexpr Text action_for(NeededFor what) const {
    return what == NeededFor::session_tags      ? Text("sts:TagSession")
           : what == NeededFor::source_identity ? Text("sts:SetSourceIdentity")
                                                : permission.action;
  }
  /// What an allowed verdict cites: the statement that lets the caller in.
  [[nodiscard]] constexpr const GateOutcome& granted() const { return permission.trust.names; }

 private:
  static constexpr Operation operation_of(PrincipalKind caller) {
    switch (caller) {
      case PrincipalKind::web_identity: return Operation::assume_role_with_web_identity;
      case PrincipalKind::saml_identity: return Operation::assume_role_with_saml;
      default: return Operation::assume_role;
    }
  }
  static constexpr AssumeSetting signed_by(const Session& session, AssumeSetting setting) {
    setting.origin.session = session;
    return setting;
  }
  static constexpr AssumeSetting forwarded_by(const ForwardAccess& forwarded, AssumeSetting setting) {
    if (forwarded.session() != nullptr) setting.origin.session = *forwarded.session();
    setting.origin.forwarded = forwarded;
    return setting;
  }

  // What the session hands on is passed, beside what is stated.
  constexpr void look_at_origin(const CallOrigin& origin) {
    if (origin.session) {
      is_delegated = origin.session->kind() == SessionKind::delegated;
      if (hands_on_tags(*origin.session)) passes_tags = Truth::yes;
      if (!origin.session->source_identity().empty()) passes_source_identity = Truth::yes;
    }
    if (!origin.request) return;
    const StsRequest& request = *origin.request;
    if (!request.tags.empty()) passes_tags = Truth::yes;
    if (request.source_identity.is_stated()) passes_source_identity = Truth::yes;
    if (!origin.session) return;
    const Text carried = origin.session->source_identity();
    if (request.source_identity.is_stated() && !carried.empty() && carried != request.source_identity.view()) {
      keeps_source_identity = Truth::no;
    }
    for (const SessionTag& tag : request.tags) {
      overrides_a_tag = overrides_a_tag || handed_on_tag(*origin.session, tag.key.view()) != nullptr;
    }
  }

  // A call passes tags or a source identity only where that is said.
  constexpr void look_at_context(const RequestContext& context) {
    const ContextKey* carried = nullptr;
    const ContextKey* passed = nullptr;
    for (const ContextKey& key : context.keys()) {
      const Truth there = key.state() == KeyState::unknown ? Truth::unknown : truth(key.size() > 0);
      const bool of_tags = ascii::equal_ignoring_case(key.name(), "aws:TagKeys") ||
                           ascii::equal_ignoring_case(key.name(), "sts:TransitiveTagKeys") ||
                           ascii::starts_with_ignoring_case(key.name(), "aws:RequestTag/");
      if (of_tags) passes_tags = either(passes_tags, there);
      if (ascii::equal_ignoring_case(key.name(), "sts:SourceIdentity")) passed = &key;
      if (ascii::equal_ignoring_case(key.name(), "aws:SourceIdentity")) carried = &key;
      if (passed == &key || carried == &key) passes_source_identity = either(passes_source_identity, there);
    }
    if (passed == nullptr || carried == nullptr) return;
    if (passed->state() == KeyState::unknown || carried->state() == KeyState::unknown) {
      keeps_source_identity = Truth::unknown;
    } else if (passed->size() > 0 && carried->size() > 0) {
      keeps_source_identity = truth((*passed)[0] == (*carried)[0]);
    }
  }
};

}  // namespace whence
WHENCE_TEMPLATES_END
