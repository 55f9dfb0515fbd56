// Credentials of users and sessions. The model knows the owner and the expiry of each; it holds no secret.
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

/// The long-term access key of an IAM user or the root user: an id (AKIA...) and a secret, which this type does not
/// hold. It does not expire. Source: IAM identifiers,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
class LongTermCredential {
 public:
  constexpr explicit LongTermCredential(const IamUser& owner) : owner_(owner) {}
  constexpr explicit LongTermCredential(const RootUser& owner) : owner_(owner) {}

  /// The same credential with its key id, which must be that of a long-term key (AKIA...).
  [[nodiscard]] constexpr Result<LongTermCredential, NameError> with_key_id(const AccessKeyId& id) const {
    if (id.kind() != IdKind::long_term_access_key) return NameError{NameFault::key_id_is_of_another_kind, 0};
    LongTermCredential credential = *this;
    credential.key_id_ = id.view();
    return credential;
  }

  [[nodiscard]] constexpr const Principal& principal() const { return owner_; }
  [[nodiscard]] constexpr Text key_id() const { return key_id_; }  // empty if not known

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr LongTermCredential() : owner_(RootUser(AccountId{})) {}
  Principal owner_;
  Text key_id_;
};

/// The credential of a session: key id (ASIA...), secret, session token, expiry. This type does not hold the secret
/// parts. A view of the session, which must outlive it. Same source.
class TemporaryCredential {
 public:
  constexpr explicit TemporaryCredential(const Session& session) : session_(&session) {}
  // clang-format off
  explicit TemporaryCredential(const Session&&) WHENCE_REFUSED("a credential views its session: give the session a name first");
  // clang-format on

  /// The same credential with its key id, which must be that of a temporary key (ASIA...).
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
  [[nodiscard]] constexpr Text key_id() const { return key_id_; }  // empty if not known

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr TemporaryCredential() = default;
  const Session* session_ = nullptr;
  Text key_id_;
};

}  // namespace whence
WHENCE_TEMPLATES_END
