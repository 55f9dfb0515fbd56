// Sessions: what an STS operation brings into being, and what came before it.
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
  assumed_root,  // of AssumeRoot: a member account's root user, for one task
  delegated,     // of GetDelegatedAccessToken: whoever approved the delegation
};

/// Why a session lasts as long as it does. Asking for too much is an error in general; these are the exceptions.
enum class LifetimeBasis : std::uint8_t {
  as_asked,
  not_asked,         // nothing was asked for: the operation's own
  cut_for_root,      // the root user asked for more than an hour, and was given one without a word
  ends_with_sign_in  // the SAML sign-in, or the console session, ends earlier than what was asked for
};

namespace detail {
struct SessionMaker;
struct SpecialSessionMaker;
}  // namespace detail

/// A session: whose, begun by whom, by which operation, from when until when. There is no way to make one but the
/// operations of decide/operations.hpp, which refuse what AWS refuses: a session that exists was allowed. A view of
/// its role and of the session that came before it, which must outlive it.
class Session {
 public:
  [[nodiscard]] constexpr SessionKind kind() const { return kind_; }
  /// Who its requests come from: the role session, the user, the federated user, the root user.
  [[nodiscard]] constexpr const Principal& principal() const { return principal_; }
  /// Who called the operation.
  [[nodiscard]] constexpr const Principal& begun_by() const { return begun_by_; }
  [[nodiscard]] constexpr Operation operation() const { return operation_; }
  [[nodiscard]] constexpr Instant begins() const { return begins_; }
  [[nodiscard]] constexpr Instant ends() const { return ends_; }
  [[nodiscard]] constexpr bool is_valid_at(Instant when) const { return begins_ <= when && when < ends_; }
  /// The role of a role session; nothing (a null pointer) otherwise.
  [[nodiscard]] constexpr const Role* role() const { return role_; }
  /// The session whose credential signed the operation; nothing (a null pointer) where the caller had a long-term key,
  /// was a service, showed a token, or is known by name only.
  [[nodiscard]] constexpr const Session* before() const { return before_; }

  /// What its call stated: tags, session policies and the rest. Never the code of an MFA device.
  [[nodiscard]] constexpr const StsRequest& request() const { return request_; }
  /// The source identity, stated here or carried on from a session before it; empty where there is none. It stays for the
  /// whole chain. Source: Monitor and control actions taken with assumed roles,
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
  [[nodiscard]] constexpr Text source_identity() const {
    const Session* session = this;
    while (!session->request_.source_identity.is_stated() && session->before_ != nullptr) session = session->before_;
    return session->request_.source_identity.view();
  }
  /// Whether its requests say that MFA was used. That of a role which was assumed with MFA is disputed: unknown.
  [[nodiscard]] constexpr Truth has_mfa() const { return mfa_; }
  [[nodiscard]] constexpr LifetimeBasis lifetime_basis() const { return lifetime_; }
  /// Whether its calls are cut down by policies that were passed when it began.
  [[nodiscard]] constexpr bool has_session_policies() const {
    return !request_.session_policy.statements().empty() || !request_.managed_policies.empty();
  }
  /// Of a session of AssumeRoot: its task.
  [[nodiscard]] constexpr RootTask task() const { return task_; }

 private:
  template <class Value, class Error>
  friend class Result;
  friend struct detail::SessionMaker;
  friend struct detail::SpecialSessionMaker;
  constexpr Session() = default;

  // Unlike the session's ARN, a session that came out of an operation still knows its role's path.
  static constexpr Principal role_session(const Role& role, const SessionName& name) {
    Principal principal = RoleSession(role.account(), role.name(), name, role.partition());
    principal.name_.path = role.path();
    return principal;
  }

  SessionKind kind_ = SessionKind::role;
  Operation operation_ = Operation::assume_role;
  Principal principal_;
  Principal begun_by_;
  Instant begins_;
  Instant ends_;
  const Role* role_ = nullptr;
  const Session* before_ = nullptr;
  StsRequest request_{};
  Truth mfa_ = Truth::no;
  LifetimeBasis lifetime_ = LifetimeBasis::as_asked;
  RootTask task_{};
};

/// What has been done against the sessions of a role. Views of the role.
/// Source: Revoke IAM role temporary security credentials,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
struct Revocation {
  const Role* role = nullptr;  // whose sessions; never null
  Instant issued_before{};     // the policy AWSRevokeOlderSessions denies those that began before
  bool role_is_deleted = false;
};

}  // namespace whence
WHENCE_TEMPLATES_END
