// The table of condition keys. The rules named key-... are facts that were collected from AWS global condition context
// keys, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html; IAM and AWS STS condition
// context keys, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html; and Actions,
// resources, and condition keys for AWS Security Token Service,
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
#include "dual.hpp"

#include <whence/policy/condition_keys.hpp>

namespace {

using namespace whence;

struct Expected {
  Text name;
  KeyType type;
  bool is_multivalued = false;
};

// In the order of the rules; the keys of sts and other services are beside related keys.
constexpr Expected expected[] = {
    {"aws:PrincipalArn", KeyType::arn},                        // key-principal-arn
    {"aws:PrincipalAccount", KeyType::string},                 // key-principal-account
    {"aws:PrincipalOrgID", KeyType::string},                   // key-principal-org-id
    {"aws:PrincipalOrgPaths", KeyType::string, true},          // key-principal-org-paths
    {"aws:PrincipalTag/team", KeyType::string},                // key-principal-tag
    {"aws:PrincipalType", KeyType::string},                    // key-principal-type
    {"aws:PrincipalIsAWSService", KeyType::boolean},           // key-principal-is-service
    {"aws:PrincipalServiceName", KeyType::string},             // key-principal-service-name
    {"aws:PrincipalServiceNamesList", KeyType::string, true},  // key-principal-service-names
    {"aws:userid", KeyType::string},                           // key-userid
    {"aws:username", KeyType::string},                         // key-username
    {"aws:SourceAccount", KeyType::string},                    // key-source-account
    {"aws:SourceArn", KeyType::arn},                           // key-source-arn
    {"aws:SourceOrgID", KeyType::string},                      // key-source-org-id
    {"aws:SourceOrgPaths", KeyType::string, true},             // key-source-org-paths
    {"aws:SourceIp", KeyType::ip_address},                     // key-source-ip
    {"aws:SourceVpc", KeyType::string},                        // key-source-vpc
    {"aws:SourceVpce", KeyType::string},
    {"aws:VpcSourceIp", KeyType::ip_address},
    {"aws:SecureTransport", KeyType::boolean},  // key-secure-transport
    {"aws:CurrentTime", KeyType::date},         // key-current-time
    {"aws:EpochTime", KeyType::date},
    {"aws:RequestedRegion", KeyType::string},  // key-requested-region
    {"aws:ViaAWSService", KeyType::boolean},   // key-via-service
    {"aws:CalledVia", KeyType::string, true},  // key-called-via
    {"aws:CalledViaFirst", KeyType::string},
    {"aws:CalledViaLast", KeyType::string},
    {"aws:MultiFactorAuthPresent", KeyType::boolean},  // key-mfa-present
    {"aws:MultiFactorAuthAge", KeyType::numeric},      // key-mfa-age
    {"aws:TokenIssueTime", KeyType::date},             // key-token-issue-time
    {"aws:FederatedProvider", KeyType::string},        // key-federated-provider
    {"aws:SourceIdentity", KeyType::string},           // key-aws-source-identity
    {"aws:AssumedRoot", KeyType::boolean},             // key-assumed-root
    {"aws:RequestTag/team", KeyType::string},          // key-request-tag
    {"aws:TagKeys", KeyType::string, true},            // key-tag-keys
    {"aws:ResourceTag/team", KeyType::string},         // key-resource-tag
    {"iam:ResourceTag/team", KeyType::string},
    {"sts:ExternalId", KeyType::string},               // key-external-id
    {"sts:RoleSessionName", KeyType::string},          // key-role-session-name
    {"sts:SourceIdentity", KeyType::string},           // key-sts-source-identity
    {"sts:TransitiveTagKeys", KeyType::string, true},  // key-transitive-tag-keys
    {"sts:DurationSeconds", KeyType::numeric},         // key-duration-seconds
    {"sts:TaskPolicyArn", KeyType::arn},               // key-task-policy-arn
    {"sts:RequestContext/team", KeyType::string},      // key-request-context
    {"sts:RequestContextProviders", KeyType::arn, true},
    {"sts:RoleAuthorizedByIdp", KeyType::boolean},         // key-role-authorized-by-idp
    {"sts:IdentityTokenAudience", KeyType::string, true},  // key-identity-token-audience
    {"sts:SigningAlgorithm", KeyType::string},
    {"sts:AWSServiceName", KeyType::string},        // key-aws-service-name
    {"ec2:SourceInstanceArn", KeyType::arn},        // key-ec2-source-instance
    {"ec2:RoleDelivery", KeyType::numeric},         // key-ec2-role-delivery
    {"aws:Ec2InstanceSourceVpc", KeyType::string},  // key-ec2-source-vpc
    {"aws:Ec2InstanceSourcePrivateIPv4", KeyType::ip_address},
    {"ssm:SourceInstanceArn", KeyType::arn},     // key-ssm-source-instance
    {"lambda:SourceFunctionArn", KeyType::arn},  // key-lambda-source
    {"glue:RoleAssumedBy", KeyType::string},     // key-glue-role
    {"glue:CredentialIssuingService", KeyType::string},
    {"identitystore:UserId", KeyType::string},  // key-identitystore-user
    {"aws:ChatbotSourceArn", KeyType::arn},     // key-chatbot
    {"saml:aud", KeyType::string},              // key-saml-trust
    {"saml:iss", KeyType::string},
    {"saml:sub", KeyType::string},
    {"saml:sub_type", KeyType::string},
    {"saml:namequalifier", KeyType::string},
    {"saml:doc", KeyType::string},
    {"saml:cn", KeyType::string, true},
    {"saml:eduPersonAffiliation", KeyType::string, true},
};

constexpr bool is_family(Text name) { return name.ends_with("/"); }

}  // namespace

