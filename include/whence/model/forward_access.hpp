// Forward access sessions: a service calls onward with the authority of its caller.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/session.hpp>

namespace whence {

/// A request that a service makes onward with a caller's own authority: the edge forwarded_by. The principal stays the same
/// and so do its permissions, which are asked again; aws:ViaAWSService is true and aws:CalledVia lists the services. A view of
/// the session. Source: Forward access sessions,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
class ForwardAccess {
 public:
  static constexpr std::size_t most_services = 8;

  constexpr ForwardAccess(const Principal& caller, const Service& service) : principal_(caller) { add(service); }
  constexpr ForwardAccess(const Session& caller, const Service& service)
      : principal_(caller.principal()), session_(&caller) {
    add(service);
  }
  /// Passed on once more, by the next service.
  constexpr ForwardAccess(const ForwardAccess& before, const Service& service) : ForwardAccess(before) { add(service); }
  // Compilers quote one line of a deleted function.
  // clang-format off
  ForwardAccess(const Session&&, const Service&) WHENCE_REFUSED("a forwarded request views the session: give the session a name first");
  // clang-format on

  [[nodiscard]] constexpr const Principal& principal() const { return principal_; }
  /// Nothing (a null pointer) where a long-term key signed the first call.
  [[nodiscard]] constexpr const Session* session() const { return session_; }
  /// The services through which the request came, the first one first.
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
