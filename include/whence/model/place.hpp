// Where the material of a credential rests, and who can read it there.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/plane.hpp>

namespace whence {

enum class Medium : std::uint8_t {
  service_memory,      // inside an AWS service
  service_reply,       // the answer of an API call, which goes to whoever made it
  metadata_path,       // a path of the instance metadata service
  container_endpoint,  // a local HTTP endpoint for containers
  environment,         // variables of a process
  process_memory,      // inside a program
  file,
  standard_output,  // of a program, which goes to whoever started it
  browser,          // a signed-in browser: its cookies
};

/// Who can read a place, given that he is on the right side of AWS.
enum class Readers : std::uint8_t {
  the_service,             // nobody but the service itself
  every_process,           // every user and program of the machine
  owner_and_superuser,     // the operating-system user that owns it, and the superuser
  superuser,               // the superuser alone
  whoever_has_the_key,     // whoever can sign the request for it with the registered key
  whoever_has_the_proofs,  // whoever can sign it with all that the requester signs with
  the_workload,            // every process inside the container, pod, function or job that it was made for
  not_stated,              // no source says
};

/// One resting place. A place rests on one plane; a surface of it may be open to another one, as the instance metadata
/// service, on AWS's side, is open to the instance.
struct Place {
  Text name{};
  Plane plane{};
  Medium medium = Medium::service_memory;
  Text address{};  // URL path, file path, API operation
  Readers readers = Readers::the_service;
  bool open_to_the_data_plane = false;
  bool open_to_clients = false;
  Text owner{};  // the operating-system user that owns it, on AWS's side the service; empty when not bound yet
  Text mode{};   // permissions of a file, as its system writes them
  Source source{};
  bool instead = false;  // of the place before: the credential rests in the one or in the other

  /// The same place: of the same name, at the same address, on the same plane, of the same owner.
  friend constexpr bool operator==(const Place& left, const Place& right) {
    return left.name == right.name && left.address == right.address && left.plane == right.plane &&
           left.medium == right.medium && left.owner == right.owner;
  }

  /// Whether a surface of a place on AWS's side is open to this plane outside it.
  [[nodiscard]] constexpr bool is_open_to(Plane outside) const {
    return outside.is_on(Plane::data) ? open_to_the_data_plane : outside.is_on(Plane::client) && open_to_clients;
  }

  /// Whether something beside the wrong plane keeps readers out.
  [[nodiscard]] constexpr bool blocks_readers() const {
    return readers != Readers::every_process && readers != Readers::the_workload && readers != Readers::not_stated;
  }

  /// The same place, owned by this user, on the plane where he is.
  [[nodiscard]] constexpr Place owned_by(const OsUser& user) const {
    Place place = *this;
    place.owner = user.name();
    place.plane = user.plane();
    return place;
  }
};

[[nodiscard]] constexpr Text name_of(Medium medium) {
  switch (medium) {
    case Medium::service_memory: return "memory of the service";
    case Medium::service_reply: return "reply of an API call";
    case Medium::metadata_path: return "instance metadata path";
    case Medium::container_endpoint: return "container endpoint";
    case Medium::environment: return "environment variables";
    case Medium::process_memory: return "memory of the process";
    case Medium::file: return "file";
    case Medium::standard_output: return "standard output";
    case Medium::browser: return "browser";
  }
  return {};
}
[[nodiscard]] constexpr Text name_of(Readers readers) {
  constexpr Text names[] = {"the service alone",
                            "every user and process of the machine",
                            "its owner and the superuser",
                            "the superuser alone",
                            "whoever has the registered key",
                            "whoever has every proof",
                            "every process of the workload",
                            "unknown"};
  return names[static_cast<std::size_t>(readers)];
}

}  // namespace whence
