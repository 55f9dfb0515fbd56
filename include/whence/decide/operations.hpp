// The STS operations that begin sessions. There is no other way to a Session.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/time.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/verdict.hpp>
#include <whence/model/session.hpp>
#include <whence/rules/rule_book.hpp>
#include <whence/rules/session_rules.hpp>

namespace whence {

/// What a caller of AssumeRole or one of its siblings states. Without a duration the operation's own holds: one hour.
/// Source: AssumeRole, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
struct AssumeRoleRequest {
  SessionName session_name;
  Seconds duration{};  // 0: not stated
  Instant at{};
  CallerSide callers_own_policies = CallerSide::not_given;  // looked at only where no policies are given
  const Policies* policies = nullptr;                       // those that take part, where they are known
  RequestContext context{};                                 // what else is known of the call
};

/// Likewise for GetSessionToken and GetFederationToken.
struct TokenRequest {
  Seconds duration{};  // 0: not stated
  Instant at{};
};

/// A session, or the verdict that refused it.
using Begun = Result<Session, Verdict>;

namespace detail {

struct SessionMaker {
  static constexpr Begun of_a_role(const Principal& caller, const Session* before, const Role& role,
                                   const AssumeRoleRequest& request) {
    AssumeSetting setting(request.callers_own_policies);
    if (request.policies != nullptr) setting.policies = *request.policies;
    setting.context = request.context;
    setting.session_name = request.session_name.view();
    const AssumeFacts facts = MayAssume::facts(caller, role, setting);
    if (const Verdict verdict = MayAssume::verdict(facts); !verdict) return verdict;
    const Seconds duration = request.duration == Seconds{} ? info_of(facts.operation).when_unset : request.duration;
    const SessionFacts limits{.operation = facts.operation,
                              .duration = duration,
                              .roles_maximum = role.maximum_session(),
                              .by_a_service = caller.kind() == PrincipalKind::service,
                              .by_a_role_session = caller.kind() == PrincipalKind::role_session,
                              .by_a_user_session = before != nullptr && before->kind() == SessionKind::user,
                              .callers_session_is_valid = before == nullptr || before->is_valid_at(request.at)};
    if (Verdict verdict = verdict_of<rules::session_rules>(limits); !verdict) {
      if (verdict.left_open_by<rules::a_chained_session_lasts_an_hour>()) verdict.open = &open_questions::x4;
      return verdict;
    }
    Session session = made(SessionKind::role, facts.operation, caller, request.at, duration);
    session.principal_ = Session::role_session(role, request.session_name);
    session.role_ = &role;
    session.before_ = before;
    return session;
  }

  static constexpr Begun of_a_user(const Principal& user, SessionKind kind, Operation operation,
                                   const TokenRequest& request) {
    const bool is_root = user.kind() == PrincipalKind::root_user;
    // For the root user the default is one hour, and more than that is cut without a word.
    const Seconds unset = is_root ? hours(1) : info_of(operation).when_unset;
    Seconds duration = request.duration == Seconds{} ? unset : request.duration;
    const SessionFacts limits{.operation = operation, .duration = duration, .roles_maximum = {}};
    if (const Verdict verdict = verdict_of<rules::session_rules>(limits); !verdict) return verdict;
    if (is_root && duration > hours(1)) duration = hours(1);
    Session session = made(kind, operation, user, request.at, duration);
    session.principal_ = user;
    return session;
  }

  // Stands where a refusal has been reported already, so that it is one error and not two.
  static constexpr Session nobodys() { return Session{}; }

  static constexpr void rename(Session& session, const Principal& principal) { session.principal_ = principal; }

