// The partitions of AWS: groups of Regions and accounts. There is no trust between them.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

/// Source: botocore partitions.json, https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
enum class Partition : std::uint8_t { aws, aws_cn, aws_us_gov, aws_eusc, aws_iso, aws_iso_b, aws_iso_e, aws_iso_f };

struct PartitionInfo {
  Partition partition;
  Text name;        // as in the second field of an ARN
  Text dns_suffix;  // of the endpoints of services
};

inline constexpr PartitionInfo partitions[] = {
    {Partition::aws, "aws", "amazonaws.com"},
    {Partition::aws_cn, "aws-cn", "amazonaws.com.cn"},
    {Partition::aws_us_gov, "aws-us-gov", "amazonaws.com"},
    {Partition::aws_eusc, "aws-eusc", "amazonaws.eu"},
    {Partition::aws_iso, "aws-iso", "c2s.ic.gov"},
    {Partition::aws_iso_b, "aws-iso-b", "sc2s.sgov.gov"},
    {Partition::aws_iso_e, "aws-iso-e", "cloud.adc-e.uk"},
    {Partition::aws_iso_f, "aws-iso-f", "csp.hci.ic.gov"},
};
static_assert(is_in_order(partitions, &PartitionInfo::partition));

[[nodiscard]] constexpr const PartitionInfo& info_of(Partition partition) {
  return partitions[static_cast<std::size_t>(partition)];
}
[[nodiscard]] constexpr Text name_of(Partition partition) { return info_of(partition).name; }

/// The partition with this name, or null.
[[nodiscard]] constexpr const PartitionInfo* find_partition(Text name) {
  for (const PartitionInfo& each : partitions) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

}  // namespace whence
