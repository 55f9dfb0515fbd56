// The condition keys that can have several values. Apart from the table of all keys, which no decision asks and which
// costs a fiftieth of including the model.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>

namespace whence {

/// Source: Single-valued vs. multivalued context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html;
/// the keys of STS with their types: Actions, resources, and condition keys for AWS Security Token Service,
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
#define WHENCE_MULTIVALUED_KEYS(KEY)                                                                            \
  KEY("aws:PrincipalOrgPaths")                                                                                  \
  KEY("aws:PrincipalServiceNamesList")                                                                          \
  KEY("aws:SourceOrgPaths") KEY("aws:CalledVia") KEY("aws:TagKeys") KEY("aws:ResourceOrgPaths")                 \
      KEY("sts:TransitiveTagKeys") KEY("sts:RequestContextProviders") KEY("sts:IdentityTokenAudience")          \
          KEY("sts:IdentityTokenScope") KEY("aws:VpceOrgPaths") KEY("saml:cn") KEY("saml:eduPersonAffiliation") \
              KEY("saml:eduPersonAssurance") KEY("saml:eduPersonEntitlement") KEY("saml:eduPersonNickname")     \
                  KEY("saml:eduPersonOrgUnitDN") KEY("saml:eduPersonScopedAffiliation")                         \
                      KEY("saml:eduPersonTargetedID") KEY("saml:eduOrgHomePageURI")                             \
                          KEY("saml:eduOrgIdentityAuthNPolicyURI") KEY("saml:eduOrgLegalName")                  \
                              KEY("saml:eduOrgSuperiorURI") KEY("saml:eduOrgWhitePagesURI")
#define WHENCE_NAME(NAME) NAME,
inline constexpr const char* multivalued_keys[] = {WHENCE_MULTIVALUED_KEYS(WHENCE_NAME)};
#undef WHENCE_NAME

namespace detail {
// A bit for each size that one of them has: most other keys have another size.
#define WHENCE_BIT(NAME) | std::uint64_t{1} << (sizeof(NAME) - 1)
inline constexpr std::uint64_t sizes_of_multivalued_keys = 0 WHENCE_MULTIVALUED_KEYS(WHENCE_BIT);
#undef WHENCE_BIT
}  // namespace detail
#undef WHENCE_MULTIVALUED_KEYS

/// Whether a key is listed as one with several values, letter case ignored. Of the claims of a token, which are keys
/// too, only PROVIDER:amr is. Complexity: linear in the list.
[[nodiscard]] constexpr bool is_listed_as_multivalued(Text name) {
  if (name.size() < 64 && (detail::sizes_of_multivalued_keys >> name.size() & 1U) != 0) {
    for (const char* const each : multivalued_keys) {
      if (ascii::equal_ignoring_case(name, each)) return true;
    }
  }
  return name.size() > 4 && ascii::equal_ignoring_case(name.part(name.size() - 4), ":amr");
}

}  // namespace whence
