// Sessions: what an STS operation brings into being, and what came before it.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/time.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>

namespace whence {

enum class SessionKind : std::uint8_t { role, user, federated_user, root };

namespace detail {
struct SessionMaker;
}

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

 private:
  template <class Value, class Error>
  friend class Result;
  friend struct detail::SessionMaker;
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
};

}  // namespace whence
