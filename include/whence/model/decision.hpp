// The answer to a question, and the place in the policies that decided.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

/// The answer to a question.
enum class Decision : std::uint8_t {
  allowed,
  denied_explicitly,  // a statement denies it
  denied_implicitly,  // no statement allows it
  invalid_request,    // the request is not valid
  unknown,            // the given facts, or the sources, do not decide
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

/// A kind of policy that a call must pass.
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

/// A place in the policies: the policy at a gate, its statement and its condition. All are counted from 0; -1 is none.
struct Citation {
  std::int32_t statement = -1;
  std::int16_t condition = -1;  // the first that is not met, or not known to be met
  std::int16_t policy = -1;
  std::int16_t level = -1;  // of an organization
  Gate gate = Gate::none;
  friend constexpr bool operator==(const Citation&, const Citation&) = default;
};

}  // namespace whence
