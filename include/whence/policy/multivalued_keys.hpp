// The condition keys that can have several values. Apart from the table of all keys, which no decision asks and which
// costs a fiftieth of including the model.
#pragma once

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>

namespace whence {

/// Source: Single-valued vs. multivalued context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html;
/// the keys of STS with their types: Actions, resources, and condition keys for AWS Security Token Service,
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
inline constexpr Text multivalued_keys[] = {
    // of AWS
    "aws:PrincipalOrgPaths", "aws:PrincipalServiceNamesList", "aws:SourceOrgPaths", "aws:CalledVia", "aws:TagKeys",
    "aws:ResourceOrgPaths",
    // of STS
    "sts:TransitiveTagKeys", "sts:RequestContextProviders", "sts:IdentityTokenAudience",
    // of SAML
    "saml:cn", "saml:eduPersonAffiliation", "saml:eduPersonAssurance", "saml:eduPersonEntitlement",
    "saml:eduPersonNickname", "saml:eduPersonOrgUnitDN", "saml:eduPersonScopedAffiliation", "saml:eduPersonTargetedID",
    "saml:eduOrgHomePageURI", "saml:eduOrgIdentityAuthNPolicyURI", "saml:eduOrgLegalName", "saml:eduOrgSuperiorURI",
    "saml:eduOrgWhitePagesURI"};

/// Whether a key is listed as one with several values, letter case ignored. Of the claims of a token, which are keys
/// too, only PROVIDER:amr is. Complexity: linear in the list.
[[nodiscard]] constexpr bool is_listed_as_multivalued(Text name) {
  for (const Text each : multivalued_keys) {
    if (ascii::equal_ignoring_case(name, each)) return true;
  }
  return name.size() > 4 && ascii::equal_ignoring_case(name.part(name.size() - 4), ":amr");
}

}  // namespace whence
