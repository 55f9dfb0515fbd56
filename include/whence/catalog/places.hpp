// Common kinds of places, for the sources of the catalogue.
#pragma once

#include <whence/base/text.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/place.hpp>
#include <whence/model/plane.hpp>

namespace whence::catalog {

/// Inside an AWS service.
[[nodiscard]] constexpr Place memory_of(Text service, Plane plane, Text principal, const Source& source) {
  return {.name = service, .plane = plane, .owner = principal, .source = source};
}
/// The reply of an operation, for a caller that holds every credential that the requester signs with.
[[nodiscard]] constexpr Place reply_of(Text name, Plane plane, Text operation, Text principal, const Source& source) {
  return {.name = name,
          .plane = plane,
          .medium = Medium::service_reply,
          .address = operation,
          .readers = Readers::holder_of_the_proofs,
          .owner = principal,
          .source = source};
}
/// The memory of a program on the data plane.
[[nodiscard]] constexpr Place program_memory(Text name, Readers readers, const Source& source, Text owner = {}) {
  return {.name = name,
          .plane = Plane::data,
          .medium = Medium::process_memory,
          .readers = readers,
          .owner = owner,
          .source = source};
}
/// A credential endpoint for one workload, on the data plane.
[[nodiscard]] constexpr Place workload_endpoint(Text name, Text address, const Source& source,
                                                Medium medium = Medium::container_endpoint) {
  return {.name = name,
          .plane = Plane::data,
          .medium = medium,
          .address = address,
          .readers = Readers::the_workload,
          .source = source};
}
/// A file for one workload, on the data plane.
[[nodiscard]] constexpr Place workload_file(Text name, Text path, const Source& source) {
  return workload_endpoint(name, path, source, Medium::file);
}
/// A place that belongs to a user of a machine outside AWS.
[[nodiscard]] constexpr Place users_own(Text name, Medium medium, Text address, const Source& source, Text mode = {}) {
  return {.name = name,
          .plane = Plane::client,
          .medium = medium,
          .address = address,
          .readers = Readers::owner_and_superuser,
          .mode = mode,
          .source = source};
}
/// The runtime of a workload, if no source says how the workload gets the credential.
[[nodiscard]] constexpr Place runtime_of(Text name, const Source& source) {
  return {.name = name,
          .plane = Plane::data,
          .medium = Medium::container_endpoint,
          .readers = Readers::not_stated,
          .source = source.graded(Grade::unverified)};
}
/// The same place, with other readers.
[[nodiscard]] constexpr Place with_readers(Place place, Readers readers) {
  place.readers = readers;
  return place;
}
/// The same place, open to workloads on the data plane.
[[nodiscard]] constexpr Place open_to_workloads(Place place) {
  place.open_to_the_data_plane = true;
  return place;
}
/// The same place, open to machines outside AWS.
[[nodiscard]] constexpr Place open_to_clients(Place place) {
  place.open_to_clients = true;
  return place;
}
/// The same place, as an alternative to the place before it.
[[nodiscard]] constexpr Place instead(Place place) {
  place.instead = true;
  return place;
}

}  // namespace whence::catalog
