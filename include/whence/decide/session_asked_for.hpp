// What a call that assumes a role must be, with its request: in the order in which STS would refuse it.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/time.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/evaluate/special_callers.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>
#include <whence/model/sts_request.hpp>
#include <whence/names/limits.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/session_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// Who makes the call, as a principal; and the session that signs it, null if it has none, or if it is not known.
template <class Caller>
requires requires(const Caller& caller) { caller.principal(); } || requires(const Caller& caller) {
  Principal(caller);
}
constexpr Principal principal_of(const Caller& caller) {
  if constexpr (requires { caller.principal(); }) {
    return caller.principal();
  } else {
    return caller;
  }
}
template <class Caller, class Setting>
constexpr const Session* session_before(const Caller& caller, const Setting& setting) {
  if constexpr (requires { caller.begun_by(); }) {
    return &caller;
  } else if constexpr (requires { caller.session(); }) {
    return caller.session();
  } else {
    return setting.origin.session ? &*setting.origin.session : nullptr;
  }
}

// A template, so that it is cheap to include.
template <class Caller, class Request, class Setting>
struct SessionAskedFor {
  const Caller& caller;
  const Role& role;
  const Request& request;
  const Setting& setting;  // with this request

  // How long it would last: in the console what remains of the sign-in, or the role's maximum, or the hour of a chain,
  // whichever is shortest.
  [[nodiscard]] constexpr Later<SessionFacts, Request> lasting() const {
    const PrincipalKind kind = principal_of(caller).kind();
    const Operation operation = AssumeFacts::operation_of(kind);
    const Session* const before = session_before(caller, setting);
    const bool chained = kind == PrincipalKind::role_session;
    const Seconds left = request.console_session_ends - request.at;
    const Seconds most = chained ? Seconds{limits::chained_duration.most} : role.maximum_session();
    const Seconds console = left < most ? left : most;
    const Seconds asked = request.duration_or(info_of(operation).when_unset);
    return {
        .operation = operation,
        .duration = request.is_in_console() ? console : asked,
        .roles_maximum = role.maximum_session(),
        .by_a_service = kind == PrincipalKind::service,
        .by_a_role_session = chained,
        .by_a_user_session = before != nullptr && before->kind() == SessionKind::user,
        .callers_session_is_valid = before == nullptr || before->is_valid_at(request.at),
        .session_token_passes_hour = setting.disputed_points().session_token_passes_the_hour,
        .in_console = request.is_in_console(),
        .sets_an_origin_identity = request.origin_identity != nullptr && !asserts_an_identity(principal_of(caller))};
  }

  // `is_named`: whether the request must state the session's name.
  [[nodiscard]] constexpr Verdict verdict(bool is_named) const {
    const Later<AssumeFacts, Setting> facts(caller, role, setting);
    // The wrong kind of caller is reported before a fault of the request.
    if (const Verdict kind = verdict_of<rules::kind_rules>(facts); !kind) return kind;
    const Later<RequestFacts, Request> stated{facts.operation, request, is_named};
    if (const Verdict form = verdict_of<rules::request_rules>(stated); !form) return form;
    const Verdict allowed = verdict_of<rules::assume_rules>(facts);
    if (!allowed) return allowed;
    const Verdict lasts = verdict_of<rules::session_rules>(lasting());
    return lasts ? allowed : lasts;
  }
};

// The verdict on a call with a request. A service names its sessions itself, and an assertion of SAML names its session.
template <class Caller, class Setting>
constexpr Verdict verdict_with_request(const Caller& caller, const Role& role, Setting setting) {
  if constexpr (
      !requires { caller.principal(); } && !requires { caller.kind(); }) {
    const Principal principal = caller;  // the facts view it
    return verdict_with_request(principal, role, setting);
  } else {
    using Request = Later<StsRequest, Setting>;
    const Request& request = *setting.origin.request;
    if (request.session_name.is_stated()) setting.session_name = request.session_name.view();
    const PrincipalKind kind = principal_of(caller).kind();
    const bool is_named = kind != PrincipalKind::service && kind != PrincipalKind::saml_identity;
    return SessionAskedFor<Caller, Request, Setting>{caller, role, request, setting}.verdict(is_named);
  }
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
