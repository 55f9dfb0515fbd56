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

// Limits that no rule of this library uses.
inline constexpr Limit role_arn{"RoleArn", 20, 2048, "characters"};
inline constexpr Limit group_name{"GroupName", 1, 128, "characters"};
inline constexpr Limit account_id{"AccountId", 12, 12, "digits"};
inline constexpr Limit access_key_id{"AccessKeyId", 16, 128, "characters"};
inline constexpr Limit unique_id{"RoleId", 16, 128, "characters"};
inline constexpr Limit assumed_role_id{"AssumedRoleId", 2, 193, "characters"};
inline constexpr Limit role_description{"Description", 0, 1000, "characters"};
inline constexpr Limit saml_provider_name{"Name", 1, 128, "characters"};
inline constexpr Limit oidc_url{"Url", 1, 255, "characters"};
inline constexpr Limit oidc_client_id{"ClientIDList", 1, 255, "characters"};
inline constexpr Limit oidc_thumbprint{"ThumbprintList", 40, 40, "characters"};
inline constexpr Limit provided_contexts{"ProvidedContexts", 1, 5, "contexts"};
inline constexpr Limit context_assertion{"ContextAssertion", 4, 2048, "characters"};
inline constexpr Limit web_identity_subject{"SubjectFromWebIdentityToken", 6, 255, "characters"};
inline constexpr Limit provider_id{"ProviderId", 4, 2048, "characters"};
inline constexpr Limit encoded_message{"EncodedMessage", 1, 10240, "characters"};
inline constexpr Limit target_principal{"TargetPrincipal", 12, 2048, "characters"};
inline constexpr Limit jwt_audiences{"Audience", 1, 10, "values"};
inline constexpr Limit jwt_audience{"Audience", 1, 1000, "characters"};
inline constexpr Limit jwt_algorithm{"SigningAlgorithm", 5, 5, "characters"};

/// Source: IAM and AWS STS quotas, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
inline constexpr Limit policy_document{"PolicyDocument", 1, 131072, "characters"};
inline constexpr Limit managed_policy{"PolicyDocument", 1, 6144, "characters, white space not counted"};
inline constexpr Limit inline_policies_of_a_user{"PolicyDocument", 0, 2048, "characters, white space not counted"};
inline constexpr Limit inline_policies_of_a_group{"PolicyDocument", 0, 5120, "characters, white space not counted"};
inline constexpr Limit inline_policies_of_a_role{"PolicyDocument", 0, 10240, "characters, white space not counted"};
inline constexpr Limit access_keys_of_a_user{"AccessKeys", 0, 2, "keys"};
inline constexpr Limit role_tags{"Tags", 0, 50, "tags"};
inline constexpr Limit console_role_with_path{"Path and RoleName", 1, 64, "characters"};

}  // namespace limits
}  // namespace whence
