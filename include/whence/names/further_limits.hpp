// The limits that no rule of whence.hpp uses. Apart from the others, which every design includes.
#pragma once

#include <whence/names/limits.hpp>

namespace whence::limits {

/// Source, unless a limit has its own: as for the limits of limits.hpp.
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

}  // namespace whence::limits
