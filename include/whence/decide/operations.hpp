// The STS operations that begin sessions. There is no other way to a Session.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/time.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/decide/session_maker.hpp>
#include <whence/decide/verdict.hpp>
#include <whence/model/session.hpp>
#include <whence/model/sts_request.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// AssumeRole; for a WebIdentity or SamlIdentity the operation that takes its token. The session is a role session.
/// Behind the request stands what else is known, as may_assume takes it: Policies or a CallerSide, a RequestContext,
/// DisputedPoints. A user who is named signs with a long-term key. What the request and the session of the caller say, such as
/// tags and MFA, conditions see without a context. The session views the role and what the request views. Errors: parameters
/// that break a limit, whatever may_assume refuses or leaves unknown, and durations outside the limits; a SAML session that the
/// sign-in ends earlier is cut. Complexity: linear in the policies; no allocation.
/// Source: AssumeRole, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
template <class... Known>
[[nodiscard]] constexpr Begun assume_role(const Principal& caller, const Role& role, const StsRequest& request,
                                          const Known&... known) {
  return detail::SessionMaker::of_a_role(caller, nullptr, role, request, setting_of(known...));
}

/// The same, called with the credential of a session, which must outlive the new one. By a role session this is chaining: one
/// hour at the most. What the session hands on, transitive tags and a source identity, needs its permissions again.
template <class... Known>
[[nodiscard]] constexpr Begun assume_role(const Session& caller, const Role& role, const StsRequest& request,
                                          const Known&... known) {
  return detail::SessionMaker::of_a_role(caller.principal(), &caller, role, request, setting_of(known...));
}
// Compilers quote one line of a deleted function, so name and reason stand on the same one.
// clang-format off
template <class... Known>
Begun assume_role(const Session&&, const Role&, const StsRequest&, const Known&...) WHENCE_REFUSED("the new session views the one it was begun with: give that one a name first");
template <class Caller, class... Known>
Begun assume_role(const Caller&, const Role&&, const StsRequest&, const Known&...) WHENCE_REFUSED("a session views its role: give the role a name first");
// clang-format on
/// Whoever assumes no role is refused by the rule that says so.
template <detail::RefusedAs<detail::AssumesNoRole> Caller, class... Known>
constexpr Begun assume_role(const Caller&, const Role&, const StsRequest&, const Known&...) {
  return detail::refuse<typename detail::AssumesNoRole<Caller>::Rule, Caller>();
}

/// AssumeRoleWithWebIdentity: session name, tags and source identity of the request are those that the token has. Unsigned:
/// whose process it is does not matter. Not chaining, so that the role's maximum holds. Otherwise as assume_role.
/// Source: AssumeRoleWithWebIdentity, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
template <class... Known>
[[nodiscard]] constexpr Begun assume_role_with_web_identity(const WebIdentity& token, const Role& role,
                                                            const StsRequest& request, const Known&... known) {
  return assume_role(token, role, request, known...);
}

/// AssumeRoleWithSAML, likewise; the session ends with the sign-in where that is earlier.
/// Source: AssumeRoleWithSAML, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
template <class... Known>
[[nodiscard]] constexpr Begun assume_role_with_saml(const SamlIdentity& assertion, const Role& role,
                                                    const StsRequest& request, const Known&... known) {
  return assume_role(assertion, role, request, known...);
}
// clang-format off
template <class... Known>
Begun assume_role_with_web_identity(const WebIdentity&, const Role&&, const StsRequest&, const Known&...) WHENCE_REFUSED("a session views its role: give the role a name first");
template <class... Known>
Begun assume_role_with_saml(const SamlIdentity&, const Role&&, const StsRequest&, const Known&...) WHENCE_REFUSED("a session views its role: give the role a name first");
// clang-format on
/// Whoever shows no such token is refused by the rule that the token is the caller.
template <class Caller, class... Known>
constexpr Begun assume_role_with_web_identity(const Caller&, const Role&, const StsRequest&, const Known&...) {
  return detail::refuse<rules::the_token_is_the_caller, Caller>();
}
template <class Caller, class... Known>
constexpr Begun assume_role_with_saml(const Caller&, const Role&, const StsRequest&, const Known&...) {
  return detail::refuse<rules::the_token_is_the_caller, Caller>();
}

/// GetSessionToken: temporary credentials for the same user. Needs no permission, and none can be taken away. 900 to 129600
/// seconds, 43200 unless stated; for the root user one hour at the most, cut without an error. With SerialNumber and TokenCode
/// the session has MFA.
/// Source: GetSessionToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
template <detail::HoldsKey User>
[[nodiscard]] constexpr Begun get_session_token(const User& user, const StsRequest& request = {}) {
  return detail::SessionMaker::of_a_user(user, request);
}
/// Whoever gets no token is refused by the rule that says so; so below.
template <detail::RefusedAs<detail::GetsNoToken> Caller>
constexpr Begun get_session_token(const Caller&, const StsRequest& = {}) {
  return detail::refuse<typename detail::GetsNoToken<Caller>::Rule, Caller>();
}

/// GetFederationToken: a federated-user session, which may do what its maker and the session policies both allow, and
/// calls no STS operation but GetCallerIdentity. An IAM user needs the permission for it. 900 to 129600 seconds, 43200 unless
/// stated; for the root user one hour at the most, cut without an error. Its tags are never transitive.
/// Source: GetFederationToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
template <class... Known>
[[nodiscard]] constexpr Begun get_federation_token(const IamUser& user, const FederatedName& name,
                                                   const StsRequest& request, const Known&... known) {
  return detail::SessionMaker::of_a_federated_user(user, name, request, setting_of(known...));
}
template <class... Known>
[[nodiscard]] constexpr Begun get_federation_token(const RootUser& user, const FederatedName& name,
                                                   const StsRequest& request, const Known&... known) {
  return detail::SessionMaker::of_a_federated_user(user, name, request, setting_of(known...));
}
template <detail::RefusedAs<detail::GetsNoToken> Caller, class... Known>
constexpr Begun get_federation_token(const Caller&, const FederatedName&, const StsRequest&, const Known&...) {
  return detail::refuse<typename detail::GetsNoToken<Caller>::Rule, Caller>();
}

}  // namespace whence
WHENCE_TEMPLATES_END
