// Where in the policies something is said.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

/// The policies that a call has to pass, each kind of them one gate.
enum class Gate : std::uint8_t {
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
