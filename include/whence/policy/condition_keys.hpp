// The condition keys of calls about roles: their types, and when a request has them.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/multivalued_keys.hpp>

namespace whence {

enum class KeyType : std::uint8_t { string, numeric, boolean, date, arn, ip_address };

[[nodiscard]] constexpr Text name_of(KeyType type) {
  constexpr const char* names[] = {"string", "number", "boolean", "date", "ARN", "IP address"};
  return names[static_cast<std::size_t>(type)];
}

struct ConditionKeyInfo {
  Text name;  // a name that ends in / means every key that begins with it
  KeyType type = KeyType::string;
  Text when;  // when a request has the key

  /// Whether it can have several values. Complexity: linear in the keys that can.
  [[nodiscard]] constexpr bool is_multivalued() const { return is_listed_as_multivalued(name); }
};

/// Sources: AWS global condition context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html; Actions, resources, and
/// condition keys for AWS Security Token Service,
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
inline constexpr ConditionKeyInfo condition_keys[] = {
    {"aws:PrincipalArn", KeyType::arn, "a signed request; for a session it is the role's ARN"},
    {"aws:PrincipalAccount", KeyType::string, "a signed request"},
    {"aws:PrincipalOrgID", KeyType::string, "the caller's account is in an organization"},
    {"aws:PrincipalOrgPaths", KeyType::string, "the caller's account is in an organization"},
    {"aws:PrincipalTag/", KeyType::string, "the caller has this tag"},
    {"aws:PrincipalType", KeyType::string, "every request"},
    {"aws:PrincipalIsAWSService", KeyType::boolean, "true if a service principal calls"},
    {"aws:PrincipalServiceName", KeyType::string, "a service principal calls"},
    {"aws:PrincipalServiceNamesList", KeyType::string, "a service principal calls"},
    {"aws:userid", KeyType::string, "a signed request"},
    {"aws:username", KeyType::string, "an IAM user calls"},
    {"aws:SourceAccount", KeyType::string, "a service principal acts for a resource"},
    {"aws:SourceArn", KeyType::arn, "a service principal acts for a resource"},
    {"aws:SourceOrgID", KeyType::string, "a service principal acts for a resource of an organization"},
    {"aws:SourceOrgPaths", KeyType::string, "a service principal acts for a resource of an organization"},
    {"aws:SourceIp", KeyType::ip_address, "the call does not come through a VPC endpoint"},
    {"aws:SourceVpc", KeyType::string, "the call comes through a VPC endpoint"},
    {"aws:SourceVpcArn", KeyType::string, "the call comes through a VPC endpoint"},
    {"aws:SourceVpce", KeyType::string, "the call comes through a VPC endpoint"},
    {"aws:VpceAccount", KeyType::string, "the call comes through a VPC endpoint: its account"},
    {"aws:VpceOrgID", KeyType::string, "the call comes through a VPC endpoint of an account of an organization"},
    {"aws:VpceOrgPaths", KeyType::string, "the call comes through a VPC endpoint of an account of an organization"},
    {"aws:VpcSourceIp", KeyType::ip_address, "the call comes through a VPC endpoint"},
    {"aws:SecureTransport", KeyType::boolean, "every request"},
    {"aws:CurrentTime", KeyType::date, "every request"},
    {"aws:EpochTime", KeyType::date, "every request"},
    {"aws:RequestedRegion", KeyType::string, "every request"},
    {"aws:ViaAWSService", KeyType::boolean, "every request; true if a service calls for the principal"},
    {"aws:CalledVia", KeyType::string, "a service calls for the principal"},
    {"aws:CalledViaFirst", KeyType::string, "a service calls for the principal"},
    {"aws:CalledViaLast", KeyType::string, "a service calls for the principal"},
    {"aws:ViaAWSMCPService", KeyType::boolean, "true if an AWS MCP server calls for the principal"},
    {"aws:CalledViaAWSMCP", KeyType::string, "an AWS MCP server calls for the principal"},
    {"aws:IsMcpServiceAction", KeyType::boolean, "a call to an AWS MCP server"},
    {"aws:MultiFactorAuthPresent", KeyType::boolean, "temporary credentials, or MFA with the call"},
    {"aws:MultiFactorAuthAge", KeyType::numeric, "MFA was used"},
    {"aws:TokenIssueTime", KeyType::date, "temporary credentials"},
    {"aws:FederatedProvider", KeyType::string, "the session began with a web identity"},
    {"aws:SourceIdentity", KeyType::string, "the session has a source identity"},
    {"aws:AssumedRoot", KeyType::boolean, "the session began with AssumeRoot"},
    {"aws:OriginIdentity/", KeyType::string, "the session has the identity that its provider or certificate asserted"},
    {"aws:TransactionContext/", KeyType::string, "the session has claims that its identity provider asserted"},
    {"aws:IdentityCenterInstanceArn", KeyType::string, "the session has an identity of IAM Identity Center"},
    {"aws:IdentityStoreArn", KeyType::string, "the session has an identity of IAM Identity Center"},
    {"aws:RequestTag/", KeyType::string, "the call passes this session tag"},
    {"aws:TagKeys", KeyType::string, "the call passes session tags"},
    {"aws:ResourceTag/", KeyType::string, "the role has this tag"},
    {"iam:ResourceTag/", KeyType::string, "the role has this tag"},
    {"aws:ResourceAccount", KeyType::string, "every request: the role's account"},
    {"aws:ResourceOrgID", KeyType::string, "the role's account is in an organization"},
    {"aws:ResourceOrgPaths", KeyType::string, "the role's account is in an organization"},
    {"sts:ExternalId", KeyType::string, "AssumeRole with an ExternalId"},
    {"sts:RoleSessionName", KeyType::string, "every operation that assumes a role"},
    {"sts:SourceIdentity", KeyType::string, "the call passes a source identity, or the caller's session has one"},
    {"sts:TransitiveTagKeys", KeyType::string, "the call passes transitive session tags"},
    {"sts:DurationSeconds", KeyType::numeric, "never in a call that assumes a role"},
    {"sts:TaskPolicyArn", KeyType::arn, "AssumeRoot"},
    {"sts:RequestContext/", KeyType::string, "SetContext"},
    {"sts:RequestContextProviders", KeyType::arn, "SetContext"},
    {"sts:RoleAuthorizedByIdp", KeyType::boolean, "AssumeRoleWithWebIdentity"},
    {"sts:IdentityTokenAudience", KeyType::string, "GetWebIdentityToken"},
    {"sts:IdentityTokenScope", KeyType::string, "GetWebIdentityToken with a Scope"},
    {"sts:SubjectMode", KeyType::string, "GetWebIdentityToken"},
    {"sts:SigningAlgorithm", KeyType::string, "GetWebIdentityToken"},
    {"sts:AWSServiceName", KeyType::string, "GetServiceBearerToken"},
    {"iam:PassedToService", KeyType::string, "iam:PassRole: the service that receives the role"},
    {"iam:AssociatedResourceArn", KeyType::arn, "iam:PassRole"},
    {"iam:DelegationDuration", KeyType::string, "iam:CreateDelegationRequest and its siblings"},
    {"iam:DelegationRequestOwner", KeyType::arn, "iam:CreateDelegationRequest and its siblings"},
    {"ec2:SourceInstanceArn", KeyType::arn, "the session was delivered to an instance by its profile"},
    {"ec2:RoleDelivery", KeyType::numeric, "the session was delivered to an instance by its profile"},
    {"aws:Ec2InstanceSourceVpc", KeyType::string, "the session was delivered to an instance by its profile"},
    {"aws:Ec2InstanceSourcePrivateIPv4", KeyType::ip_address, "the session was delivered by a profile"},
    {"ssm:SourceInstanceArn", KeyType::arn, "the session was delivered by Systems Manager"},
    {"lambda:SourceFunctionArn", KeyType::arn, "the session was delivered to a function"},
    {"glue:RoleAssumedBy", KeyType::string, "the session was delivered by Glue"},
    {"glue:CredentialIssuingService", KeyType::string, "the session was delivered by Glue"},
    {"identitystore:UserId", KeyType::string, "the session has an identity of IAM Identity Center"},
    {"aws:ChatbotSourceArn", KeyType::arn, "the session belongs to a chat application"},
    {"saml:aud", KeyType::string, "AssumeRoleWithSAML: the endpoint of the assertion"},
    {"saml:iss", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:sub", KeyType::string, "AssumeRoleWithSAML, and later calls of the session"},
    {"saml:sub_type", KeyType::string, "AssumeRoleWithSAML, and later calls of the session"},
    {"saml:namequalifier", KeyType::string, "AssumeRoleWithSAML, and later calls of the session"},
    {"saml:doc", KeyType::string, "AssumeRoleWithSAML: account and name of the provider"},
    {"saml:cn", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonAffiliation", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonAssurance", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonEntitlement", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonNickname", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonOrgDN", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonOrgUnitDN", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonPrimaryAffiliation", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonPrimaryOrgUnitDN", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonPrincipalName", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonScopedAffiliation", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduPersonTargetedID", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduOrgHomePageURI", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduOrgIdentityAuthNPolicyURI", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduOrgLegalName", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduOrgSuperiorURI", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:eduOrgWhitePagesURI", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:givenName", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:mail", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:commonName", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:name", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:organizationStatus", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:primaryGroupSID", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:surname", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:uid", KeyType::string, "AssumeRoleWithSAML"},
    {"saml:x500UniqueIdentifier", KeyType::string, "AssumeRoleWithSAML"},
};

/// The key with this name, letter case ignored, or null if the table does not have it, as for claims of identity
/// providers and keys of other services. Complexity: linear in the table.
[[nodiscard]] constexpr const ConditionKeyInfo* find_condition_key(Text name) {
  for (const ConditionKeyInfo& each : condition_keys) {
    const bool is_family = each.name[each.name.size() - 1] == '/';
    if (is_family ? name.size() > each.name.size() && ascii::starts_with_ignoring_case(name, each.name)
                  : ascii::equal_ignoring_case(name, each.name)) {
      return &each;
    }
  }
  return nullptr;
}

}  // namespace whence
