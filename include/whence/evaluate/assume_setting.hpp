// What is known of a call beside its caller and the role that it is about.
#pragma once

#include <whence/base/text.hpp>
#include <whence/base/time.hpp>
#include <whence/evaluate/session_keys.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/resource.hpp>

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
  [[nodiscard]] constexpr DisputedPoints readings() const {
    return policies ? policies->disputed.or_else(disputed) : disputed;
  }
};

}  // namespace whence
