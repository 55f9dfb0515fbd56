// What comes of a question, and where in the policies it is said.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

/// What comes of a question.
enum class Decision : std::uint8_t {
  allowed,
  denied_explicitly,  // a statement says Deny
  denied_implicitly,  // nothing says Allow
  invalid_request,    // there is no such request
  unknown,            // the facts given, or the sources, do not decide
};

[[nodiscard]] constexpr Text name_of(Decision decision) {
  switch (decision) {
    case Decision::allowed: return "allowed";
    case Decision::denied_explicitly: return "denied explicitly";
    case Decision::denied_implicitly: return "denied implicitly";
    case Decision::invalid_request: return "invalid request";
    case Decision::unknown: return "unknown";
  }
  return {};
}

/// The policies that a call has to pass, each kind of them one gate.
enum class Gate : std::uint16_t {
  none,
  trust,
  identity,
  boundary,
  session,
  service_control,
  resource_control,
  endpoint,
};

[[nodiscard]] constexpr Text name_of(Gate gate) {
  switch (gate) {
    case Gate::none: return "no policy";
    case Gate::trust: return "trust policy";
    case Gate::identity: return "identity policy";
    case Gate::boundary: return "permissions boundary";
    case Gate::session: return "session policy";
    case Gate::service_control: return "service control policy";
    case Gate::resource_control: return "resource control policy";
    case Gate::endpoint: return "VPC endpoint policy";
  }
  return {};
}

/// Where something is said: which of the policies at a gate, which of its statements, which of its conditions. All are
/// counted from 0; -1 is none.
struct Citation {
  std::int32_t statement = -1;
  std::int16_t condition = -1;  // the first that is not satisfied, or not known to be
  std::int16_t policy = -1;
  std::int16_t level = -1;  // of an organization
  Gate gate = Gate::none;
  friend constexpr bool operator==(const Citation&, const Citation&) = default;
};

}  // namespace whence