DUAL_TEST_CASE("every key is found and has its type") {
  for (const Expected& row : expected) {
    const ConditionKeyInfo* const found = find_condition_key(row.name);
    EXPECT(found != nullptr);
    if (found == nullptr) continue;
    EXPECT(found->type == row.type);
    EXPECT(found->is_multivalued() == row.is_multivalued);
    EXPECT(is_listed_as_multivalued(row.name) == row.is_multivalued);
    if (!is_family(found->name)) EXPECT(row.name == found->name);
    EXPECT(row.name.starts_with(found->name));
  }
}

DUAL_TEST_CASE("a key is found in any letter case") {
  EXPECT(find_condition_key("AWS:PRINCIPALARN") == find_condition_key("aws:PrincipalArn"));
  EXPECT(find_condition_key("aws:principaltag/Team") == find_condition_key("aws:PrincipalTag/other"));
  EXPECT(find_condition_key("Sts:ExternalID") == find_condition_key("sts:ExternalId"));
  EXPECT(is_listed_as_multivalued("AWS:TAGKEYS"));
}

DUAL_TEST_CASE("a family needs a name after its slash, and other keys have no slash") {
  EXPECT(find_condition_key("aws:PrincipalTag/") == nullptr);
  EXPECT(find_condition_key("aws:PrincipalTag") == nullptr);
  EXPECT(find_condition_key("aws:RequestTag/a/b") != nullptr);
  EXPECT(find_condition_key("aws:username/alice") == nullptr);
  EXPECT(find_condition_key("aws:TagKeys/") == nullptr);
}

DUAL_TEST_CASE("a key that is not listed is not found") {
  EXPECT(find_condition_key("") == nullptr);
  EXPECT(find_condition_key("aws:") == nullptr);
  EXPECT(find_condition_key("username") == nullptr);
  EXPECT(find_condition_key("aws:usernames") == nullptr);
  EXPECT(find_condition_key("aws:usernam") == nullptr);
  EXPECT(find_condition_key("s3:prefix") == nullptr);
  EXPECT(find_condition_key("token.actions.githubusercontent.com:sub") == nullptr);
}

// key-oidc-default: of the claims of a token, only amr has several values.
DUAL_TEST_CASE("only one claim of a token has several values") {
  EXPECT(is_listed_as_multivalued("cognito-identity.amazonaws.com:amr"));
  EXPECT(is_listed_as_multivalued("oidc.example.com/path:AMR"));
  EXPECT(!is_listed_as_multivalued("cognito-identity.amazonaws.com:aud"));
  EXPECT(!is_listed_as_multivalued("cognito-identity.amazonaws.com:sub"));
  EXPECT(!is_listed_as_multivalued("example.com:amrs"));
  EXPECT(!is_listed_as_multivalued("example.com/amr"));
  EXPECT(!is_listed_as_multivalued(":amr"));
  EXPECT(!is_listed_as_multivalued("amr"));
  EXPECT(!is_listed_as_multivalued(""));
}

DUAL_TEST_CASE("every key is listed once") {
  for (const ConditionKeyInfo& row : condition_keys) {
    int times = 0;
    for (const ConditionKeyInfo& other : condition_keys)
      times += ascii::equal_ignoring_case(row.name, other.name) ? 1 : 0;
    EXPECT(times == 1);
    EXPECT(!row.when.empty());
    EXPECT(row.name.find(':') != Text::npos);
    // Only the name of a family has a slash, at its end; no family includes a listed key.
    const std::size_t slash = row.name.find('/');
    if (slash != Text::npos) EXPECT(slash + 1 == row.name.size());
    EXPECT(find_condition_key(row.name) == (is_family(row.name) ? nullptr : &row));
  }
}

DUAL_TEST_CASE("every key with several values is listed, and listed once") {
  for (const Text each : multivalued_keys) {
    const ConditionKeyInfo* const found = find_condition_key(each);
    EXPECT(found != nullptr);
    if (found != nullptr) EXPECT(found->name == each);
    int times = 0;
    for (const Text other : multivalued_keys) times += ascii::equal_ignoring_case(each, other) ? 1 : 0;
    EXPECT(times == 1);
  }
}

