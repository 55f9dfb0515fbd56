// The kinds of credential that STS distinguishes, and the kinds of caller that have none.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>

namespace whence {

/// The callers in the matrix of who may call what.
enum class CallerKind : std::uint8_t {
  root_key,
  root_session_token,
  root_federated,
  user_key,
  user_session_token,
  user_session_token_with_mfa,
  user_federated,
  role_assumed,
  role_by_saml,
  role_by_web_identity,
  role_of_identity_center,
  role_delivered,
  role_delivered_by_systems_manager,
  instance_identity,
  service_linked_role,
  assumed_root,
  service,
  token_holder,
  anonymous,
  role_itself,
  group,
  delegated,
  bearer_token,
  outbound_token,
};

struct CallerKindInfo {
  CallerKind kind;
  Text id, name;
};

inline constexpr CallerKindInfo caller_kinds[] = {
    {CallerKind::root_key, "m-root-key", "root user, long-term key or console"},
    {CallerKind::root_session_token, "m-root-gst", "root user, session of GetSessionToken"},
    {CallerKind::root_federated, "m-root-fed", "root user, session of GetFederationToken"},
    {CallerKind::user_key, "m-user-key", "IAM user, long-term key"},
    {CallerKind::user_session_token, "m-user-gst", "IAM user, session of GetSessionToken without MFA"},
    {CallerKind::user_session_token_with_mfa, "m-user-gst-mfa", "IAM user, session of GetSessionToken with MFA"},
    {CallerKind::user_federated, "m-user-fed", "IAM user, session of GetFederationToken"},
    {CallerKind::role_assumed, "m-role-ar", "role session of AssumeRole"},
    {CallerKind::role_by_saml, "m-role-saml", "role session of AssumeRoleWithSAML"},
    {CallerKind::role_by_web_identity, "m-role-web", "role session of AssumeRoleWithWebIdentity"},
    {CallerKind::role_of_identity_center, "m-role-idc", "role session of IAM Identity Center"},
    {CallerKind::role_delivered, "m-role-ec2", "role session, delivered by EC2, ECS, Lambda, EKS and similar services"},
    {CallerKind::role_delivered_by_systems_manager, "m-role-dhmc", "role session, delivered by Systems Manager"},
    {CallerKind::instance_identity, "m-iir", "EC2 instance identity role session"},
    {CallerKind::service_linked_role, "m-slr", "service-linked role session"},
    {CallerKind::assumed_root, "m-assumeroot", "session of AssumeRoot"},
    {CallerKind::service, "m-service", "AWS service, acting as itself"},
    {CallerKind::token_holder, "m-token-holder", "holder of a SAML assertion or a web identity token, unsigned"},
    {CallerKind::anonymous, "m-anonymous", "anonymous: unsigned, without a token"},
    {CallerKind::role_itself, "m-role-itself", "a role itself, without a session"},
    {CallerKind::group, "m-group", "a user group"},
    {CallerKind::delegated, "m-delegated", "credential of GetDelegatedAccessToken"},
    {CallerKind::bearer_token, "m-bearer", "service bearer token (ABIA) or context credential (ACCA)"},
    {CallerKind::outbound_token, "m-jwt-out", "token of GetWebIdentityToken"},
};
static_assert(is_in_order(caller_kinds, &CallerKindInfo::kind));

[[nodiscard]] constexpr const CallerKindInfo& info_of(CallerKind kind) {
  return caller_kinds[static_cast<std::size_t>(kind)];
}

/// The kind with this id, such as m-user-key; null if there is none.
[[nodiscard]] constexpr const CallerKindInfo* find_caller_kind(Text id) {
  for (const CallerKindInfo& each : caller_kinds) {
    if (each.id == id) return &each;
  }
  return nullptr;
}

namespace detail {
// The path of the role decides, if it is known; otherwise how the session began.
constexpr CallerKind kind_of_role_session(Text path, CallerKind otherwise) {
  if (is_path_of_service_linked_roles(path)) return CallerKind::service_linked_role;
  if (path.starts_with("/aws-reserved/sso.amazonaws.com/")) return CallerKind::role_of_identity_center;
  return otherwise;
}
}  // namespace detail

/// From the name alone a user counts as a caller with a long-term key, and a role session as one of AssumeRole.
[[nodiscard]] constexpr CallerKind caller_kind_of(const Principal& principal) {
  switch (principal.kind()) {
    case PrincipalKind::root_user: return CallerKind::root_key;
    case PrincipalKind::iam_user: return CallerKind::user_key;
    case PrincipalKind::role_session:
      return detail::kind_of_role_session(principal.name().path, CallerKind::role_assumed);
    case PrincipalKind::instance_identity: return CallerKind::instance_identity;
    case PrincipalKind::federated_user: return CallerKind::user_federated;
    case PrincipalKind::service: return CallerKind::service;
    default: return CallerKind::token_holder;
  }
}

[[nodiscard]] constexpr CallerKind caller_kind_of(const Session& session) {
  const bool of_root = session.begun_by().kind() == PrincipalKind::root_user;
  switch (session.kind()) {
    case SessionKind::user:
      // If it is open whether a scoped session still says so (U-130), the cell with MFA asks.
      return session.has_mfa() != Truth::no ? CallerKind::user_session_token_with_mfa : CallerKind::user_session_token;
    case SessionKind::root: return CallerKind::root_session_token;
    case SessionKind::federated_user: return of_root ? CallerKind::root_federated : CallerKind::user_federated;
    case SessionKind::assumed_root: return CallerKind::assumed_root;
    case SessionKind::delegated: return CallerKind::delegated;
    default: break;
  }
  const bool by_service = session.begun_by().kind() == PrincipalKind::service;
  const CallerKind kind =
      session.operation() == Operation::assume_role_with_saml           ? CallerKind::role_by_saml
      : session.operation() == Operation::assume_role_with_web_identity ? CallerKind::role_by_web_identity
      : !by_service                                                     ? CallerKind::role_assumed
      : session.begun_by().name().name.starts_with("ssm.")              ? CallerKind::role_delivered_by_systems_manager
                                                                        : CallerKind::role_delivered;
  return detail::kind_of_role_session(session.role()->path(), kind);
}

[[nodiscard]] constexpr CallerKind caller_kind_of(const Role&) { return CallerKind::role_itself; }

}  // namespace whence
