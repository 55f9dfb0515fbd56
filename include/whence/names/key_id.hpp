// Access key ids, and the unique ids of IAM resources. Ids are not secret; there is no type for secrets.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/name_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The meaning of the first four letters of an id. AWS promises neither that the list is complete nor that a prefix
/// always keeps its meaning.
/// Source: IAM identifiers, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
enum class IdKind : std::uint8_t {
  service_bearer_token,    // ABIA
  context_credential,      // ACCA
  user_group,              // AGPA
  iam_user,                // AIDA
  instance_profile,        // AIPA
  long_term_access_key,    // AKIA: of an IAM user or the root user
  managed_policy,          // ANPA
  managed_policy_version,  // ANVA
  public_key,              // APKA
  role,                    // AROA
  certificate,             // ASCA
  temporary_access_key,    // ASIA: useless without its secret and its session token
};

struct IdPrefix {
  Text prefix;
  IdKind kind;
  Text meaning;
};

inline constexpr IdPrefix id_prefixes[] = {
    {"ABIA", IdKind::service_bearer_token, "STS service bearer token"},
    {"ACCA", IdKind::context_credential, "context-specific credential"},
    {"AGPA", IdKind::user_group, "user group"},
    {"AIDA", IdKind::iam_user, "IAM user"},
    {"AIPA", IdKind::instance_profile, "EC2 instance profile"},
    {"AKIA", IdKind::long_term_access_key, "long-term access key"},
    {"ANPA", IdKind::managed_policy, "managed policy"},
    {"ANVA", IdKind::managed_policy_version, "version of a managed policy"},
    {"APKA", IdKind::public_key, "public key"},
    {"AROA", IdKind::role, "role"},
    {"ASCA", IdKind::certificate, "certificate"},
    {"ASIA", IdKind::temporary_access_key, "temporary access key"},
};

/// An id with one of the known prefixes: 16 to 128 word characters. A view: the text must outlive it.
/// Source: GetAccessKeyInfo, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
class UniqueId {
 public:
  /// At most 128 bytes. Complexity: linear; no allocation.
  [[nodiscard]] static constexpr Result<UniqueId, NameError> parse(Text text) {
    if (text.size() < 16 || text.size() > 128) {
      return NameError{NameFault::key_id_is_not_16_to_128,
                       static_cast<std::uint32_t>(text.size() < 16 ? text.size() : 128)};
    }
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (!ascii::word_characters.has(text[i]))
        return NameError{NameFault::key_id_holds_a_character_that_is_not_allowed, i};
    }
    for (const IdPrefix& each : id_prefixes) {
      if (text.starts_with(each.prefix)) return UniqueId{text, each.kind};
    }
    return NameError{NameFault::key_id_has_an_unknown_prefix, 0};
  }

  [[nodiscard]] constexpr Text view() const { return text_; }
  [[nodiscard]] constexpr IdKind kind() const { return kind_; }
  friend constexpr bool operator==(const UniqueId& left, const UniqueId& right) { return left.text_ == right.text_; }

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr UniqueId() = default;
  constexpr UniqueId(Text text, IdKind kind) : text_(text), kind_(kind) {}
  Text text_;
  IdKind kind_ = IdKind::iam_user;
};

/// The id of an access key: a UniqueId with the prefix AKIA, ASIA, ABIA or ACCA.
class AccessKeyId {
 public:
  /// As UniqueId.
  [[nodiscard]] static constexpr Result<AccessKeyId, NameError> parse(Text text) {
    const Result<UniqueId, NameError> id = UniqueId::parse(text);
    if (!id) return id.error();
    switch (id->kind()) {
      case IdKind::long_term_access_key:
      case IdKind::temporary_access_key:
      case IdKind::service_bearer_token:
      case IdKind::context_credential: return AccessKeyId{text, id->kind()};
      default: return NameError{NameFault::key_id_has_an_unknown_prefix, 0};
    }
  }

  [[nodiscard]] constexpr Text view() const { return text_; }
  [[nodiscard]] constexpr IdKind kind() const { return kind_; }
  /// Temporary does not mean a role: a GetSessionToken session has an ASIA key too, and is still its user.
  [[nodiscard]] constexpr bool is_temporary() const { return kind_ == IdKind::temporary_access_key; }
  friend constexpr bool operator==(const AccessKeyId& left, const AccessKeyId& right) {
    return left.text_ == right.text_;
  }

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr AccessKeyId() = default;
  constexpr AccessKeyId(Text text, IdKind kind) : text_(text), kind_(kind) {}
  Text text_;
  IdKind kind_ = IdKind::long_term_access_key;
};

}  // namespace whence
WHENCE_TEMPLATES_END
