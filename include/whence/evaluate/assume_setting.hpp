// What is known of a call beside its caller and the role that it is about.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/time.hpp>
#include <whence/evaluate/session_keys.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/request_context.hpp>
#include <whence/names/name.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

struct AssumeSetting {
  constexpr AssumeSetting() = default;
  constexpr AssumeSetting(CallerSide callers_own_policies)
      : side(callers_own_policies) {}  // NOLINT: often all there is

  CallerSide side = CallerSide::not_given;  // looked at only where no policies are given
  KnownPolicies policies;
  RequestContext context;
  Text session_name;        // of the request; empty where it is not known
  DisputedPoints disputed;  // how to read those that the policies leave unread
  CallOrigin origin;        // the session that signs the call, what the call states, the services that pass it on
  Text resource;            // of a call that is not about a role; empty where it is not known
  Instant at{};             // when the call is made; the default where that does not matter
  Text action;              // empty: the one of the operation that such a caller calls

  /// How disputed points are read: as the policies say, where they do.
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
void add_to(AssumeSetting&, const Other&) WHENCE_REFUSED("known beside caller and role are Policies or a CallerSide, a RequestContext, a SessionName, an StsRequest, DisputedPoints, a Resource and an Instant: give one of these");
// clang-format on

}  // namespace detail

/// What is known beside caller and role, gathered from a CallerSide or Policies, a RequestContext, a SessionName or the whole
/// StsRequest, and DisputedPoints, each at most once and in any order; of other calls the Resource and the Instant too. Views: what is given must outlive it.
template <class... Known>
[[nodiscard]] constexpr AssumeSetting setting_of(const Known&... known) {
  AssumeSetting setting;
  (detail::add_to(setting, known), ...);
  return setting;
}

}  // namespace whence
WHENCE_TEMPLATES_END
