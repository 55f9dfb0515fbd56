// Where a credential rests, and who can read it there.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/plane.hpp>
#include <whence/model/reader.hpp>

namespace whence {

enum class Medium : std::uint8_t {
  service_memory,      // inside an AWS service
  service_reply,       // the reply of an API call, which only the caller gets
  metadata_path,       // a path of IMDS
  container_endpoint,  // a local HTTP endpoint for containers
  environment,         // variables of a process
  process_memory,      // inside a program
  file,
  standard_output,  // of a program, which its parent process reads
  browser,          // a signed-in browser: its cookies
};

/// Who can read a place, assuming that the reader is on a plane that can reach it.
enum class Readers : std::uint8_t {
  the_service,           // only the service itself
  every_process,         // every user and program of the machine
  owner_and_superuser,   // the operating-system user that owns it, and the superuser
  superuser,             // only the superuser
  holder_of_the_key,     // a caller that can sign the request with the registered key
  holder_of_the_proofs,  // a caller that can sign the request with everything that the requester signs with
  the_workload,          // every process inside the container, pod, function or job that it was made for
  not_stated,            // no source says
};

/// Where a credential rests. An interface may be open to another plane: IMDS is inside AWS, and open to the instance.
struct Place {
  Text name{};
  Plane plane{};
  Medium medium = Medium::service_memory;
  Text address{};  // URL path, file path, API operation
  Readers readers = Readers::the_service;
  bool open_to_the_data_plane = false;
  bool open_to_clients = false;
  Text owner{};  // the operating-system user that owns it, or the service inside AWS; empty if not bound yet
  Text mode{};   // permissions of a file, as its operating system writes them
  Source source{};
  bool instead = false;  // of the place before it: the credential rests in one of the two

  [[nodiscard]] constexpr bool is(Medium other) const { return medium == other; }
  friend constexpr bool operator==(const Place& left, const Place& right) {
    return left.name == right.name && left.address == right.address && left.plane == right.plane &&
           left.is(right.medium) && left.owner == right.owner;
  }

  /// Whether an interface of a place inside AWS is open to this other plane.
  [[nodiscard]] constexpr bool is_open_to(Plane outside) const {
    return outside.is_on(Plane::data) ? open_to_the_data_plane : outside.is_on(Plane::client) && open_to_clients;
  }

  /// The same place, owned by this user, on the user's plane. A place inside AWS stays that of its service, and a place
  /// that was made for a workload stays on the plane of the workload.
  [[nodiscard]] constexpr Place owned_by(const OsUser& user) const {
    Place place = *this;
    if (plane.is_on(Plane::control)) return place;
    place.owner = user.name();
    if (readers != Readers::the_workload) place.plane = user.plane();
    return place;
  }
};

[[nodiscard]] constexpr Text name_of(Medium medium) {
  constexpr const char* names[] = {"memory of the service",
                                   "reply of an API call",
                                   "instance metadata path",
                                   "container endpoint",
                                   "environment variables",
                                   "memory of the process",
                                   "file",
                                   "standard output",
                                   "browser"};
  return names[static_cast<std::size_t>(medium)];
}
[[nodiscard]] constexpr Text name_of(Readers readers) {
  constexpr const char* names[] = {"only the service",
                                   "every user and process of the machine",
                                   "its owner and the superuser",
                                   "only the superuser",
                                   "a caller with the registered key",
                                   "a caller with every credential used to sign",
                                   "every process of the workload",
                                   "unknown"};
  return names[static_cast<std::size_t>(readers)];
}

}  // namespace whence
