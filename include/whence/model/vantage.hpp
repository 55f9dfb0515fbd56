// Vantages: positions to read a credential from, inside or outside a workload, with a privilege and a network.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/model/platform.hpp>
#include <whence/model/reader.hpp>

namespace whence {

/// Where the reader is, relative to the workload that a credential was made for.
enum class Inside : std::uint8_t {
  the_machine,   // on the machine itself, not in a container
  the_workload,  // in the container, pod, function, build or job: any of its code
  a_neighbour,   // in another container, task or pod on the same machine
};

/// What the reader can do there.
enum class Means : std::uint8_t {
  code,            // run a program
  forged_get,      // make a server send a GET to any URL (server-side request forgery)
  forged_request,  // the same, with any method and headers
};

/// A position to read from. The named ones in vantages.hpp cover the usual questions.
struct Vantage {
  Text name{};
  Inside inside = Inside::the_machine;
  Privilege privilege = Privilege::ordinary;  // a privileged container counts as superuser of its machine
  bool host_network = false;                  // a container on the host network
  Means means = Means::code;
  bool owns_what_it_runs = false;  // the operating-system user that owns the files and programs in question
  bool in_a_container = false;     // on every machine, also where other workloads are not in containers
  std::uint8_t hops = 0;           // the hop limit that it needs; 0: as the environment says
  Platforms on{};                  // where this kind of position is usual; empty: on every platform

  /// Whether this is a container on a machine that can run containers.
  template <class = void>
  [[nodiscard]] constexpr bool is_a_container_on(Platforms platforms) const {
    return in_a_container && has_a_machine(platforms);
  }
  /// Whether its packets to IMDS take more hops than those of the machine itself.
  template <class = void>
  [[nodiscard]] constexpr bool has_own_network(Platforms platforms) const {
    if (inside == Inside::the_machine || host_network) return false;
    return is_a_container_on(platforms) || runs_only_containers(platforms);
  }
};

}  // namespace whence
