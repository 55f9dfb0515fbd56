// The facts of the question "may this caller assume this role?": the answer of each policy for each permission needed.
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
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/role.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The kind of caller: a principal, or something else.
enum class Asker : std::uint8_t { principal, role, account, software, os_user };

/// One permission that a call about a role needs, with the answer of every policy that takes part.
struct Permission {
  Text action;
  CallersSide side;
  GateOutcome not_denied_by_trust;
  TrustOutcome trust;
  GateOutcome not_denied_by_resource_control;
  EndpointOutcome endpoint;

  /// Adds another permission that this call needs if `needed` says so: at each gate, except the Allow of the trust
  /// policy, the worse result counts.
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
  Principal caller;  // if the asker is a principal
  const Role* role = nullptr;
  Operation operation = Operation::assume_role;
  bool same_account = false;
  bool is_callers_operation = true;          // false: other callers call this operation
  Truth keeps_source_identity = Truth::yes;  // no: the call sets a source identity other than the session's
  /// The operation itself, at each gate with what session tags and a source identity need.
  Permission permission;
  Truth passes_tags = Truth::no, passes_source_identity = Truth::no;
  bool overrides_a_tag = false;        // one that the session inherited as transitive
  bool is_delegated = false;           // it is a session of GetDelegatedAccessToken
  bool ran_out_of_steps = false;       // the evaluation stopped before it was complete
  TrustOutcome tags, source_identity;  // the results for these permissions, if the call needs them

  // A template, like everything that evaluates policies, so that it is cheap to include.
  template <class Setting = AssumeSetting>
  constexpr AssumeFacts(const Principal& who, const Role& what, const Setting& setting = {})
      : caller(who), role(&what), operation(operation_of(who.kind())) {
    same_account = who.has_account() && who.account() == what.account() && who.name().partition == what.partition();
    using Keys = detail::Later<RequestKeys, Setting>;
    Keys keys(caller, what, operation, setting.context, setting.session_name, setting.origin);
    const auto ask = [&](Permission& outcome, Text action, NeededFor purpose) {
      const AskedCall<Keys> call{caller, action, keys};
      const bool chains = caller.is(PrincipalKind::role_session);
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
    ran_out_of_steps = keys.steps().left_something_out();
    if (!asks_for_own) {
      is_callers_operation = find_operation(setting.action) == nullptr;
      return;
    }
    const bool is_told = !setting.context.keys().empty() && look_at_context(setting.context);
    if (setting.origin) look_at_origin(setting.origin);
    const bool by_default =
        !is_told && !signs_as_part_of_an_account(caller) && passes_tags == Truth::no && passes_tags_by_default(caller);
    if (by_default) {
      passes_tags = Truth::unknown;
      if (is_roles_anywhere(caller)) passes_source_identity = either(passes_source_identity, Truth::unknown);
    }
    const auto ask_also = [&](TrustOutcome& out, Truth needed, NeededFor which) {
      if (needed == Truth::no) return;
      Permission further;
      ask(further, action_for(which), which);
      if (by_default && needed == Truth::unknown) further.trust.leave_open(OpenPoint::u125);
      permission.add(further, needed, which);
      out = further.trust;
      ran_out_of_steps = keys.steps().left_something_out();
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
  // A caller that is not a principal is refused by its kind.
  constexpr AssumeFacts(Asker who, const Role& what) : asker(who), role(&what) {}
  constexpr AssumeFacts(const Role&, const Role& what, const AssumeSetting&) : AssumeFacts(Asker::role, what) {}
  constexpr AssumeFacts(const Account&, const Role& what, const AssumeSetting&) : AssumeFacts(Asker::account, what) {}
  constexpr AssumeFacts(const Software&, const Role& what, const AssumeSetting&) : AssumeFacts(Asker::software, what) {}
  constexpr AssumeFacts(const OsUser&, const Role& what, const AssumeSetting&) : AssumeFacts(Asker::os_user, what) {}

  [[nodiscard]] constexpr bool is_asked_by(Asker who) const { return asker == who; }
  /// The action of one of the permissions that the call needs.
  [[nodiscard]] constexpr Text action_for(NeededFor what) const {
    const Text actions[] = {permission.action, "sts:TagSession", "sts:SetSourceIdentity"};
    return actions[static_cast<std::size_t>(what)];
  }
  /// What an allowed verdict cites: the statement that admits the caller.
  [[nodiscard]] constexpr const GateOutcome& granted() const { return permission.trust.names; }

  /// The operation that a caller of this kind calls.
  static constexpr Operation operation_of(PrincipalKind caller) {
    switch (caller) {
      case PrincipalKind::web_identity: return Operation::assume_role_with_web_identity;
      case PrincipalKind::saml_identity: return Operation::assume_role_with_saml;
      default: return Operation::assume_role;
    }
  }

 private:
  static constexpr AssumeSetting signed_by(const Session& session, AssumeSetting setting) {
    setting.origin.session = session;
    return setting;
  }
  static constexpr AssumeSetting forwarded_by(const ForwardAccess& forwarded, AssumeSetting setting) {
    if (forwarded.session() != nullptr) setting.origin.session = *forwarded.session();
    setting.origin.forwarded = forwarded;
    return setting;
  }

  // The call passes what the session hands on, and what the request states.
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

  // A call passes tags or a source identity only if the context says so. Returns whether it says anything about tags.
  constexpr bool look_at_context(const RequestContext& context) {
    const ContextKey* carried = nullptr;
    const ContextKey* passed = nullptr;
    bool is_told = false;
    for (const ContextKey& key : context.keys()) {
      const Truth there = key.is_unknown() ? Truth::unknown : truth(key.size() > 0);
      const bool of_tags = ascii::equal_ignoring_case(key.name(), "aws:TagKeys") ||
                           ascii::equal_ignoring_case(key.name(), "sts:TransitiveTagKeys") ||
                           ascii::starts_with_ignoring_case(key.name(), "aws:RequestTag/");
      is_told = is_told || of_tags;
      if (of_tags) passes_tags = either(passes_tags, there);
      if (ascii::equal_ignoring_case(key.name(), "sts:SourceIdentity")) passed = &key;
      if (ascii::equal_ignoring_case(key.name(), "aws:SourceIdentity")) carried = &key;
      if (passed == &key || carried == &key) passes_source_identity = either(passes_source_identity, there);
    }
    if (passed == nullptr || carried == nullptr) return is_told;
    if (passed->is_unknown() || carried->is_unknown()) {
      keeps_source_identity = Truth::unknown;
    } else if (passed->size() > 0 && carried->size() > 0) {
      keeps_source_identity = truth((*passed)[0] == (*carried)[0]);
    }
    return is_told;
  }
};

}  // namespace whence
WHENCE_TEMPLATES_END