 private:
  static constexpr Session made(SessionKind kind, Operation operation, const Principal& caller, Instant at,
                                Seconds duration) {
    Session session;
    session.kind_ = kind;
    session.operation_ = operation;
    session.begun_by_ = caller;
    session.begins_ = at;
    session.ends_ = at + duration;
    return session;
  }
};

}  // namespace detail

/// AssumeRole; for a WebIdentity or SamlIdentity the operation that takes its token. The session is a role session.
/// A view of the role, which must outlive it. Errors: whatever may_assume refuses or leaves unknown, and durations
/// outside the limits. Complexity: linear in the trust policy; no allocation.
[[nodiscard]] constexpr Begun assume_role(const Principal& caller, const Role& role, const AssumeRoleRequest& request) {
  return detail::SessionMaker::of_a_role(caller, nullptr, role, request);
}

/// The same, called with the credential of a session, which must outlive the new one. By a role session this is
/// chaining: one hour at the most.
[[nodiscard]] constexpr Begun assume_role(const Session& caller, const Role& role, const AssumeRoleRequest& request) {
  return detail::SessionMaker::of_a_role(caller.principal(), &caller, role, request);
}
// Compilers quote one line of a deleted function, so name and reason stand on the same one.
// clang-format off
Begun assume_role(const Session&&, const Role&, const AssumeRoleRequest&) WHENCE_REFUSED("the new session views the one it was begun with: give that one a name first");
template <class Caller>
Begun assume_role(const Caller&, const Role&&, const AssumeRoleRequest&) WHENCE_REFUSED("a session views its role: give the role a name first");
Begun assume_role(const Software&, const Role&, const AssumeRoleRequest&) WHENCE_REFUSED("[W101] software assumes nothing: it reads the credential of a session that a principal began");
Begun assume_role(const OsUser&, const Role&, const AssumeRoleRequest&) WHENCE_REFUSED("[W101] a user of an operating system is no principal: it reads the credential of a session");
Begun assume_role(const Role&, const Role&, const AssumeRoleRequest&) WHENCE_REFUSED("[W102] a role is assumed and never assumes: a session of it does");
Begun assume_role(const Account&, const Role&, const AssumeRoleRequest&) WHENCE_REFUSED("[W103] an account makes no request: one of its users or sessions does");
// clang-format on

/// GetSessionToken: temporary credentials for the same user. Needs no permission. 900 to 129600 seconds, 43200 unless
/// stated; for the root user one hour at the most, cut without an error.
/// Source: GetSessionToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
[[nodiscard]] constexpr Begun get_session_token(const IamUser& user, const TokenRequest& request = {}) {
  return detail::SessionMaker::of_a_user(user, SessionKind::user, Operation::get_session_token, request);
}
[[nodiscard]] constexpr Begun get_session_token(const RootUser& user, const TokenRequest& request = {}) {
  return detail::SessionMaker::of_a_user(user, SessionKind::root, Operation::get_session_token, request);
}
// clang-format off
Begun get_session_token(const Session&, const TokenRequest& = {}) WHENCE_REFUSED("GetSessionToken takes a long-term key: it refuses the credential of a session");
// clang-format on

namespace detail {

template <class User>
constexpr Begun begin_federation(const User& user, const FederatedName& name, CallerSide side,
                                 const TokenRequest& request) {
  const Principal maker = user;
  const bool is_root = maker.kind() == PrincipalKind::root_user;
  const rules::PermissionFacts permission{is_root ? CallerSide::allows : side};
  if (const Verdict verdict = verdict_of<rules::federation_token_rules>(permission); !verdict) return verdict;
  Begun begun = SessionMaker::of_a_user(maker, SessionKind::federated_user, Operation::get_federation_token, request);
  if (!begun) return begun;
  Session session = *begun;
  SessionMaker::rename(session, FederatedUser(user.account(), name, user.partition()));
  return session;
}

}  // namespace detail

/// GetFederationToken: a federated-user session, which may do what its maker and the session policies both allow, and
/// calls no STS operation but GetCallerIdentity. An IAM user needs the permission for it.
/// Source: GetFederationToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
[[nodiscard]] constexpr Begun get_federation_token(const IamUser& user, const FederatedName& name, CallerSide side,
                                                   const TokenRequest& request = {}) {
  return detail::begin_federation(user, name, side, request);
}
[[nodiscard]] constexpr Begun get_federation_token(const RootUser& user, const FederatedName& name, CallerSide side,
                                                   const TokenRequest& request = {}) {
  return detail::begin_federation(user, name, side, request);
}
// clang-format off
Begun get_federation_token(const Session&, const FederatedName&, CallerSide, const TokenRequest& = {}) WHENCE_REFUSED("GetFederationToken takes a long-term key: it refuses the credential of a session");
// clang-format on

}  // namespace whence
