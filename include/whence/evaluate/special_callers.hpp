// Callers whose requests differ from those of users and sessions.
#pragma once

#include <cstddef>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/catalog/calling_services.hpp>
#include <whence/model/principal.hpp>
#include <whence/policy/identity_providers.hpp>

namespace whence {

/// Users and sessions do. A service acts as itself, and a caller with a token does not sign.
[[nodiscard]] constexpr bool signs_as_part_of_an_account(const Principal& caller) {
  return !caller.is(PrincipalKind::service) && !caller.is(PrincipalKind::web_identity) &&
         !caller.is(PrincipalKind::saml_identity);
}

/// Roles Anywhere, whose tags are those of the caller: aws:PrincipalTag. Source: IAM Roles Anywhere, trust model,
/// https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
[[nodiscard]] constexpr bool is_roles_anywhere(const Principal& caller) {
  return caller.is(PrincipalKind::service) && caller.name().name == "rolesanywhere.amazonaws.com";
}
[[nodiscard]] constexpr bool is_identity_center(const Principal& caller) {
  return caller.is(PrincipalKind::saml_identity) && caller.name().name.starts_with("AWSSSO_") &&
         caller.name().name.ends_with("_DO_NOT_DELETE");
}
/// Whether a session that this caller begins can have an origin identity: Trusted identity propagation with IAM,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_tip.html
[[nodiscard]] constexpr bool asserts_an_identity(const Principal& caller) {
  return caller.is(PrincipalKind::web_identity) || caller.is(PrincipalKind::saml_identity) || is_roles_anywhere(caller);
}
/// Whether it passes session tags in every call unless that is turned off: a service that does (calling_services.hpp),
/// or the sign-in of IAM Identity Center.
template <class Caller>
[[nodiscard]] constexpr bool passes_tags_by_default(const Caller& caller) {
  if (!caller.is(PrincipalKind::service)) return is_identity_center(caller);
  const CallingService* const service = find_calling_service(caller.name().name);
  return service != nullptr && service->tags != nullptr;
}

namespace detail {
template <std::size_t Count>
constexpr bool is_one_of(Text name, const Text (&names)[Count]) {
  for (const Text each : names) {
    if (ascii::equal_ignoring_case(each, name)) return true;
  }
  return false;
}
}  // namespace detail

/// Whether every token or assertion of this caller has this condition key: the subject and the audience of a token, and
/// what AWS computes of an assertion. Source: IAM and AWS STS condition context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
template <class Caller>
[[nodiscard]] constexpr bool every_token_has(const Caller& caller, Text name) {
  if (caller.is(PrincipalKind::web_identity)) {
    const Text issuer = caller.name().name;
    const Text claim = claim_of(name, issuer);
    const Text always[] = {"aud", "sub", "app_id", "id", "user_id"};
    return detail::is_one_of(claim, always) && find_identity_provider(issuer).has_claim(claim);
  }
  constexpr Text prefix = "saml:";
  if (!caller.is(PrincipalKind::saml_identity) || !ascii::starts_with_ignoring_case(name, prefix)) return false;
  const Text always[] = {"aud", "iss", "sub", "sub_type", "doc", "namequalifier"};
  return detail::is_one_of(name.part(prefix.size()), always);
}

/// Whether a request of this caller can have a claim of a token as this key: one that AWS lists for the provider, and
/// later calls of a session some of them. Source: Actions, resources, and condition keys for AWS Security Token
/// Service, https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
template <class Caller>
[[nodiscard]] constexpr bool may_have_claim(const Caller& caller, Text name) {
  if (caller.is(PrincipalKind::web_identity)) {
    const Text issuer = caller.name().name;
    const Text claim = claim_of(name, issuer);
    return !claim.empty() && find_identity_provider(issuer).has_claim(claim);
  }
  if (!caller.is(PrincipalKind::role_session)) return false;
  const Text issuer = name.part(0, name.find(':'));
  return find_identity_provider(issuer).keeps_claim(claim_of(name, issuer));
}

/// Whether aws:userid of this caller can have this value. Source: IAM identifiers,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
template <class Caller>
[[nodiscard]] constexpr bool is_id_of(const Caller& caller, Text id) {
  const PrincipalName& who = caller.name();
  const std::size_t colon = id.find(':');
  const Text behind = colon == Text::npos ? Text() : id.part(colon + 1);
  switch (caller.kind()) {
    case PrincipalKind::root_user: return id == who.account.digits().view();
    case PrincipalKind::iam_user: return colon == Text::npos;
    case PrincipalKind::role_session: return !behind.empty() && behind == who.session;
    case PrincipalKind::federated_user: return id.part(0, colon) == who.account.digits().view() && behind == who.name;
    default: return true;
  }
}

}  // namespace whence
