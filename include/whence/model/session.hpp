// Sessions: the results of STS operations.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/time.hpp>
#include <whence/base/truth.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/root_task.hpp>
#include <whence/model/sts_request.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

enum class SessionKind : std::uint8_t {
  role,
  user,
  federated_user,
  root,
  assumed_root,  // of AssumeRoot: the root user of a member account, for one task
  delegated,     // of GetDelegatedAccessToken: the principal that approved the delegation
};

/// Why a session lasts as long as it does. A request for too long is an error in general; these are the exceptions.
enum class LifetimeBasis : std::uint8_t {
  as_asked,
  not_asked,          // no duration was requested: the default of the operation
  cut_for_root,       // the root user requested more than an hour and got one hour, without an error
  ends_with_sign_in,  // the SAML sign-in or the console session ends before the requested duration
  ends_with_session   // GetScopedCredentials without a duration: the end of the calling session
};

namespace detail {
struct SessionMaker;
struct SpecialSessionMaker;
}  // namespace detail

/// A session of STS. Only the operations of decide/operations.hpp make one, and they refuse what AWS refuses: a session
/// that exists was allowed. A view of its role and of the session before it, which must outlive it.
class Session {
 public:
  [[nodiscard]] constexpr SessionKind kind() const { return kind_; }
  /// The principal of its requests: the role session, the user, the federated user or the root user.
  [[nodiscard]] constexpr const Principal& principal() const { return principal_; }
  /// The caller of the operation that began it.
  [[nodiscard]] constexpr const Principal& begun_by() const { return begun_by_; }
  [[nodiscard]] constexpr Operation operation() const { return operation_; }
  [[nodiscard]] constexpr Instant begins() const { return begins_; }
  [[nodiscard]] constexpr Instant ends() const { return ends_; }
  [[nodiscard]] constexpr bool is_valid_at(Instant when) const { return begins_ <= when && when < ends_; }
  /// The role of a role session; otherwise null.
  [[nodiscard]] constexpr const Role* role() const { return role_; }
  /// The session whose credential signed the call; null if the caller was a service or had a long-term key
  /// or a token, or if it is known only by name.
  [[nodiscard]] constexpr const Session* before() const { return before_; }

  /// The parameters of the call that began it. Never the code of an MFA device.
  [[nodiscard]] constexpr const StsRequest& request() const { return request_; }
  /// The source identity, set here or inherited from a session before it; empty if there is none. It stays the same in
  /// the whole chain. Source: Monitor and control actions taken with assumed roles,
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
  [[nodiscard]] constexpr Text source_identity() const {
    const Session* session = this;
    while (!session->request_.source_identity.is_stated() && session->before_ != nullptr) session = session->before_;
    return session->request_.source_identity.view();
  }
  /// Of a credential of GetScopedCredentials: the session that called it, of which this is the same with fewer
  /// permissions or a shorter life. Null for any other. Source: Permissions for GetScopedCredentials,
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getscopedcredentials.html
  [[nodiscard]] constexpr const Session* narrowed_from() const { return narrowed_from_; }
  /// The Policy of that call; without statements if it had none. Those of earlier calls limit the session too.
  [[nodiscard]] constexpr const IdentityPolicy& scope_down_policy() const { return scope_down_policy_; }
  /// The ScopedSessionDescription of that call.
  [[nodiscard]] constexpr Text description() const { return description_; }
  /// Whether its requests say that MFA was used. Those of a role session do not, even if the role was assumed with MFA.
  /// Source: Secure API access with MFA,
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
  [[nodiscard]] constexpr Truth has_mfa() const { return mfa_; }
  [[nodiscard]] constexpr LifetimeBasis lifetime_basis() const { return lifetime_; }
  /// Whether session policies were passed when it began.
  [[nodiscard]] constexpr bool has_session_policies() const {
    return !request_.session_policy.statements().empty() || !request_.managed_policies.empty();
  }
  /// The task of a session of AssumeRoot.
  [[nodiscard]] constexpr RootTask task() const { return task_; }
  /// Whether the compiler has refused the call that begins it, or a session before it. session_of then has this value
  /// in its place, as if the call were allowed, so that the refusal is the only error.
  [[nodiscard]] constexpr bool is_refused() const {
    const Session* session = this;
    while (!session->is_refused_ && session->before_ != nullptr) session = session->before_;
    return session->is_refused_;
  }

 private:
  template <class Value, class Error>
  friend class Result;
  friend struct detail::SessionMaker;
  friend struct detail::SpecialSessionMaker;
  constexpr Session() = default;
  constexpr Session(SessionKind kind, Operation operation, Truth mfa, LifetimeBasis lifetime)
      : kind_(kind), operation_(operation), mfa_(mfa), lifetime_(lifetime) {}
  constexpr void end_at(Instant ends, LifetimeBasis why) {
    ends_ = ends;
    lifetime_ = why;
  }
  // A session that an operation began knows its role's path, which its ARN does not have.
  static constexpr Principal role_session(const Role& role, const SessionName& name) {
    Principal principal = RoleSession(role.account(), role.name(), name, role.partition());
    principal.name_.path = role.path();
    return principal;
  }

  SessionKind kind_ = SessionKind::role;
  Operation operation_ = Operation::assume_role;
  Principal principal_, begun_by_;
  Instant begins_, ends_;
  const Role* role_ = nullptr;
  const Session* before_ = nullptr;
  const Session* narrowed_from_ = nullptr;
  IdentityPolicy scope_down_policy_{};
  Text description_;
  StsRequest request_{};
  Truth mfa_ = Truth::no;
  LifetimeBasis lifetime_ = LifetimeBasis::as_asked;
  RootTask task_{};
  bool is_refused_ = false;
};

/// How the sessions of a role were revoked. A view of the role. Source: Revoke IAM role temporary security credentials,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
struct Revocation {
  const Role* role = nullptr;  // whose sessions; never null
  Instant issued_before{};     // the policy AWSRevokeOlderSessions denies sessions that began earlier
  bool role_is_deleted = false;
};

}  // namespace whence
WHENCE_TEMPLATES_END
