// Vantages: positions to read a credential from, inside or outside a workload, with a privilege and a network.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/model/environment.hpp>
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

/// A position to read from. The named ones below cover the usual questions.
struct Vantage {
  Text name{};
  Inside inside = Inside::the_machine;
  Privilege privilege = Privilege::ordinary;  // a privileged container counts as superuser of its machine
  bool host_network = false;                  // a container on the host network
  Means means = Means::code;
  bool owns_what_it_runs = false;  // the operating-system user that owns the files and programs in question

  /// Whether a packet to IMDS takes one hop more than a packet of the machine itself.
  [[nodiscard]] constexpr bool has_own_network(Platform platform) const {
    return inside != Inside::the_machine && shares_a_machine(platform) && !host_network;
  }
};

namespace vantages {
inline constexpr Vantage os_user{"any OS user"};
inline constexpr Vantage the_user{.name = "the OS user that runs the programs", .owns_what_it_runs = true};
inline constexpr Vantage another_user{"any other OS user"};
inline constexpr Vantage superuser{.name = "root or Administrator", .privilege = Privilege::superuser};
inline constexpr Vantage agent_script{.name = "script run by the SSM agent", .privilege = Privilege::superuser};
inline constexpr Vantage container{.name = "process in the container", .inside = Inside::the_workload};
inline constexpr Vantage host_network_container{
    .name = "process in a container on the host network", .inside = Inside::the_workload, .host_network = true};
inline constexpr Vantage another_task{.name = "another task", .inside = Inside::a_neighbour};
inline constexpr Vantage pod{.name = "process in the pod", .inside = Inside::the_workload};
inline constexpr Vantage host_network_pod{
    .name = "process in a pod on the host network", .inside = Inside::the_workload, .host_network = true};
inline constexpr Vantage another_pod{.name = "another pod", .inside = Inside::a_neighbour};
inline constexpr Vantage function_code{.name = "code of the function", .inside = Inside::the_workload};
inline constexpr Vantage layer{.name = "layer or extension of the function", .inside = Inside::the_workload};
inline constexpr Vantage build_command{.name = "build command", .inside = Inside::the_workload};
inline constexpr Vantage job_code{.name = "code of the job", .inside = Inside::the_workload};
inline constexpr Vantage job_step{.name = "step of the job", .inside = Inside::the_workload};
inline constexpr Vantage component{.name = "component of the device", .inside = Inside::the_workload};
inline constexpr Vantage runtime_code{.name = "code in the runtime", .inside = Inside::the_workload};
inline constexpr Vantage shell{.name = "process in the shell", .inside = Inside::the_workload};
inline constexpr Vantage app_user{.name = "user of the app", .inside = Inside::the_workload};
inline constexpr Vantage remote_caller{
    .name = "remote caller, by a forged GET", .inside = Inside::the_workload, .means = Means::forged_get};
inline constexpr Vantage remote_caller_with_headers{
    .name = "remote caller, by a forged request with method and headers",
    .inside = Inside::the_workload,
    .means = Means::forged_request};
}  // namespace vantages

}  // namespace whence
