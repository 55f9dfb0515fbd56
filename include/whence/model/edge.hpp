// The edges of a provenance: the five ways in which one party passes something on to the next.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/model/chain.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

enum class EdgeKind : std::uint8_t { assumed_by, configured_by, delivered_by, forwarded_by, identified_by };

struct EdgeInfo {
  EdgeKind kind;
  Text name;
  bool changes_principal;
  Text sentence;
};

/// Sources: IAM roles, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html; Grant a user permissions to pass
/// a role, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html; Forward access sessions,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html; instance identity roles,
/// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
inline constexpr EdgeInfo edges[] = {
    {EdgeKind::assumed_by, "assumed_by", true, "a call to STS: the caller begins a session, which is a new principal"},
    {EdgeKind::configured_by, "configured_by", false,
     "iam:PassRole: a service is configured with a role; AWS checks this once, and no session begins"},
    {EdgeKind::delivered_by, "delivered_by", false, "a service delivers the credential of a session to the workload"},
    {EdgeKind::forwarded_by, "forwarded_by", false,
     "a forward access session: a service calls another service with the principal's own permissions"},
    {EdgeKind::identified_by, "identified_by", false,
     "the instance identity role tells a service which instance calls it"},
};
static_assert(is_in_order(edges, &EdgeInfo::kind));

[[nodiscard]] constexpr const EdgeInfo& info_of(EdgeKind kind) { return edges[static_cast<std::size_t>(kind)]; }

/// A role that was passed to a service: the edge configured_by. Only pass_role makes one, after it has checked that the
/// caller may pass the role. A view of the role.
class PassedRole {
 public:
  [[nodiscard]] constexpr const Principal& by() const { return by_; }
  [[nodiscard]] constexpr const Principal& to() const { return to_; }
  [[nodiscard]] constexpr const Role& role() const { return *role_; }

 private:
  template <class Value, class Error>
  friend class Result;
  friend struct PassRole;
  constexpr PassedRole() = default;
  Principal by_ = RootUser(AccountId{});
  Principal to_ = by_;
  const Role* role_ = nullptr;
};

/// One edge of a chain: the party at its other end, and the session.
struct Edge {
  EdgeKind kind;
  const Principal* by;  // never null
  const Session* session;

  [[nodiscard]] constexpr bool changes_principal() const { return info_of(kind).changes_principal; }
};

/// Visits the edges of a chain from its last session back to its origin. For each session: delivered_by (if a service
/// delivered its credential), assumed_by, and then identified_by and configured_by, if they are known. Linear.
template <class Visit>
constexpr void for_each_edge(const Chain& chain, Visit visit) {
  for (const Session* session = &chain.last(); session != nullptr; session = session->before()) {
    const bool by_service = session->begun_by().kind() == PrincipalKind::service;
    const bool stays_with_service = session->role() != nullptr && session->role()->is_service_linked();
    if (by_service && !stays_with_service) visit(Edge{EdgeKind::delivered_by, &session->begun_by(), session});
    visit(Edge{EdgeKind::assumed_by, &session->begun_by(), session});
    if (const InstanceIdentity* const instance = session->request().identified_by) {
      const Principal identity = *instance;
      visit(Edge{EdgeKind::identified_by, &identity, session});
    }
    if (const PassedRole* const passed = session->request().configured_by) {
      visit(Edge{EdgeKind::configured_by, &passed->by(), session});
    }
  }
}

}  // namespace whence
WHENCE_TEMPLATES_END
