// What is known about a call beside its caller and the role.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/time.hpp>
#include <whence/base/view_of.hpp>
#include <whence/model/chain.hpp>
#include <whence/model/forward_access.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/session.hpp>
#include <whence/model/sts_request.hpp>
#include <whence/names/name.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// What is known about a call beside its caller's name: the session that signs it, its parameters of STS, and the
/// services that forward it. Each is optional. Views.
struct CallOrigin {
  ViewOf<Session> session;
  ViewOf<StsRequest> request;
  ViewOf<ForwardAccess> forwarded;

  constexpr explicit operator bool() const { return session || request || forwarded; }
  /// Whether the chain of the session is known back to its origin: only then is a tag that was not passed in it absent.
  [[nodiscard]] constexpr bool reaches_back() const {
    return session && Chain(*session).origin().kind != OriginKind::edge_of_knowledge;
  }
};

struct AssumeSetting {
  constexpr AssumeSetting() = default;
  constexpr AssumeSetting(CallerSide callers_own_policies)
      : side(callers_own_policies) {}  // NOLINT: often all there is

  CallerSide side = CallerSide::not_given;  // used only if no policies are given
  KnownPolicies policies;
  RequestContext context;
  Text session_name;        // of the request; empty if not known
  DisputedPoints disputed;  // readings of the points that the policies do not settle
  CallOrigin origin;        // the session that signs the call, its parameters, the services that forward it
  Text resource;            // of a call that is not about a role; empty if not known
  Instant at{};             // when the call is made; the default if that does not matter
  Text action;              // empty: that of the operation that this kind of caller calls

  /// The readings of disputed points: those of the policies first.
  [[nodiscard]] constexpr DisputedPoints disputed_points() const {
    return policies ? policies->disputed.or_else(disputed) : disputed;
  }
};

namespace detail {
constexpr void add_to(AssumeSetting& setting, CallerSide side) { setting.side = side; }
constexpr void add_to(AssumeSetting& setting, const Policies& policies) { setting.policies = policies; }
constexpr void add_to(AssumeSetting& setting, const RequestContext& context) { setting.context = context; }
constexpr void add_to(AssumeSetting& setting, const SessionName& name) { setting.session_name = name.view(); }
constexpr void add_to(AssumeSetting& setting, const StsRequest& request) { setting.origin.request = request; }
constexpr void add_to(AssumeSetting& setting, const Resource& resource) { setting.resource = resource.arn; }
constexpr void add_to(AssumeSetting& setting, const Instant& at) { setting.at = at; }
constexpr void add_to(AssumeSetting& setting, const AssumeSetting& whole) { setting = whole; }
constexpr void add_to(AssumeSetting& setting, const DisputedPoints& disputed) { setting.disputed = disputed; }
template <std::size_t Count>
constexpr void add_to(AssumeSetting& setting, const ContextKey (&keys)[Count]) {
  setting.context = RequestContext(keys);
}
// clang-format off
template <class Other>
void add_to(AssumeSetting&, const Other&) WHENCE_REFUSED("a question does not take this object: give Policies or a CallerSide, a RequestContext, a SessionName, an StsRequest, DisputedPoints, a Resource or an Instant");
// clang-format on
}  // namespace detail

/// Gathers what is known beside caller and role: a CallerSide or Policies, a RequestContext, a SessionName or an
/// StsRequest, DisputedPoints, and for other calls a Resource and an Instant, each at most once, in any order. Views.
template <class... Known>
[[nodiscard]] constexpr AssumeSetting setting_of(const Known&... known) {
  AssumeSetting setting;
  (detail::add_to(setting, known), ...);
  return setting;
}

}  // namespace whence
WHENCE_TEMPLATES_END
