// The STS operations that begin sessions. A Session comes only from an operation.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/time.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/decide/session_maker.hpp>
#include <whence/model/session.hpp>
#include <whence/model/sts_request.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// AssumeRole; for a WebIdentity or SamlIdentity, the operation that takes its token. The session is a role session.
/// Further arguments are the optional context that may_assume takes: Policies or a CallerSide, a RequestContext,
/// DisputedPoints. A user signs with a long-term key. Conditions see what the request and the caller's session state,
/// such as tags and MFA, without a context. The session views the role and what the request views. Errors: a parameter
/// that breaks a limit, a call that may_assume refuses or leaves unknown, a duration outside the limits. A SAML session
/// ends with the sign-in, if that is earlier. Complexity and bound: as may_assume; no allocation.
/// Source: AssumeRole, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
template <class... Known>
[[nodiscard]] constexpr Begun assume_role(const Principal& caller, const Role& role, const StsRequest& request,
                                          const Known&... known) {
  return detail::SessionMaker::of_a_role(caller, nullptr, role, request, setting_of(known...));
}

/// The same with the credential of a session, which must outlive the new one. For a role session this is role chaining:
/// at most one hour. Inherited transitive tags and an inherited source identity need their permissions again.
template <class... Known>
[[nodiscard]] constexpr Begun assume_role(const Session& caller, const Role& role, const StsRequest& request,
                                          const Known&... known) {
  return detail::SessionMaker::of_a_role(caller.principal(), &caller, role, request, setting_of(known...));
}
// Compilers quote one line of a deleted function, so its name and reason are on one line.
// clang-format off
template <class... Known>
Begun assume_role(const Session&&, const Role&, const StsRequest&, const Known&...) WHENCE_REFUSED("the new session views the session that begins it: give that session a name first");
template <class Caller, class... Known>
Begun assume_role(const Caller&, const Role&&, const StsRequest&, const Known&...) WHENCE_REFUSED("a session views its role: give the role a name first");
// clang-format on
/// A type that assumes no role does not compile: the compiler prints the rule.
template <detail::RefusedAs<detail::AssumesNoRole> Caller, class... Known>
constexpr Begun assume_role(const Caller&, const Role&, const StsRequest&, const Known&...) {
  return detail::refuse<typename detail::AssumesNoRole<Caller>::Rule, Caller>();
}

/// AssumeRoleWithWebIdentity: the request has the session name, tags and source identity of the token. The call is not
/// signed, so any process can make it. It is not role chaining: the role's maximum applies. Otherwise as assume_role.
/// Source: AssumeRoleWithWebIdentity, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
template <class... Known>
[[nodiscard]] constexpr Begun assume_role_with_web_identity(const WebIdentity& token, const Role& role,
                                                            const StsRequest& request, const Known&... known) {
  return assume_role(token, role, request, known...);
}

/// AssumeRoleWithSAML, likewise; the session ends with the sign-in, if that is earlier.
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
/// A caller without such a token does not compile: the compiler prints the rule.
template <class Caller, class... Known>
constexpr Begun assume_role_with_web_identity(const Caller&, const Role&, const StsRequest&, const Known&...) {
  return detail::refuse<rules::federated_calls_carry_a_token, Caller>();
}
template <class Caller, class... Known>
constexpr Begun assume_role_with_saml(const Caller&, const Role&, const StsRequest&, const Known&...) {
  return detail::refuse<rules::federated_calls_carry_a_token, Caller>();
}

/// GetSessionToken: a temporary credential for the same user. It needs no permission and cannot be denied. 900 to
/// 129600 seconds, 43200 unless stated; for the root user at most one hour, shortened without an error. With
/// SerialNumber and TokenCode the session has MFA.
/// Source: GetSessionToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
template <detail::HoldsKey User>
[[nodiscard]] constexpr Begun get_session_token(const User& user, const StsRequest& request = {}) {
  return detail::SessionMaker::of_a_user(user, request);
}
/// A type that gets no token does not compile: the compiler prints the rule. The same below.
template <detail::RefusedAs<detail::GetsNoToken> Caller>
constexpr Begun get_session_token(const Caller&, const StsRequest& = {}) {
  return detail::refuse<typename detail::GetsNoToken<Caller>::Rule, Caller>();
}

/// GetFederationToken: a federated user session, which may do what both its user and its session policies allow, and
/// calls of the signed STS operations only those that W105 names. An IAM user needs permission for it. 900 to 129600
/// seconds, 43200 unless stated; for the root user at most one hour, shortened without an error. Its tags are never
/// transitive.
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
