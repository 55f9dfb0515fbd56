// Forward access sessions: a service calls another service with the permissions of its caller.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/session.hpp>

namespace whence {

/// A request that a service makes to another service with its caller's permissions: the edge forwarded_by. The
/// principal and its permissions stay the same, and AWS checks them again; aws:ViaAWSService is true and aws:CalledVia
/// lists the services. A view of the session. Source: Forward access sessions,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
class ForwardAccess {
 public:
  static constexpr std::size_t most_services = 8;

  constexpr ForwardAccess(const Principal& caller, const Service& service) : principal_(caller) { add(service); }
  constexpr ForwardAccess(const Session& caller, const Service& service)
      : principal_(caller.principal()), session_(&caller) {
    add(service);
  }
  /// Forwarded once more, by the next service.
  constexpr ForwardAccess(const ForwardAccess& before, const Service& service) : ForwardAccess(before) { add(service); }
  // clang-format off
  ForwardAccess(const Session&&, const Service&) WHENCE_REFUSED("a forwarded request views the session: give the session a name first");
  // clang-format on

  [[nodiscard]] constexpr const Principal& principal() const { return principal_; }
  /// Null if a long-term key signed the first call.
  [[nodiscard]] constexpr const Session* session() const { return session_; }
  /// The services that forwarded the request, first one first.
  [[nodiscard]] constexpr Span<Text> called_via() const { return {services_, count_}; }

 private:
  constexpr void add(const Service& service) {
    if (count_ == most_services) detail::stop();
    services_[count_++] = service.name().view();
  }
  Principal principal_;
  const Session* session_ = nullptr;
  Text services_[most_services]{};
  std::size_t count_ = 0;
};

}  // namespace whence
