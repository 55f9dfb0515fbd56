// The options of the instance metadata service (IMDS), and how an instance comes to have them.
#pragma once

#include <cstdint>

#include <whence/model/node.hpp>

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

/// HttpTokens.
enum class Tokens : std::uint8_t { not_set, optional, required };

/// What one step sets; 0 and not_set: nothing ("no preference" of an account).
struct MetadataOptions {
  Tokens tokens = Tokens::not_set;
  std::uint8_t hop_limit = 0;
};
/// Of an AMI that is registered with imds-support v2.0.
inline constexpr MetadataOptions ami_for_version_2{Tokens::required, 2};

/// The steps that set the options of an instance: each option by itself, by the first step that sets it.
/// Source: Configure instance metadata options, "Order of precedence for instance metadata options",
/// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
struct MetadataSteps {
  MetadataOptions instance{}, account{}, ami{};

  [[nodiscard]] constexpr HopLimit hop_limit() const {
    if (instance.hop_limit != 0) return {instance.hop_limit, SetBy::instance};
    if (account.hop_limit != 0) return {account.hop_limit, SetBy::account};
    if (ami.hop_limit != 0) return {ami.hop_limit, SetBy::ami};
    return {1, SetBy::ec2};
  }
  [[nodiscard]] constexpr MetadataService metadata() const {
    Tokens tokens = instance.tokens;
    if (tokens == Tokens::not_set) tokens = account.tokens;
    if (tokens == Tokens::not_set) tokens = ami.tokens;
    return tokens == Tokens::required ? MetadataService::version_2_only : MetadataService::both_versions;
  }
};

}  // namespace whence
