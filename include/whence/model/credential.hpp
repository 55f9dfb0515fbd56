// Credentials: what proves a user or a session. The model knows whose they are and until when; it holds no secret.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/base/time.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/session.hpp>
#include <whence/names/key_id.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The long-term access key of an IAM user or of the root user. Two parts, an id (AKIA...) and a secret; the secret has
/// no place in this type. It has no expiry.
/// Source: IAM identifiers, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
class LongTermCredential {
 public:
  constexpr explicit LongTermCredential(const IamUser& owner) : owner_(owner) {}
  constexpr explicit LongTermCredential(const RootUser& owner) : owner_(owner) {}

  /// The same with its key id, which must be one of a long-term key (AKIA...).
  [[nodiscard]] constexpr Result<LongTermCredential, NameError> with_key_id(const AccessKeyId& id) const {
    if (id.kind() != IdKind::long_term_access_key) return NameError{NameFault::key_id_is_of_another_kind, 0};
    LongTermCredential credential = *this;
    credential.key_id_ = id.view();
    return credential;
  }

  [[nodiscard]] constexpr const Principal& principal() const { return owner_; }
  /// Empty where it has not been said.
  [[nodiscard]] constexpr Text key_id() const { return key_id_; }

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr LongTermCredential() : owner_(RootUser(AccountId{})) {}
  Principal owner_;
  Text key_id_;
};

/// The credential of a session: key id (ASIA...), secret, session token, expiry. The secret parts have no place in this
/// type. A view of the session, which must outlive it. Same source.
class TemporaryCredential {
 public:
  constexpr explicit TemporaryCredential(const Session& session) : session_(&session) {}
  // Compilers quote one line of a deleted function.
  // clang-format off
  explicit TemporaryCredential(const Session&&) WHENCE_REFUSED("a credential views its session: give the session a name first");
  // clang-format on

  /// The same with its key id, which must be one of a temporary key (ASIA...).
  [[nodiscard]] constexpr Result<TemporaryCredential, NameError> with_key_id(const AccessKeyId& id) const {
    if (!id.is_temporary()) return NameError{NameFault::key_id_is_of_another_kind, 0};
    TemporaryCredential credential = *this;
    credential.key_id_ = id.view();
    return credential;
  }

  [[nodiscard]] constexpr const Session& session() const { return *session_; }
  [[nodiscard]] constexpr const Principal& principal() const { return session_->principal(); }
  [[nodiscard]] constexpr Instant expires() const { return session_->ends(); }
  [[nodiscard]] constexpr bool is_valid_at(Instant when) const { return session_->is_valid_at(when); }
  /// Empty where it has not been said.
  [[nodiscard]] constexpr Text key_id() const { return key_id_; }

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr TemporaryCredential() = default;
  const Session* session_ = nullptr;
  Text key_id_;
};

}  // namespace whence
WHENCE_TEMPLATES_END
