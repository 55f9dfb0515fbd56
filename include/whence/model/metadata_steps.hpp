// How an instance comes to have its options of the instance metadata service (IMDS).
#pragma once

#include <cstdint>

#include <whence/model/hop_limit.hpp>
#include <whence/model/node.hpp>

namespace whence {

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
