// The hop limit of the instance metadata service (IMDS), and what set it.
#pragma once

#include <cstdint>

namespace whence {

/// What set an option of IMDS.
enum class SetBy : std::uint8_t {
  not_given,  // nobody said it: the default of EC2 is assumed
  instance,   // the launch, its template, or a change on the instance later
  account,    // the account's defaults of the Region, also by a declarative policy
  ami,
  ec2,  // nothing of these: the default of EC2
};

/// HttpPutResponseHopLimit, 1 to 64: how many hops the reply with a token of IMDSv2 may take. A number is one that the
/// instance has.
struct HopLimit {
  std::uint8_t hops = 1;
  SetBy set_by = SetBy::not_given;

  constexpr HopLimit() = default;
  constexpr HopLimit(std::uint8_t limit, SetBy by = SetBy::instance) : hops(limit), set_by(by) {}  // NOLINT
  constexpr operator std::uint8_t() const { return hops; }                                         // NOLINT
  [[nodiscard]] constexpr bool is_given() const { return set_by != SetBy::not_given; }
};

}  // namespace whence
