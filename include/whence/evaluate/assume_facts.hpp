// The facts of the question "may this caller assume this role?": what each policy that takes part says of each
// permission that the call needs.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/evaluate/permission.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/role.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Who asks: a principal, or something that is none.
enum class Asker : std::uint8_t { principal, role, account, software, os_user };

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
  PermissionOutcome permission;
  Truth passes_tags = Truth::no, passes_source_identity = Truth::no;
  bool overrides_a_tag = false;  // one that the session inherited as transitive
  bool is_delegated = false;     // the session came of GetDelegatedAccessToken
  TrustOutcome tags,
      source_identity;  // what the trust policy and the caller's side say of these, where they are passed

  // A template, as PermissionQuestion is, for the sake of those who include and do not ask.
  template <class Setting>
  constexpr AssumeFacts(const Principal& who, const Role& what, const Setting& setting) : caller(who), role(&what) {
    if (who.kind() == PrincipalKind::web_identity) operation = Operation::assume_role_with_web_identity;
    if (who.kind() == PrincipalKind::saml_identity) operation = Operation::assume_role_with_saml;
    same_account = who.has_account() && who.account() == what.account() && who.name().partition == what.partition();
    RequestKeys keys(caller, what, operation, setting.context, setting.session_name, setting.origin);
    const auto ask = [&](PermissionOutcome& outcome, Text action, NeededFor purpose) {
      PermissionQuestion(caller, &what, same_account, setting, action, keys).answer(outcome, purpose);
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
      PermissionOutcome further;
      ask(further, action_for(which), which);
      permission.add(further, needed, which);
      out = further.trust;
    };
    ask_also(tags, passes_tags, NeededFor::session_tags);
    ask_also(source_identity, passes_source_identity, NeededFor::source_identity);
  }
  constexpr AssumeFacts(Asker who, const Role& what) : asker(who), role(&what) {}

  /// The action behind one of the permissions that the call needs.
  [[nodiscard]] constexpr Text action_for(NeededFor what) const {
    return what == NeededFor::session_tags      ? Text("sts:TagSession")
           : what == NeededFor::source_identity ? Text("sts:SetSourceIdentity")
                                                : permission.action;
  }

 private:
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
