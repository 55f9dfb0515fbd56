// The name of a service principal, such as ec2.amazonaws.com.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/names/checked_literal.hpp>
#include <whence/names/name.hpp>
#include <whence/names/partition.hpp>

namespace whence {
namespace grammar {

/// A host name of lower-case labels that ends in the DNS suffix of a partition; never a wildcard. There is no list of
/// the names that exist.
/// Source: AWS JSON policy elements: Principal,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
struct ServiceName {
  static constexpr NameError check(Text text) {
    if (text.empty() || text.size() > 255) {
      return {NameFault::service_principal_is_not_a_host_name, static_cast<std::uint32_t>(text.empty() ? 0 : 255)};
    }
    char before = '.';
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const bool label = (c >= 'a' && c <= 'z') || ascii::is_digit(c) || (before != '.' && (c == '-' || c == '_'));
      if (!label && !(c == '.' && before != '.')) return {NameFault::service_principal_is_not_a_host_name, i};
      before = c;
    }
    for (const PartitionInfo& each : partitions) {
      const Text suffix = each.dns_suffix;
      if (text.size() > suffix.size() + 1 && text.ends_with(suffix) && text[text.size() - suffix.size() - 1] == '.') {
        return {};
      }
    }
    return {NameFault::service_principal_has_an_unknown_suffix, static_cast<std::uint32_t>(text.size())};
  }
};

}  // namespace grammar

using ServiceName = Name<grammar::ServiceName>;

}  // namespace whence
