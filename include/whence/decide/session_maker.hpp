// How the operations of STS make sessions: the rules asked in order, then the value.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/time.hpp>
#include <whence/decide/refused_literal.hpp>
#include <whence/decide/session_asked_for.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/model/outbound_token.hpp>
#include <whence/model/session.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/session_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A session, or the verdict that refused it.
using Begun = Result<Session, Verdict>;

namespace detail {
// The users with a long-term key, and the kind of session that GetSessionToken gives them.
constexpr SessionKind token_kind(const IamUser&) { return SessionKind::user; }
constexpr SessionKind token_kind(const RootUser&) { return SessionKind::root; }
template <class User> concept HoldsKey = requires(const User& user) { token_kind(user); };

struct SessionMaker {
  template <class Request, class Setting>
  static constexpr Begun of_a_role(const Principal& caller, const Session* before, const Role& role,
                                   const Request& request, Setting setting) {
    if (is_about_a_refused_literal(caller, role, setting)) return verdict_of_a_refused_literal();
    if (before != nullptr) setting.origin.session = *before;
    setting.origin.request = request;
    setting.session_name = request.session_name.view();
    const SessionAskedFor<Principal, Request, Setting> asked_for{caller, role, request, setting};
    if (const Verdict verdict = asked_for.verdict(true); !verdict) return verdict;
    const Operation operation = AssumeFacts::operation_of(caller.kind());
    Session session =
        made(SessionKind::role, operation, caller, before, request, asked_for.lasting().duration, Truth::no);
    session.principal_ = Session::role_session(role, *SessionName::parse(request.session_name.view()));
    session.role_ = &role;
    const bool sign_in_ends = request.sign_in_ends != Instant{} && request.sign_in_ends < session.ends_;
    if (sign_in_ends || request.is_in_console()) {
      session.end_at(sign_in_ends ? request.sign_in_ends : session.ends_, LifetimeBasis::ends_with_sign_in);
    }
    return session;
  }

  template <class User, class Request>
  static constexpr Begun of_a_user(const User& user, const Request& request) {
    if (const Verdict form = form_of(Operation::get_session_token, request); !form) return form;
    return of_a_key(user, token_kind(user), Operation::get_session_token, request);
  }

  template <class User, class Request, class Setting>
  static constexpr Begun of_a_federated_user(const User& user, const FederatedName& name, const Request& request,
                                             Setting setting) {
    constexpr auto operation = Operation::get_federation_token;
    const Principal federated = FederatedUser(user.account(), name, user.partition());
    if (const Verdict form = form_of(operation, request); !form) return form;
    setting.origin.request = request;
    if (const Verdict verdict = may_federate(user, federated, setting); !verdict) return verdict;
    Begun begun = of_a_key(user, SessionKind::federated_user, operation, request);
    if (!begun) return begun;
    Session session = *begun;
    session.principal_ = federated;
    return session;
  }

  // The root user needs no permission, but the service control policies of a member account bind it.
  template <class Setting>
  static constexpr Verdict may_federate(const Principal& user, const Principal& federated, const Setting& setting) {
    ArnBuffer resource;
    using Keys = Later<RequestKeys, Setting>;
    Keys keys(user, print_once(federated.name(), resource), setting.context, setting.origin);
    const auto ask = [&](Text action) {
      SideFacts facts;
      facts.ask(setting, AskedCall<Keys>{user, action, keys});
      return facts;
    };
    const Verdict verdict = verdict_of<rules::federation_rules>(ask(info_of(Operation::get_federation_token).action));
    if (!verdict || setting.origin.request->tags.empty()) return verdict;
    return verdict_of<rules::federation_tag_rules>(ask("sts:TagSession"));
  }

  // A value for a call whose refusal the compiler has already reported: the session as if the call were allowed, so
  // that what the design says about it holds, and the refusal is the only error.
  template <class Request>
  static constexpr Session of_a_refused_call(const Principal& caller, const Session* before, const Role& role,
                                             const Request& request) {
    const Operation operation = Later<AssumeFacts, Request>::operation_of(caller.kind());
    const bool chained = caller.kind() == PrincipalKind::role_session;
    const Seconds most = chained ? Seconds{limits::chained_duration.most} : role.maximum_session();
    const Seconds asked = request.duration_or(info_of(operation).when_unset);
    Session session =
        made(SessionKind::role, operation, caller, before, request, asked < most ? asked : most, Truth::no);
    const Result<SessionName, NameError> name = SessionName::parse(request.session_name.view());
    session.principal_ = Session::role_session(role, name ? *name : SessionName("refused"));
    session.role_ = &role;
    session.is_refused_ = true;
    return session;
  }

  template <class Request>
  static constexpr Verdict form_of(Operation operation, const Request& request) {
    return verdict_of<rules::request_rules>(Later<RequestFacts, Request>{operation, request});
  }

  static constexpr Session made(SessionKind kind, Operation operation, const Principal& caller, const Session* before,
                                const StsRequest& request, Seconds duration, Truth mfa) {
    Session session(kind, operation, mfa,
                    request.states_duration() ? LifetimeBasis::as_asked : LifetimeBasis::not_asked);
    session.begun_by_ = caller;
    session.before_ = before;
    session.begins_ = request.at;
    session.ends_ = request.at + duration;
    session.request_ = request;
    session.request_.token_code = {};
    return session;
  }

 private:
  template <class Request>
  static constexpr Begun of_a_key(const Principal& user, SessionKind kind, Operation operation,
                                  const Request& request) {
    const bool is_root = user.kind() == PrincipalKind::root_user;
    const Seconds hour{limits::root_duration.most};
    const Seconds unset = is_root ? hour : info_of(operation).when_unset;
    const Seconds asked = request.duration_or(unset);
    const Later<SessionFacts, Request> asked_for{.operation = operation, .duration = asked};
    if (const Verdict lasting = verdict_of<rules::session_rules>(asked_for); !lasting) return lasting;
    const bool cut = is_root && asked > hour;
    Session session = made(kind, operation, user, nullptr, request, cut ? hour : asked, truth(request.has_mfa()));
    session.principal_ = user;
    if (cut) session.end_at(session.ends_, LifetimeBasis::cut_for_root);
    return session;
  }
};
}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