// KEY-1, KEY-5, WIT-2 to WIT-4, TIP-1: the same documents; the keys of the identity, which have no listed type, from
// OriginIdentity, https://docs.aws.amazon.com/STS/latest/APIReference/API_OriginIdentity.html
DUAL_TEST_CASE("the keys of 2026 have their types, and two of them several values") {
  constexpr Expected keys[] = {
      {"aws:SourceVpcArn", KeyType::string},
      {"aws:VpceAccount", KeyType::string},
      {"aws:VpceOrgID", KeyType::string},
      {"aws:VpceOrgPaths", KeyType::string, true},
      {"aws:AssumedRoot", KeyType::boolean},
      {"aws:ViaAWSMCPService", KeyType::boolean},
      {"aws:CalledViaAWSMCP", KeyType::string},
      {"aws:IsMcpServiceAction", KeyType::boolean},
      {"sts:SubjectMode", KeyType::string},
      {"sts:IdentityTokenScope", KeyType::string, true},
      {"sts:IdentityTokenAudience", KeyType::string, true},
      {"sts:SigningAlgorithm", KeyType::string},
      {"sts:DurationSeconds", KeyType::numeric},
      {"aws:OriginIdentity/Subject", KeyType::string},
      {"aws:OriginIdentity/SubjectType", KeyType::string},
      {"aws:OriginIdentity/Issuer", KeyType::string},
      {"aws:OriginIdentity/FederatedProviderArn", KeyType::string},
      {"aws:TransactionContext/IdentityProvider/department", KeyType::string},
      {"aws:IdentityCenterInstanceArn", KeyType::string},
      {"aws:IdentityStoreArn", KeyType::string},
      {"iam:DelegationDuration", KeyType::string},
      {"iam:DelegationRequestOwner", KeyType::arn},
      {"sts:RoleAuthorizedByIdp", KeyType::boolean},
  };
  for (const Expected& row : keys) {
    const ConditionKeyInfo* const found = find_condition_key(row.name);
    EXPECT(found != nullptr);
    if (found == nullptr) continue;
    EXPECT(row.name.starts_with(found->name));
    EXPECT(found->type == row.type);
    EXPECT(is_listed_as_multivalued(row.name) == row.is_multivalued);
  }
  // KEY-3: the keys of the preview are gone.
  EXPECT(find_condition_key("aws-mcp:ViaService") == nullptr);
}

DUAL_TEST_CASE("every type of key has its own name") {
  for (int one = 0; one <= static_cast<int>(KeyType::ip_address); ++one) {
    EXPECT(!name_of(static_cast<KeyType>(one)).empty());
    for (int other = 0; other < one; ++other) {
      EXPECT(name_of(static_cast<KeyType>(one)) != name_of(static_cast<KeyType>(other)));
    }
  }
}

// AWS global condition context keys,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html; IAM and AWS STS condition
// context keys, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html; and, for the
// attributes of SAML, the types String and ArrayOfString of Actions, resources, and condition keys for AWS Security Token
// Service, https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
DUAL_TEST_CASE("the keys of the resource, of iam:PassRole and of SAML attributes have their types") {
  constexpr Expected keys[] = {
      {"aws:ResourceAccount", KeyType::string},
      {"aws:ResourceOrgID", KeyType::string},
      {"aws:ResourceOrgPaths", KeyType::string, true},
      {"iam:PassedToService", KeyType::string},
      {"iam:AssociatedResourceArn", KeyType::arn},
      {"saml:commonName", KeyType::string},
      {"saml:eduOrgHomePageURI", KeyType::string, true},
      {"saml:eduOrgIdentityAuthNPolicyURI", KeyType::string, true},
      {"saml:eduOrgLegalName", KeyType::string, true},
      {"saml:eduOrgSuperiorURI", KeyType::string, true},
      {"saml:eduOrgWhitePagesURI", KeyType::string, true},
      {"saml:eduPersonAffiliation", KeyType::string, true},
      {"saml:eduPersonAssurance", KeyType::string, true},
      {"saml:eduPersonEntitlement", KeyType::string, true},
      {"saml:eduPersonNickname", KeyType::string, true},
      {"saml:eduPersonOrgDN", KeyType::string},
      {"saml:eduPersonOrgUnitDN", KeyType::string, true},
      {"saml:eduPersonPrimaryAffiliation", KeyType::string},
      {"saml:eduPersonPrimaryOrgUnitDN", KeyType::string},
      {"saml:eduPersonPrincipalName", KeyType::string},
      {"saml:eduPersonScopedAffiliation", KeyType::string, true},
      {"saml:eduPersonTargetedID", KeyType::string, true},
      {"saml:givenName", KeyType::string},
      {"saml:mail", KeyType::string},
      {"saml:name", KeyType::string},
      {"saml:organizationStatus", KeyType::string},
      {"saml:primaryGroupSID", KeyType::string},
      {"saml:surname", KeyType::string},
      {"saml:uid", KeyType::string},
      {"saml:x500UniqueIdentifier", KeyType::string},
  };
  for (const Expected& row : keys) {
    const ConditionKeyInfo* const found = find_condition_key(row.name);
    EXPECT(found != nullptr);
    if (found == nullptr) continue;
    EXPECT(row.name == found->name);
    EXPECT(found->type == row.type);
    EXPECT(found->is_multivalued() == row.is_multivalued);
  }
}
