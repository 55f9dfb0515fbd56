// Planes: the side of AWS on which something happens or rests.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

/// client: a machine outside AWS. control: inside AWS. data: where customers' workloads run.
enum class PlaneKind : std::uint8_t { client, control, data };

/// The reach of a plane. A client has none; the others are regional or zonal, if that is known.
enum class Reach : std::uint8_t { not_stated, regional, zonal };

/// EC2, for example, has a regional control plane, below it one control plane for each zone, and a data plane for each
/// zone, which runs the instances. The model calls everything inside AWS "control plane". Source: AWS Fault Isolation
/// Boundaries, https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/
struct Plane {
  PlaneKind kind = PlaneKind::client;
  Reach reach = Reach::not_stated;

  static const Plane client, control, regional_control, zonal_control, data, regional_data, zonal_data;

  /// The same plane, of any reach.
  [[nodiscard]] constexpr bool is_on(Plane other) const { return kind == other.kind; }
  friend constexpr bool operator==(Plane left, Plane right) { return left.is_on(right) && left.reach == right.reach; }
};

inline constexpr Plane Plane::client{PlaneKind::client, Reach::not_stated};
inline constexpr Plane Plane::control{PlaneKind::control, Reach::not_stated};
inline constexpr Plane Plane::regional_control{PlaneKind::control, Reach::regional};
inline constexpr Plane Plane::zonal_control{PlaneKind::control, Reach::zonal};
inline constexpr Plane Plane::data{PlaneKind::data, Reach::not_stated};
inline constexpr Plane Plane::regional_data{PlaneKind::data, Reach::regional};
inline constexpr Plane Plane::zonal_data{PlaneKind::data, Reach::zonal};

[[nodiscard]] constexpr Text name_of(PlaneKind kind) {
  switch (kind) {
    case PlaneKind::client: return "client";
    case PlaneKind::control: return "control plane";
    case PlaneKind::data: return "data plane";
  }
  return {};
}
[[nodiscard]] constexpr Text name_of(Plane plane) {
  if (plane == Plane::regional_control) return "regional control plane";
  if (plane == Plane::zonal_control) return "zonal control plane";
  if (plane == Plane::regional_data) return "regional data plane";
  if (plane == Plane::zonal_data) return "zonal data plane";
  return name_of(plane.kind);
}

}  // namespace whence
