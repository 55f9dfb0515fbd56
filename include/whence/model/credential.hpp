// Credentials: what proves a user or a session. The model knows whose they are and until when; it holds no secret.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/time.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/session.hpp>

namespace whence {

/// The long-term access key of an IAM user or of the root user. Two parts, an id (AKIA...) and a secret; the secret has
/// no place in this type. It has no expiry.
class LongTermCredential {
 public:
  constexpr explicit LongTermCredential(const IamUser& owner) : owner_(owner) {}
  constexpr explicit LongTermCredential(const RootUser& owner) : owner_(owner) {}
  [[nodiscard]] constexpr const Principal& principal() const { return owner_; }

 private:
  Principal owner_;
};

/// The credential of a session: key id (ASIA...), secret, session token, expiry. The secret parts have no place in this
/// type. A view of the session, which must outlive it.
/// Source: IAM identifiers, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
class TemporaryCredential {
 public:
  constexpr explicit TemporaryCredential(const Session& session) : session_(&session) {}
  // clang-format off: compilers quote one line of a deleted function.
  explicit TemporaryCredential(const Session&&) WHENCE_REFUSED("a credential views its session: give the session a name first");
  // clang-format on

  [[nodiscard]] constexpr const Session& session() const { return *session_; }
  [[nodiscard]] constexpr const Principal& principal() const { return session_->principal(); }
  [[nodiscard]] constexpr Instant expires() const { return session_->ends(); }
  [[nodiscard]] constexpr bool is_valid_at(Instant when) const { return session_->is_valid_at(when); }

 private:
  const Session* session_;
};

}  // namespace whence
