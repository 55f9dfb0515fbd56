// The condition keys that a call about a role can have: of which type, with how many values, and when they are there.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>

namespace whence {

enum class KeyType : std::uint8_t { string, numeric, boolean, date, arn, ip_address };

[[nodiscard]] constexpr Text name_of(KeyType type) {
  constexpr Text names[] = {"string", "number", "boolean", "date", "ARN", "IP address"};
  return names[static_cast<std::size_t>(type)];
}

struct ConditionKeyInfo {
  Text name;  // one that ends in / stands for all that begin so
  KeyType type = KeyType::string;
  bool is_multivalued = false;
  Text when;  // the request has it
};

/// Sources: AWS global condition context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html; Actions, resources, and
/// condition keys for AWS Security Token Service,
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
inline constexpr ConditionKeyInfo condition_keys[] = {
    {"aws:PrincipalArn", KeyType::arn, false, "a signed request; for a session it is the role's ARN"},
    {"aws:PrincipalAccount", KeyType::string, false, "a signed request"},
    {"aws:PrincipalOrgID", KeyType::string, false, "the caller's account is in an organization"},
    {"aws:PrincipalOrgPaths", KeyType::string, true, "the caller's account is in an organization"},
    {"aws:PrincipalTag/", KeyType::string, false, "the caller is tagged so"},
    {"aws:PrincipalType", KeyType::string, false, "every request"},
    {"aws:PrincipalIsAWSService", KeyType::boolean, false, "true where a service principal calls"},
    {"aws:PrincipalServiceName", KeyType::string, false, "a service principal calls"},
    {"aws:PrincipalServiceNamesList", KeyType::string, true, "a service principal calls"},
    {"aws:userid", KeyType::string, false, "a signed request"},
    {"aws:username", KeyType::string, false, "an IAM user calls"},
    {"aws:SourceAccount", KeyType::string, false, "a service principal acts for a resource"},
    {"aws:SourceArn", KeyType::arn, false, "a service principal acts for a resource"},
    {"aws:SourceOrgID", KeyType::string, false, "a service principal acts for a resource of an organization"},
    {"aws:SourceOrgPaths", KeyType::string, true, "a service principal acts for a resource of an organization"},
    {"aws:SourceIp", KeyType::ip_address, false, "the call does not come through a VPC endpoint"},
    {"aws:SourceVpc", KeyType::string, false, "the call comes through a VPC endpoint"},
    {"aws:SourceVpce", KeyType::string, false, "the call comes through a VPC endpoint"},
    {"aws:VpcSourceIp", KeyType::ip_address, false, "the call comes through a VPC endpoint"},
    {"aws:SecureTransport", KeyType::boolean, false, "every request"},
    {"aws:CurrentTime", KeyType::date, false, "every request"},
    {"aws:EpochTime", KeyType::date, false, "every request"},
    {"aws:RequestedRegion", KeyType::string, false, "every request"},
    {"aws:ViaAWSService", KeyType::boolean, false, "every request; true where a service calls on for the principal"},
    {"aws:CalledVia", KeyType::string, true, "a service calls on for the principal"},
    {"aws:CalledViaFirst", KeyType::string, false, "a service calls on for the principal"},
    {"aws:CalledViaLast", KeyType::string, false, "a service calls on for the principal"},
    {"aws:MultiFactorAuthPresent", KeyType::boolean, false, "temporary credentials, or MFA given with the call"},
    {"aws:MultiFactorAuthAge", KeyType::numeric, false, "MFA was used"},
    {"aws:TokenIssueTime", KeyType::date, false, "temporary credentials"},
    {"aws:FederatedProvider", KeyType::string, false, "the session began with a web identity"},
    {"aws:SourceIdentity", KeyType::string, false, "the session has a source identity"},
    {"aws:AssumedRoot", KeyType::boolean, false, "the session began with AssumeRoot"},
    {"aws:RequestTag/", KeyType::string, false, "the call passes this session tag"},
    {"aws:TagKeys", KeyType::string, true, "the call passes session tags"},
    {"aws:ResourceTag/", KeyType::string, false, "the role is tagged so"},
    {"iam:ResourceTag/", KeyType::string, false, "the role is tagged so"},
    {"aws:ResourceAccount", KeyType::string, false, "every request: the role's account"},
    {"aws:ResourceOrgID", KeyType::string, false, "the role's account is in an organization"},
    {"aws:ResourceOrgPaths", KeyType::string, true, "the role's account is in an organization"},
    {"sts:ExternalId", KeyType::string, false, "AssumeRole with an ExternalId"},
    {"sts:RoleSessionName", KeyType::string, false, "every operation that assumes a role"},
    {"sts:SourceIdentity", KeyType::string, false, "a source identity is passed, or carried on by the caller's session"},
    {"sts:TransitiveTagKeys", KeyType::string, true, "the call passes transitive session tags"},
    {"sts:DurationSeconds", KeyType::numeric, false, "never where a role is assumed"},
    {"sts:TaskPolicyArn", KeyType::arn, false, "AssumeRoot"},
    {"sts:RequestContext/", KeyType::string, false, "SetContext"},
    {"sts:RequestContextProviders", KeyType::arn, true, "SetContext"},
    {"sts:RoleAuthorizedByIdp", KeyType::boolean, false, "AssumeRoleWithWebIdentity"},
    {"sts:IdentityTokenAudience", KeyType::string, true, "GetWebIdentityToken"},
    {"sts:SigningAlgorithm", KeyType::string, false, "GetWebIdentityToken"},
    {"sts:AWSServiceName", KeyType::string, false, "GetServiceBearerToken"},
    {"iam:PassedToService", KeyType::string, false, "iam:PassRole: the service that receives the role"},
    {"iam:AssociatedResourceArn", KeyType::arn, false, "iam:PassRole"},
    {"ec2:SourceInstanceArn", KeyType::arn, false, "the session was delivered to an instance by its profile"},
    {"ec2:RoleDelivery", KeyType::numeric, false, "the session was delivered to an instance by its profile"},
    {"aws:Ec2InstanceSourceVpc", KeyType::string, false, "the session was delivered to an instance by its profile"},
    {"aws:Ec2InstanceSourcePrivateIPv4", KeyType::ip_address, false, "the session was delivered by a profile"},
    {"ssm:SourceInstanceArn", KeyType::arn, false, "the session was delivered by Systems Manager"},
    {"lambda:SourceFunctionArn", KeyType::arn, false, "the session was delivered to a function"},
    {"glue:RoleAssumedBy", KeyType::string, false, "the session was delivered by Glue"},
    {"glue:CredentialIssuingService", KeyType::string, false, "the session was delivered by Glue"},
    {"identitystore:UserId", KeyType::string, false, "the session carries an identity of Identity Center"},
    {"aws:ChatbotSourceArn", KeyType::arn, false, "the session is one of a chat application"},
    {"saml:aud", KeyType::string, false, "AssumeRoleWithSAML: the endpoint of the assertion"},
    {"saml:iss", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:sub", KeyType::string, false, "AssumeRoleWithSAML, and later calls of the session"},
    {"saml:sub_type", KeyType::string, false, "AssumeRoleWithSAML, and later calls of the session"},
    {"saml:namequalifier", KeyType::string, false, "AssumeRoleWithSAML, and later calls of the session"},
    {"saml:doc", KeyType::string, false, "AssumeRoleWithSAML: account and name of the provider"},
    {"saml:cn", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduPersonAffiliation", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduPersonAssurance", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduPersonEntitlement", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduPersonNickname", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduPersonOrgDN", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:eduPersonOrgUnitDN", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduPersonPrimaryAffiliation", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:eduPersonPrimaryOrgUnitDN", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:eduPersonPrincipalName", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:eduPersonScopedAffiliation", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduPersonTargetedID", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduOrgHomePageURI", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduOrgIdentityAuthNPolicyURI", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduOrgLegalName", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduOrgSuperiorURI", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:eduOrgWhitePagesURI", KeyType::string, true, "AssumeRoleWithSAML"},
    {"saml:givenName", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:mail", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:commonName", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:name", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:organizationStatus", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:primaryGroupSID", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:surname", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:uid", KeyType::string, false, "AssumeRoleWithSAML"},
    {"saml:x500UniqueIdentifier", KeyType::string, false, "AssumeRoleWithSAML"},
};

/// The claims of a token are keys too, PROVIDER:claim; of those, amr has several values.
/// Source: IAM and AWS STS condition context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
inline constexpr ConditionKeyInfo authentication_methods{"amr", KeyType::string, true, "AssumeRoleWithWebIdentity"};

namespace detail {

constexpr bool is_key(const ConditionKeyInfo& row, Text name) {
  const bool family = row.name[row.name.size() - 1] == '/';
  return family ? name.size() > row.name.size() && ascii::starts_with_ignoring_case(name, row.name)
                : ascii::equal_ignoring_case(name, row.name);
}
constexpr bool is_authentication_methods(Text name) {
  return name.size() > 4 && ascii::equal_ignoring_case(name.part(name.size() - 4), ":amr");
}

// Where the rows of multivalued keys stand, so that a condition asks only those.
struct MultivaluedRows {
  std::uint8_t at[sizeof condition_keys / sizeof condition_keys[0]]{};
  std::uint8_t count = 0;
  consteval MultivaluedRows() {
    std::uint8_t row = 0;
    for (const ConditionKeyInfo& each : condition_keys) {
      if (each.is_multivalued) at[count++] = row;
      ++row;
    }
  }
};
inline constexpr MultivaluedRows multivalued_rows{};

}  // namespace detail

/// What is known of a key, by its name, letter case ignored; nothing (a null pointer) for one that is not listed: the
/// claims of identity providers, and keys of other services. Complexity: linear in the table.
[[nodiscard]] constexpr const ConditionKeyInfo* find_condition_key(Text name) {
  for (const ConditionKeyInfo& row : condition_keys) {
    if (detail::is_key(row, name)) return &row;
  }
  return detail::is_authentication_methods(name) ? &authentication_methods : nullptr;
}

/// Whether a key is listed as one that takes several values. Complexity: linear in those that are.
[[nodiscard]] constexpr bool is_listed_as_multivalued(Text name) {
  for (std::uint8_t i = 0; i < detail::multivalued_rows.count; ++i) {
    if (detail::is_key(condition_keys[detail::multivalued_rows.at[i]], name)) return true;
  }
  return detail::is_authentication_methods(name);
}

}  // namespace whence
