// The identity behind a session, as its identity provider or certificate asserted it.
#pragma once

#include <cstddef>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>

namespace whence {

/// A claim of an identity provider about the current sign-in: aws:TransactionContext/IdentityProvider/NAME.
struct TransactionClaim {
  Text name, value;
};

/// Trusted identity propagation: what STS takes from the token of an identity provider, or from an assertion of IAM
/// Roles Anywhere, and what no caller can set or change. A view. Sources: OriginIdentity,
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_OriginIdentity.html; Trusted identity propagation,
/// https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trusted-identity-propagation.html
struct OriginIdentity {
  Text subject;               // of the person or workload
  Text subject_type{};        // user or workload
  Text issuer{};              // of a token its iss without https://; of an assertion a hash of the key that signed it
  Text federated_provider{};  // the ARN of the IAM identity provider
  Span<TransactionClaim> claims{};
};

/// The value of a key of this identity, letter case ignored: aws:OriginIdentity/Subject and its siblings, and
/// aws:TransactionContext/IdentityProvider/NAME. False if the key is none of these. A template, so that it is cheap to
/// include.
template <class Identity>
[[nodiscard]] constexpr bool find_identity_key(const Identity& identity, Text key, Text& value) {
  constexpr Text prefix = "aws:OriginIdentity/", of_claims = "aws:TransactionContext/IdentityProvider/";
  if (ascii::starts_with_ignoring_case(key, prefix)) {
    const Text name = key.part(prefix.size());
    const Text names[] = {"Subject", "SubjectType", "Issuer", "FederatedProviderArn"};
    const Text values[] = {identity.subject, identity.subject_type, identity.issuer, identity.federated_provider};
    for (int i = 0; i < 4; ++i) {
      if (ascii::equal_ignoring_case(name, names[i])) return value = values[i], true;
    }
    return false;
  }
  if (!ascii::starts_with_ignoring_case(key, of_claims)) return false;
  value = {};
  for (std::size_t i = 0; i < identity.claims.size(); ++i) {
    const TransactionClaim& claim = identity.claims[i];
    if (ascii::equal_ignoring_case(claim.name, key.part(of_claims.size()))) value = claim.value;
  }
  return true;
}

}  // namespace whence
