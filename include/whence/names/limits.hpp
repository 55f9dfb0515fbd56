// The limits of STS and IAM: lengths, counts and durations, each written once.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

/// The range of a parameter, named as in the API: from `least` to `most`, both included.
struct Limit {
  Text field;
  std::int64_t least;
  std::int64_t most;
  Text unit;

  [[nodiscard]] constexpr bool takes(std::int64_t amount) const { return least <= amount && amount <= most; }
  [[nodiscard]] constexpr bool takes_length(std::size_t length) const {
    return takes(static_cast<std::int64_t>(length));
  }
};

/// Source, unless a limit has its own: the models of STS (2011-06-15) and IAM (2010-05-08) behind the API references,
/// https://docs.aws.amazon.com/STS/latest/APIReference/ and https://docs.aws.amazon.com/IAM/latest/APIReference/
namespace limits {

// Names and other short texts.
inline constexpr Limit role_session_name{"RoleSessionName", 2, 64, "characters"};
inline constexpr Limit source_identity{"SourceIdentity", 2, 64, "characters"};
inline constexpr Limit external_id{"ExternalId", 2, 1224, "characters"};
inline constexpr Limit federated_name{"Name", 2, 32, "characters"};
inline constexpr Limit serial_number{"SerialNumber", 9, 256, "characters"};
inline constexpr Limit token_code{"TokenCode", 6, 6, "digits"};
inline constexpr Limit role_name{"RoleName", 1, 64, "characters"};
inline constexpr Limit user_name{"UserName", 1, 64, "characters"};
inline constexpr Limit path{"Path", 1, 512, "characters"};

// Session tags and session policies.
inline constexpr Limit tags{"Tags", 0, 50, "tags"};
inline constexpr Limit tag_key{"Key", 1, 128, "characters"};
inline constexpr Limit tag_value{"Value", 0, 256, "characters"};
inline constexpr Limit transitive_tag_keys{"TransitiveTagKeys", 0, 50, "keys"};
inline constexpr Limit session_policy{"Policy", 1, 2048, "characters"};
inline constexpr Limit session_policy_arns{"PolicyArns", 0, 10, "policies"};
inline constexpr Limit packed_policy_size{"PackedPolicySize", 0, 100, "percent"};
inline constexpr Limit minimum_token_size{"MinimumSessionTokenSize", 0, 4096, "bytes"};

/// Of GetScopedCredentials. Source: GetScopedCredentials,
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html
inline constexpr Limit scope_down_policies{"Policy", 0, 3, "scope-down policies"};
inline constexpr Limit session_description{"ScopedSessionDescription", 0, 256, "characters"};

// Assertions and tokens that a caller presents.
inline constexpr Limit saml_assertion{"SAMLAssertion", 4, 100000, "characters"};
inline constexpr Limit web_identity_token{"WebIdentityToken", 4, 20000, "characters"};

// Durations.
inline constexpr Limit maximum_session_duration{"MaxSessionDuration", 3600, 43200, "seconds"};
inline constexpr Limit assume_role_duration{"DurationSeconds", 900, 43200, "seconds"};
inline constexpr Limit token_duration{"DurationSeconds", 900, 129600, "seconds"};
inline constexpr Limit assume_root_duration{"DurationSeconds", 0, 900, "seconds"};
inline constexpr Limit scoped_duration{"DurationSeconds", 1, 129600, "seconds"};
inline constexpr Limit jwt_duration{"DurationSeconds", 60, 3600, "seconds"};
/// Of a delegation request. Source: IAM temporary delegation,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html
inline constexpr Limit delegated_duration{"SessionDuration", 300, 43200, "seconds"};
/// Of a session that a role session begins. Source: Methods to assume a role,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html
inline constexpr Limit chained_duration{"DurationSeconds", 900, 3600, "seconds"};
/// Of the root user's sessions; STS shortens a longer request. Source: GetSessionToken,
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
inline constexpr Limit root_duration{"DurationSeconds", 900, 3600, "seconds"};
/// Of a delegation request that the root user approves. Source: as for delegated_duration.
inline constexpr Limit root_delegated_duration{"SessionDuration", 300, 14400, "seconds"};

}  // namespace limits
}  // namespace whence
